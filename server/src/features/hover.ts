import type { Span } from '../text/span.js';
import { lineAt, type FeatureContext } from './context.js';
import { actionAt, actionHover } from './hover/action.js';
import { addressHover } from './hover/address.js';
import { labelHover, markerHover } from './hover/label.js';
import { personHover, strangerHover } from './hover/person.js';
import { sectionHover } from './hover/section.js';
import { topicHover } from './hover/topic.js';
import { paragraphs } from './markdown.js';
import { targetAt, type Target } from './target.js';

export interface Hover {
  readonly markdown: string;
  /** Of what is described, in the document. */
  readonly span: Span;
}

export interface HoverOptions {
  /** Address of a line (counted from 0) of a document, for links. */
  readonly address?: (path: string, line: number) => string;
  /** Address of the page that tells of a topic or a person through the years; where there is none, no link leads there. */
  readonly page?: (of: 'topic' | 'person', name: string) => string;
  /** As an ISO day; without one nothing is overdue. */
  readonly today?: string;
}

/** What the hover texts are made from. */
export interface HoverContext extends FeatureContext {
  /** Address of an offset of a document. */
  readonly address: (document: Parameters<typeof lineAt>[0] & { readonly path: string }, offset: number) => string;
  /** Range that is described, in the document. */
  readonly span: Span;
  readonly page: HoverOptions['page'];
}

/** A short text about what stands at an offset; `undefined` where there is nothing to say. */
export function hover(context: FeatureContext, offset: number, options: HoverOptions = {}): Hover | undefined {
  const target = targetAt(context, offset);
  const address = options.address ?? ((path, line) => `${path}#L${line + 1}`);
  const at = (span: Span): HoverContext => ({
    ...{ ...context, span, page: options.page },
    address: (document, place) => address(document.path, lineAt(document, place)),
  });
  const found = target ? describe(at(target.span), target) : undefined;
  if (target && target.kind !== 'marker')
    return found === undefined ? undefined : { markdown: found, span: target.span };
  const told = actionAt(context, offset);
  const ledger = told && actionHover(at(told.span), told.action, options.today ?? '');
  const span = target?.span ?? told?.span;
  const markdown = paragraphs([ledger, found]);
  return span === undefined || markdown === '' ? undefined : { markdown, span };
}

function describe(context: HoverContext, target: Target): string | undefined {
  switch (target.kind) {
    case 'reference':
      if (target.resolution.kind === 'external') return addressHover(target.reference, target.resolution.url);
      return target.resolution.kind === 'found'
        ? sectionHover(context, target.resolution.document, target.resolution.section)
        : undefined;
    case 'heading':
      return target.session ? sectionHover(context, context.document.facts, target.section) : undefined;
    case 'registered':
      return personHover(context, target.person);
    case 'person':
      if (target.resolution.kind === 'person') return personHover(context, target.resolution.person);
      return strangerHover(context, target.mention, target.resolution);
    case 'topic':
      return target.topic && topicHover(context, target.topic);
    case 'label':
      return labelHover(target.field);
    case 'marker':
      return markerHover(target.marker);
  }
}
