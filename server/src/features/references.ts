import type { FeatureContext, PlaceIn } from './context.js';
import { occurrences } from './occurrences.js';
import { subjectOf } from './subject.js';
import { targetAt } from './target.js';

export interface ReferencesOptions {
  /** Whether the place that declares the thing is one of them. */
  readonly declaration: boolean;
}

/** Every place of the archive that speaks of what stands at an offset; empty where nothing stands. */
export function references(context: FeatureContext, offset: number, options: ReferencesOptions): PlaceIn[] {
  const target = targetAt(context, offset);
  const subject = target && subjectOf(target, context.document.facts);
  if (!subject) return [];
  const { archive } = context;
  // A declaration may stand in the archive that ships with the product; what else that archive says is not asked for.
  const declared = subject.kind === 'section' ? subject.document : archive.document(subject.declaration?.path ?? '');
  const documents = new Map([...(declared ? [[declared.path, declared] as const] : []), ...archive.documents]);
  return occurrences(archive, subject, documents.values())
    .filter(
      (each) =>
        (options.declaration || !each.declaration) && (each.declaration || archive.documents.has(each.document.path)),
    )
    .map(({ document, span }) => ({ path: document.path, span }));
}
