import type { DocumentFacts, PlacedFacts } from '../document/document.js';
import type { PlaceIn } from './context.js';
import { wanted, type Wanted } from './people.js';
import type { Target } from './target.js';

/** What a target is about: the thing that other places speak of as well. */
export type Subject =
  /** A section, or the page as a whole when `section` is absent. */
  | { readonly kind: 'section'; readonly document: DocumentFacts; readonly section?: PlacedFacts }
  | { readonly kind: 'person'; readonly wanted: Wanted; readonly declaration?: PlaceIn }
  | {
      readonly kind: 'topic';
      readonly name: string;
      readonly aliases: readonly string[];
      readonly declaration?: PlaceIn;
    };

/** The subject of a target of `document`; `undefined` for a field's label, a marker, and what leads out of the archive. */
export function subjectOf(target: Target, document: DocumentFacts): Subject | undefined {
  switch (target.kind) {
    case 'heading':
      return sectionSubject(document, target.section);
    case 'reference':
      return target.resolution.kind === 'found'
        ? sectionSubject(target.resolution.document, target.resolution.section)
        : undefined;
    case 'registered':
      return { kind: 'person', wanted: wanted(target.person), declaration: target.person };
    case 'person': {
      const { resolution } = target;
      if (resolution.kind === 'person')
        return { kind: 'person', wanted: wanted(resolution.person), declaration: resolution.person };
      const name = resolution.kind === 'present' ? resolution.name : target.mention.name;
      return resolution.kind === 'ambiguous' ? undefined : { kind: 'person', wanted: { name, aliases: [] } };
    }
    case 'topic':
      return {
        kind: 'topic',
        name: target.topic?.name ?? target.name,
        aliases: target.topic?.aliases ?? [],
        ...(target.topic && { declaration: target.topic }),
      };
    case 'label':
    case 'marker':
      return undefined;
  }
}

/** The first heading is the page's title, and stands for the page. */
function sectionSubject(document: DocumentFacts, section: PlacedFacts | undefined): Subject {
  const isTitle = section?.index === document.titleIndex;
  return { kind: 'section', document, ...(section && !isTitle && { section }) };
}
