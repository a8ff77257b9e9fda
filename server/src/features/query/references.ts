import type { Archive } from '../../archive/archive.js';
import { foldTitle } from '../../archive/names.js';
import { resolveReference, resolveWiki, type Resolution } from '../../archive/references.js';
import type { DocumentFacts } from '../../document/document.js';
import type { Reference } from '../../document/facts.js';
import { isOfEvent, placeOf, type Place, type Scope } from './scope.js';

export interface ReferenceRow {
  readonly from: Place;
  /** The target as written, without brackets. */
  readonly to: string;
  readonly kind: Reference['kind'];
  /** False when the page, file or section is not there; an address elsewhere counts as resolved. */
  readonly resolved: boolean;
}

export interface ReferenceFilter {
  readonly event?: string | undefined;
  readonly kind?: string | undefined;
  /** A page, `Page#Section`, path, address or advisory the references lead to. */
  readonly to?: string | undefined;
}

export function queryReferences(scope: Scope, filter: ReferenceFilter): ReferenceRow[] {
  const leadsThere = filter.to === undefined ? () => true : leadsTo(scope, filter.to);
  return scope.documents
    .filter((document) => filter.event === undefined || isOfEvent(document, filter.event))
    .flatMap((document) =>
      document.sections.flatMap((section) =>
        section.facts.references.map((reference) => ({ document, section, reference })),
      ),
    )
    .filter(({ reference }) => filter.kind === undefined || reference.kind === filter.kind)
    .map(({ document, section, reference }) => ({
      document,
      section,
      reference,
      resolution: resolveReference(scope.archive, reference, document),
    }))
    .filter(({ reference, resolution }) => leadsThere(reference, resolution))
    .map(({ document, section, reference, resolution }) => ({
      from: placeOf(scope, document, section.start + reference.span.start),
      to: reference.target,
      kind: reference.kind,
      resolved: resolution.kind !== 'noPage' && resolution.kind !== 'noSection',
    }));
}

/** Whether a reference leads to what was asked for: to the same place of the archive, or by the same address. */
function leadsTo(scope: Scope, to: string): (reference: Reference, resolution: Resolution) => boolean {
  const goal = goalOf(scope, to.replace(/^\[\[|\]\]$/g, ''));
  const advisory = /^XSA-(\d+)$/i.exec(to.trim())?.[1];
  const wanted = foldTitle(to);
  return (reference, resolution) => {
    if (advisory !== undefined) return reference.kind === 'xsa' && reference.number === Number(advisory);
    if (!goal) return foldTitle(reference.target).includes(wanted);
    if (resolution.kind !== 'found' || resolution.document !== goal.document) return false;
    return goal.section === undefined || resolution.section?.index === goal.section;
  };
}

interface Goal {
  readonly document: DocumentFacts;
  readonly section?: number;
}

function goalOf(scope: Scope, to: string): Goal | undefined {
  const [page = '', section] = to.split(/#(.*)/s, 2);
  const [titled] = scope.archive.pages(page);
  const document = titled ?? documentAt(scope, scope.archive, page);
  if (!document || section === undefined) return document && { document };
  const resolution = titled
    ? resolveWiki(scope.archive, page, section, titled)
    : resolveReference(scope.archive, { kind: 'link', target: `#${section}`, span: document.titleSpan }, document);
  return resolution.kind === 'found' && resolution.section
    ? { document: resolution.document, section: resolution.section.index }
    : undefined;
}

/** A document by the path it is shown under, or by the end of its path. */
function documentAt(scope: Scope, archive: Archive, path: string): DocumentFacts | undefined {
  if (path === '') return undefined;
  const documents = [...archive.documents.values()];
  return (
    documents.find((document) => scope.show(document.path) === path || document.path === path) ??
    documents.find((document) => document.path.endsWith(`/${path}`))
  );
}
