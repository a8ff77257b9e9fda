import { actionsOf, isOpen, type ActionEntry } from '../../archive/actions.js';
import type { Archive } from '../../archive/archive.js';
import { relative } from '../../archive/paths.js';
import { anchorOf } from '../../archive/sectionNames.js';
import type { DocumentFacts } from '../../document/document.js';
import { sectionTitles } from '../../document/schema.js';
import { ledgerOf } from '../ledger/ledger.js';
import { shownName } from '../people.js';
import { contains } from '../../text/span.js';
import { written } from './plainValue.js';
import { writtenWithReferences } from './writtenReferences.js';

export interface CarriedOver {
  readonly previous: DocumentFacts;
  readonly archive: Archive;
  /** Where the new minutes are to stand, in the form the archive's paths have. */
  readonly path: string;
}

/** The section of what is still to be done from a meeting before, each with a link to where it was given; `undefined` for nothing. */
export function previousActions({ previous, archive, path }: CarriedOver): string | undefined {
  const open = actionsOf(previous).filter(({ action }) => isOpen(action) && !action.done);
  if (open.length === 0) return undefined;
  const items = open.map((entry) => {
    const origin = entry.action.previous ? givenAt(entry, archive) : entry;
    return `- [ ] ${head(entry, archive)}: ${whatToDo(entry, path)}\n  - from ${linkTo(origin, path)}`;
  });
  return [`## ${sectionTitles.previousActions}`, '', ...items].join('\n');
}

function whatToDo({ document, section, action }: ActionEntry, to: string): string {
  const references = section.facts.references.filter(({ span }) => contains(action.textSpan, span));
  return writtenWithReferences({ text: action.text, references, from: document, to });
}

/** Owners by their full names: who is present is not known yet. */
function head({ document, action }: ActionEntry, archive: Archive): string {
  const owners = action.owners.filter((owner) => !owner.unnamed).map((owner) => shownName(archive, owner, document));
  const due = action.due?.inText ? undefined : action.due?.date?.iso;
  const names = owners.length === 0 ? 'unknown' : [...new Set(owners)].join(', ');
  return `ACTION ${names}${due === undefined ? '' : ` (by ${due})`}`;
}

/** Where an action that is carried over was given: the latest meeting before that has it as its own. */
function givenAt(entry: ActionEntry, archive: Archive): ActionEntry {
  const date = entry.document.date?.iso ?? '';
  const places = ledgerOf(archive).of(entry)?.places ?? [];
  return places.findLast(({ document, action }) => !action.previous && (document.date?.iso ?? '') < date) ?? entry;
}

function linkTo({ document, section }: ActionEntry, from: string): string {
  const anchor = section.facts.heading ? anchorOf(document, section) : '';
  const way = relative(from, document.path).split('/').map(readable).join('/');
  return `[${document.date?.iso ?? written(document.title)}](${way}${anchor === '' ? '' : `#${anchor}`})`;
}

/** A part of a link; paths that are URIs have their parts encoded already. */
function readable(part: string): string {
  return part.replace(/[\s()<>]/g, (char) => encodeURIComponent(char).replace(/[()]/g, percent));
}

function percent(char: string): string {
  return char === '(' ? '%28' : '%29';
}
