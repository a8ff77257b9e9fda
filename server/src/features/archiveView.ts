import { grouped } from '../text/grouped.js';
import { mentionsIn, type Archive } from '../archive/archive.js';
import { topicPlaces } from '../archive/topicPlaces.js';
import type { DocumentFacts, PlacedFacts } from '../document/document.js';
import type { PersonMention } from '../document/facts.js';
import type { DocumentKind } from '../document/schema.js';
import { fieldNamed } from '../document/reading/section.js';
import type { SessionFact } from '../document/sessions.js';
import { say } from '../text/say.js';
import type {
  ArchiveContents,
  ArchivedEvent,
  ArchivedGroup,
  ArchivedMeeting,
  ArchivedNotes,
  ArchivedSection,
  ArchivedSession,
  LinePlace,
} from './archiveContents.js';
import { lineAt } from './context.js';
import { ledgerOf } from './ledger/ledger.js';
import { listedActions } from './ledger/listed.js';
import { toldIn } from './ledger/told.js';
import { shownName } from './people.js';
import { memo } from '../text/memo.js';
import { isPosted, sessionNotes, sessionOfNotes, type NotesStatus } from '../archive/sessionNotes.js';
import { sessionTarget } from '../archive/sessionByTitle.js';

/** Archives as one tree, as of a day: events and meetings latest first, and what is still to be done. */
export function archiveView(archives: readonly Archive[], today: string): ArchiveContents {
  const documents = archives.flatMap((archive) =>
    [...archive.documents.values()].map((document) => ({ archive, document })),
  );
  const people = new Set(archives.flatMap((archive) => archive.people.all.map((person) => person.name)));
  const actions = listedActions(archives, today).filter(({ open }) => open);
  return { people: people.size, actions, ...contents(documents, today) };
}

/** What one document adds to the tree, as a text to compare. */
export function viewOfDocument(archives: readonly Archive[], path: string): string {
  const entries = archives.flatMap((archive) => {
    const document = archive.documents.get(path);
    return document ? [{ archive, document }] : [];
  });
  // Notes stand below their session, which may be another from now on.
  const sessions = entries.map(({ archive, document }) => isNotes(document) && target(archive, document));
  const actions = entries.map(({ archive, document }) => toldOf(archive, document));
  return JSON.stringify([contents(entries, ''), entries.map(notes), sessions, actions]);
}

/** What a document tells of actions, as far as the tree shows it. */
function toldOf(archive: Archive, document: DocumentFacts): readonly unknown[] {
  return toldIn(archive.people, document).map(({ owners, entry: { section, action } }) => [
    ...[action.text, action.state, action.due?.text, action.previous, owners],
    lineAt(document, section.start + action.span.start),
  ]);
}

function target(archive: Archive, document: DocumentFacts): string | undefined {
  const entry = sessionOfNotes(archive, document);
  return entry && `${entry.document.path} ${sessionTarget(entry)}`;
}

function isNotes({ kind }: DocumentFacts): boolean {
  return kind === 'notes';
}

/** What some documents hold, in the same form. */
export function contents(all: readonly Entry[], today: string): Omit<ArchiveContents, 'people' | 'actions'> {
  const documents = all.filter(({ document }) => document.kind);
  const of = (...kinds: readonly DocumentKind[]): Entry[] =>
    documents.filter(({ document: { kind } }) => kind && kinds.includes(kind));
  return {
    documents: documents.length,
    events: latestFirst(of('event'))
      .map((entry) => event(entry, today))
      .concat(proposed(of('proposal'), today)),
    meetings: latestFirst(of('minutes')).map(meeting),
    notes: latestFirst(of('notes'))
      .filter(({ archive, document }) => !archive.documents.has(sessionOfNotes(archive, document)?.document.path ?? ''))
      .map(notes),
  };
}

interface Entry {
  readonly archive: Archive;
  readonly document: DocumentFacts;
}

function latestFirst(entries: readonly Entry[]): Entry[] {
  const date = ({ document }: Entry): string => document.date?.iso ?? '';
  return [...entries].sort(
    (one, other) => date(other).localeCompare(date(one)) || one.document.title.localeCompare(other.document.title),
  );
}

function event(entry: Entry, today: string): ArchivedEvent {
  const { document } = entry;
  const where = headField(document, 'Place');
  return {
    ...titled(document),
    ...date(document),
    ...(where !== undefined && where !== '' && { place: where }),
    groups: groups(entry, today),
    sections: sections(entry),
  };
}

/** Proposals that stand in documents of their own, under one name. */
function proposed(proposals: readonly Entry[], today: string): ArchivedEvent[] {
  const [first] = proposals;
  if (!first) return [];
  const sessions = proposals.flatMap((entry) => entry.document.sessions.map((each) => session(entry, each, today)));
  return [
    {
      ...titled(first.document),
      title: say`Proposals`,
      groups: [{ ...titled(first.document), name: '', sessions }],
      sections: [],
    },
  ];
}

/** Groups without sessions, and sections beside the sessions, that speak of something. */
function sections({ archive, document }: Entry): ArchivedSection[] {
  const inSessions = new Set(document.sessions.flatMap(({ section, below }) => [section, ...below]));
  const topicsIn = grouped(topicPlaces(archive, document), ({ section }) => [section.index]);
  return document.sections.flatMap((section): ArchivedSection[] => {
    const { heading } = section.facts;
    if (!heading || section.index === document.titleIndex || inSessions.has(section.index)) return [];
    const topics = (topicsIn.get(section.index) ?? []).map(({ topic }) => topic);
    const people = [...new Set(namedIn(section).map((mention) => shownName(archive, mention, document)))];
    if (topics.length + people.length === 0) return [];
    return [{ path: document.path, line: lineAt(document, section.start), title: heading.title, topics, people }];
  });
}

function namedIn(section: PlacedFacts): readonly PersonMention[] {
  return mentionsIn(section).filter(({ unnamed }) => !unnamed);
}

/** Groups in the order in which they begin; a group without sessions is left out. */
function groups(entry: Entry, today: string): ArchivedGroup[] {
  const { document } = entry;
  const found: { name: string; path: string; line: number; sessions: ArchivedSession[] }[] = [];
  for (const each of document.sessions) {
    const name = each.group ?? '';
    let group = found.find((other) => other.name === name);
    if (!group) {
      group = { name, path: document.path, line: groupLine(document, each), sessions: [] };
      found.push(group);
    }
    group.sessions.push(session(entry, each, today));
  }
  return found;
}

function groupLine(document: DocumentFacts, { group, section }: SessionFact): number {
  const heading = document.sections
    .slice(0, section)
    .findLast((each) => each.facts.heading?.title === group && group !== undefined);
  return lineAt(document, heading ? heading.start : (document.sections[section]?.start ?? 0));
}

function session(entry: Entry, fact: SessionFact, today: string): ArchivedSession {
  const { archive, document } = entry;
  const { title, hosts, topics, titleSpan } = fact;
  const { status, documents, addresses } = sessionNotes(archive, fact);
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
    notes: addresses,
    documents: latestFirst(documents.map((each) => ({ archive, document: each }))).map(notes),
    owed: isOwedNotes(status, fact, entry, today),
    reference: `[[${sessionTarget({ document, session: fact })}]]`,
  };
}

function meeting({ archive, document }: Entry): ArchivedMeeting {
  const topics = [...new Set(topicPlaces(archive, document).map(({ topic }) => topic))];
  return { ...titled(document), ...date(document), topics, actions: stillOpen(archive).get(document) ?? 0 };
}

/** How many of the actions a document gave are still to be done. */
const stillOpen = memo((archive: Archive): ReadonlyMap<DocumentFacts, number> => {
  const counts = new Map<DocumentFacts, number>();
  for (const { open, origin } of ledgerOf(archive).actions)
    if (open) counts.set(origin.document, (counts.get(origin.document) ?? 0) + 1);
  return counts;
});

function notes(entry: Entry): ArchivedNotes {
  return { ...meeting(entry), posted: isPosted(entry.document) };
}

/** Whether what is said of a session's notes leaves somebody to write them: it was held, and nothing is said, or that they are to come. */
function isOwedNotes(status: NotesStatus, session: SessionFact, { document }: Entry, today: string): boolean {
  if (status === 'todo') return true;
  const last = document.date?.end ?? document.date?.iso;
  const isHeld = document.kind === 'event' && last !== undefined && last < today.slice(0, last.length);
  return status === 'unknown' && session.notesText === undefined && isHeld;
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
