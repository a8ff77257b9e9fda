import type { Span } from '../text/span.js';
import type { FeatureContext } from './context.js';
import { occurrences } from './occurrences.js';
import { subjectOf } from './subject.js';
import { targetAt } from './target.js';

export interface Highlight {
  readonly span: Span;
  readonly declaration: boolean;
}

/** Every place of the document that speaks of what stands at an offset. */
export function highlights(context: FeatureContext, offset: number): Highlight[] {
  const target = targetAt(context, offset);
  const subject = target && subjectOf(target, context.document.facts);
  if (!subject) return [];
  return occurrences(context.archive, subject, [context.document.facts]).map(({ span, declaration }) => ({
    span,
    declaration,
  }));
}
