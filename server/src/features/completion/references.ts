import type { Archive, SessionEntry } from '../../archive/archive.js';
import { foldTitle } from '../../archive/names.js';
import { sessionNotes } from '../../archive/sessionNotes.js';
import type { DocumentFacts } from '../../document/document.js';
import type { Span } from '../../text/span.js';
import { said, say, term } from '../../text/say.js';
import { sortKey, type Offer } from './item.js';
import type { FeatureContext } from '../context.js';
import { statusText } from '../hover/section.js';
import { paragraphs, plain, shortened } from '../markdown.js';
import { referenceTarget } from '../../archive/referenceText.js';
import type { Position } from './position.js';

/** Sessions and pages behind `[[`, a page's sections behind `[[Page#`; the closing brackets come along. */
export function referenceCompletions({ context, line, after, offset }: Position): Offer[] | undefined {
  const typed = /\[\[([^[\]|\n]*)$/.exec(line)?.[1];
  if (typed === undefined) return undefined;
  if (!ours(context)) return [];
  const span: Span = { start: offset - typed.length, end: offset + closing(after) };
  const hash = typed.indexOf('#');
  const insert = (target: string): Offer['edit'] => ({ span, text: `${target}]]` });
  return hash < 0
    ? [...sessionItems(context, insert), ...pageItems(context, insert)]
    : sectionItems(context, typed.slice(0, hash), insert);
}

/** Wiki references are nobody else's only in our documents and in folders that have some. */
function ours({ document, archive }: FeatureContext): boolean {
  return document.facts.kind !== undefined || [...archive.documents.values()].some((each) => each.kind !== undefined);
}

/** Length of what closes the reference that is being written, with what is left of its target. */
function closing(after: string): number {
  return /^[^[\]|\n]*\]\]/.exec(after)?.[0].length ?? (after.startsWith(']') ? 1 : 0);
}

type Insert = (target: string) => Offer['edit'];

/** Sessions as `Page#Title`, those of the latest event first. */
export function sessionItems({ archive }: FeatureContext, insert: Insert): Offer[] {
  return latestFirst(archive.knownSessions(), ({ document }) => document).map((entry, index) => {
    const { document, session } = entry;
    const target =
      foldTitle(session.title) === foldTitle(document.title)
        ? referenceTarget(document.title)
        : referenceTarget(document.title, session.title);
    return {
      label: session.title,
      kind: 'session',
      detail: document.title,
      documentation: () => aboutSession(archive, entry),
      sortText: sortKey(0, index),
      also: [target, ...session.formerly],
      edit: insert(target),
    };
  });
}

function aboutSession(archive: Archive, { session }: SessionEntry): string {
  const { status, addresses } = sessionNotes(archive, session);
  const hosts = session.hosts.map(({ mention }) => mention.name).join(', ');
  return paragraphs([
    hosts === '' ? undefined : say`Host: ${plain(hosts)}`,
    say`Notes: ${addresses.length === 0 ? statusText(status) : say`published`}`,
    session.summary === undefined ? undefined : plain(shortened(session.summary, 200)),
  ]);
}

const pageKinds: Readonly<Record<string, string>> = {
  event: term`Event`,
  minutes: term`Minutes`,
  notes: term`Notes`,
  proposal: term`Proposal`,
};

function pageItems({ archive, document: own }: FeatureContext, insert: Insert): Offer[] {
  const pages = knownPages(archive).filter(
    (document) =>
      document.kind !== undefined && document.kind in pageKinds && document.title !== '' && document.path !== own.path,
  );
  return latestFirst(pages, (document) => document).map((document, index) => {
    const date = document.date ? `, ${document.date.iso}` : '';
    return {
      label: document.title,
      kind: 'page',
      detail: `${said(pageKinds[document.kind ?? ''] ?? '')}${date}`,
      sortText: sortKey(1, index),
      edit: insert(referenceTarget(document.title)),
    };
  });
}

/** Own documents, and those of the fallback whose title none of them has. */
function knownPages(archive: Archive): DocumentFacts[] {
  const own = [...archive.documents.values()];
  const titles = new Set(own.map((document) => foldTitle(document.title)));
  return [
    ...own,
    ...[...(archive.fallback?.documents.values() ?? [])].filter((document) => !titles.has(foldTitle(document.title))),
  ];
}

/** Sections of a page; of the document itself when no page is written. */
function sectionItems({ archive, document: own }: FeatureContext, page: string, insert: Insert): Offer[] {
  const documents = page.trim() === '' ? [own.facts] : archive.pages(page.replace(/_/g, ' '));
  return documents.flatMap((document) =>
    document.sections.flatMap((section, index): Offer[] => {
      const heading = section.facts.heading;
      if (!heading || heading.title === '' || section.start + heading.titleSpan.start === document.titleSpan.start)
        return [];
      const session = document.sessions.find((each) => each.section === index);
      const target =
        page.trim() === ''
          ? `#${referenceTarget('', heading.title).slice(1)}`
          : referenceTarget(document.title, heading.title);
      return [
        {
          label: heading.title,
          kind: session ? 'session' : 'section',
          ...(session && { documentation: () => aboutSession(archive, { document, session }) }),
          sortText: sortKey(session ? 0 : 1, index),
          also: [`${page}#${heading.title}`, ...(session?.formerly ?? [])],
          edit: insert(target),
        },
      ];
    }),
  );
}

function latestFirst<T>(entries: readonly T[], of: (entry: T) => DocumentFacts): T[] {
  return [...entries].sort((one, other) => (of(other).date?.iso ?? '').localeCompare(of(one).date?.iso ?? ''));
}
