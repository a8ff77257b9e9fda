import { actionsOf } from '../archive/actions.js';
import type { Archive } from '../archive/archive.js';
import { readDocument, type DocumentFacts } from '../document/document.js';
import { say } from '../text/say.js';
import type { Places } from './places.js';
import type { Dropped, ImportReport, Kept, Uncertain } from './report.js';

/** What is to be imported. */
export interface Source {
  /** File name without folder and extension, for a document that has no title to be named after. */
  readonly name: string;
  /** The bytes read as UTF-8, with U+FFFD where they are none. */
  readonly text: string;
  readonly bytes: Uint8Array;
}

export interface ImportContext {
  /** Who and what is known where the documents will stand. */
  readonly archive: Archive;
}

/** Documents of the format, and what became of the source's words. */
export interface Converted {
  readonly documents: readonly ConvertedDocument[];
  readonly report: ImportReport;
}

export interface ConvertedDocument {
  /** Suggested file name. */
  readonly path: string;
  /** Markdown. */
  readonly text: string;
}

/** The documents with a report on them; what was kept is counted in what they say, so it is what will be found in them. */
export function converted(
  documents: readonly ConvertedDocument[],
  places: { readonly uncertain: readonly Uncertain[]; readonly dropped: readonly Dropped[] },
  source?: Source,
): Converted {
  const facts = documents.map(({ path, text }) => readDocument(path, text).facts);
  const kind = facts.find((each) => each.kind !== undefined)?.kind;
  return {
    documents,
    report: {
      ...(kind && { kind }),
      documents: documents.map(({ path }) => path),
      kept: keptIn(facts),
      uncertain: [...places.uncertain, ...(source ? unreadIn(facts, source) : [])].toSorted(
        (one, other) => one.line - other.line,
      ),
      dropped: places.dropped.toSorted((one, other) => one.line - other.line),
    },
  };
}

/** What somebody meant as an entry of a list of people and nobody can read, in the source's line where it is found there. */
function unreadIn(documents: readonly DocumentFacts[], source: Source): Uncertain[] {
  const lines = source.text.split(/\r\n|\r|\n/);
  const entries = documents.flatMap(({ sections }) => sections.flatMap(({ facts }) => facts.unread));
  return entries.map(({ text }) => {
    const [words = ''] = text.split(/[\r\n]/);
    return {
      line:
        Math.max(
          0,
          lines.findIndex((line) => line.includes(words)),
        ) + 1,
      what: say`nobody's name is read from "${text.replace(/\s+/g, ' ').slice(0, 80)}" on a list of people`,
    };
  });
}

/** What is said of a source that is no text. */
export function notText(places: Places): Converted {
  places.doubt(1, say`is no text; import a text or a mail`);
  return converted([], places);
}

function keptIn(documents: readonly DocumentFacts[]): Kept {
  const sections = documents.flatMap((document) => document.sections.map(({ facts }) => facts));
  const people = sections.flatMap((section) => section.people);
  const links = sections.flatMap((section) => section.references.filter(({ kind }) => kind === 'link'));
  return {
    sessions: documents.reduce((sum, document) => sum + document.sessions.length, 0),
    attendees: people.filter(({ as }) => as === 'attendee').length,
    apologies: people.filter(({ as }) => as === 'apology').length,
    actions: documents.flatMap(actionsOf).filter(({ action }) => !action.previous).length,
    decisions: sections.reduce((sum, section) => sum + section.decisions.filter(({ text }) => text !== '').length, 0),
    links: links.length,
  };
}
