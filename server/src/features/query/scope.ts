import type { Archive } from '../../archive/archive.js';
import { foldTitle } from '../../archive/names.js';
import type { DocumentFacts } from '../../document/document.js';
import { fieldNamed } from '../../document/reading/section.js';
import { positionIn } from '../../text/lines.js';

/** What a query looks at. */
export interface Scope {
  readonly archive: Archive;
  /** The archive's documents that were asked for. */
  readonly documents: readonly DocumentFacts[];
  /** A document's path as it is shown. */
  readonly show: (path: string) => string;
}

/** Where something stands: a path as it is shown, and a line counted from 1. */
export interface Place {
  readonly path: string;
  readonly line: number;
}

/** Place of an offset in a document. */
export function placeOf(scope: Scope, document: DocumentFacts, offset: number): Place {
  return { path: scope.show(document.path), line: positionIn(document.lineStarts, offset).line + 1 };
}

/** A document's date and the last day of its period, where they are stated. */
export function datesOf({ date }: DocumentFacts): { readonly date?: string; readonly dateEnd?: string } {
  return { ...(date && { date: date.iso }), ...(date?.end !== undefined && { dateEnd: date.end }) };
}

/** Whether a document belongs to an event: by its title, its Event or Session field, or the year of its date. */
export function isOfEvent(document: DocumentFacts, event: string): boolean {
  const wanted = foldTitle(event);
  const named = document.sections.flatMap(({ facts }) => [
    fieldNamed(facts, 'Event')?.value,
    fieldNamed(facts, 'Session')?.value,
  ]);
  const texts = [document.title, ...named].flatMap((text) => (text === undefined ? [] : [foldTitle(text)]));
  return texts.some((text) => text.includes(wanted)) || document.date?.iso.slice(0, 4) === event.trim();
}
