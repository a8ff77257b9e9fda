import { actionsOf, isOpen, type ActionEntry } from '../archive/actions.js';
import type { Archive } from '../archive/archive.js';
import { foldTitle } from '../archive/names.js';
import { place, type DocumentFacts } from '../document/document.js';
import type { Action } from '../document/facts.js';
import type { DocumentKind } from '../document/schema.js';
import { fieldNamed } from '../document/reading/section.js';
import type { SessionFact } from '../document/sessions.js';
import type {
  ArchiveContents,
  ArchivedEvent,
  ArchivedGroup,
  ArchivedMeeting,
  ArchivedSession,
  LinePlace,
  OpenAction,
} from './archiveContents.js';
import { lineAt } from './context.js';
import { shownName } from './people.js';
import { referenceTarget } from '../archive/referenceText.js';

/** Archives as one tree: events and meetings latest first, and what is still to be done. */
export function archiveView(archives: readonly Archive[]): ArchiveContents {
  const documents = archives.flatMap((archive) =>
    [...archive.documents.values()].map((document) => ({ archive, document })),
  );
  const people = new Set(archives.flatMap((archive) => archive.people.all.map((person) => person.name)));
  return { people: people.size, ...contents(documents) };
}

/** What one document adds to the tree, as a text to compare. */
export function viewOfDocument(archives: readonly Archive[], path: string): string {
  const entries = archives.flatMap((archive) => {
    const document = archive.documents.get(path);
    return document ? [{ archive, document }] : [];
  });
  return JSON.stringify(contents(entries));
}

function contents(all: readonly Entry[]): Omit<ArchiveContents, 'people'> {
  const documents = all.filter(({ document }) => document.kind);
  const of = (...kinds: readonly DocumentKind[]): Entry[] =>
    documents.filter(({ document: { kind } }) => kind && kinds.includes(kind));
  return {
    documents: documents.length,
    events: latestFirst(of('event'))
      .map(({ archive, document }) => event(archive, document))
      .concat(proposed(of('proposal'))),
    meetings: latestFirst(of('minutes', 'notes')).map(({ document }) => meeting(document)),
    actions: documents.flatMap(({ archive, document }) =>
      actionsOf(document)
        .filter(({ action }) => isOwed(action))
        .map((entry) => openAction(archive, entry)),
    ),
  };
}

interface Entry {
  readonly archive: Archive;
  readonly document: DocumentFacts;
}

/** What was given at an earlier meeting counts where it was given. */
function isOwed(action: Action): boolean {
  return isOpen(action) && !action.previous;
}

function latestFirst(entries: readonly Entry[]): Entry[] {
  const date = ({ document }: Entry): string => document.date?.iso ?? '';
  return [...entries].sort(
    (one, other) => date(other).localeCompare(date(one)) || one.document.title.localeCompare(other.document.title),
  );
}

function event(archive: Archive, document: DocumentFacts): ArchivedEvent {
  const where = headField(document, 'Place');
  return {
    ...titled(document),
    ...date(document),
    ...(where !== undefined && where !== '' && { place: where }),
    groups: groups(archive, document),
  };
}

/** Proposals that stand in documents of their own, under one name. */
function proposed(proposals: readonly Entry[]): ArchivedEvent[] {
  const [first] = proposals;
  if (!first) return [];
  const sessions = proposals.flatMap(({ archive, document }) =>
    document.sessions.map((each) => session(archive, document, each)),
  );
  return [
    { ...titled(first.document), title: 'Proposals', groups: [{ ...titled(first.document), name: '', sessions }] },
  ];
}

/** Groups in the order in which they begin; a group without sessions is left out. */
function groups(archive: Archive, document: DocumentFacts): ArchivedGroup[] {
  const found: { name: string; path: string; line: number; sessions: ArchivedSession[] }[] = [];
  for (const each of document.sessions) {
    const name = each.group ?? '';
    let group = found.find((other) => other.name === name);
    if (!group) {
      group = { name, path: document.path, line: groupLine(document, each), sessions: [] };
      found.push(group);
    }
    group.sessions.push(session(archive, document, each));
  }
  return found;
}

function groupLine(document: DocumentFacts, { group, section }: SessionFact): number {
  const heading = document.sections
    .slice(0, section)
    .findLast((each) => each.facts.heading?.title === group && group !== undefined);
  return lineAt(document, heading ? heading.start : (document.sections[section]?.start ?? 0));
}

function session(
  archive: Archive,
  document: DocumentFacts,
  { title, status, hosts, topics, notes, titleSpan }: SessionFact,
): ArchivedSession {
  return {
    path: document.path,
    line: lineAt(document, titleSpan.start),
    title,
    status,
    hosts: [
      ...new Set(
        hosts.filter(({ mention }) => !mention.unnamed).map(({ mention }) => shownName(archive, mention, document)),
      ),
    ],
    topics,
    notes,
    reference: `[[${foldTitle(title) === foldTitle(document.title) ? referenceTarget(document.title) : referenceTarget(document.title, title)}]]`,
  };
}

function meeting(document: DocumentFacts): ArchivedMeeting {
  return {
    ...titled(document),
    kind: document.kind === 'minutes' ? 'minutes' : 'notes',
    ...date(document),
    actions: actionsOf(document).filter(({ action }) => isOwed(action)).length,
  };
}

function openAction(archive: Archive, { document, section, action }: ActionEntry): OpenAction {
  const due = action.due?.date?.iso;
  return {
    path: document.path,
    line: lineAt(document, place(section, action.span).start),
    owners: [
      ...new Set(action.owners.filter((owner) => !owner.unnamed).map((owner) => shownName(archive, owner, document))),
    ],
    text: action.text,
    ...(due !== undefined && { due }),
    ...(document.date && { date: document.date.iso }),
    document: document.title,
  };
}

function titled(document: DocumentFacts): { readonly title: string } & LinePlace {
  return { title: document.title, path: document.path, line: lineAt(document, document.titleSpan.start) };
}

/** The date as the document writes it, else as its title tells it. */
function date(document: DocumentFacts): { readonly date?: string } {
  const written = headField(document, 'Date') || document.date?.iso;
  return written === undefined ? {} : { date: written };
}

function headField(document: DocumentFacts, label: 'Date' | 'Place'): string | undefined {
  for (const section of document.sections.slice(0, 4)) {
    const field = fieldNamed(section.facts, label);
    if (field) return field.value;
  }
  return undefined;
}
