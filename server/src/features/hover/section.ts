import { titleSection, type DocumentFacts, type PlacedFacts } from '../../document/document.js';
import { sessionNotes, type NotesStatus } from '../../archive/sessionNotes.js';
import type { SessionFact } from '../../document/sessions.js';
import type { HoverContext } from '../hover.js';
import { link, list, paragraphs, plain, shortened, webLink } from '../markdown.js';
import { occurrences, type Occurrence } from '../occurrences.js';
import { shownName } from '../people.js';
import { counted, say } from '../../text/say.js';

/** What a session's status means, where no address says more. */
export function statusText(status: NotesStatus): string {
  switch (status) {
    case 'draft':
      return say`in the archive, not posted yet`;
    case 'notes':
      return say`published, address not known`;
    case 'none':
      return say`none`;
    case 'todo':
      return say`still to be written`;
    case 'unknown':
      return say`not known`;
  }
}

/** About a section of a document of the archive, or the document as a whole; sessions say most. */
export function sectionHover(context: HoverContext, document: DocumentFacts, section: PlacedFacts | undefined): string {
  const session = document.sessions.find((each) => each.section === section?.index);
  if (session && section) return sessionHover(context, document, section, session);
  const heading = section?.facts.heading;
  const isTitle = !section || heading?.depth === 1;
  const summary =
    section?.facts.summary ?? (isTitle ? (titleSection(document) ?? document.sections[0])?.facts.summary : undefined);
  return paragraphs([
    isTitle
      ? `**${plain(document.title)}**${stated(document)}`
      : within(plain(heading?.title ?? ''), linked(context, document)) + stated(document),
    summary === undefined ? undefined : plain(shortened(summary, 240)),
  ]);
}

function sessionHover(
  context: HoverContext,
  document: DocumentFacts,
  section: PlacedFacts,
  session: SessionFact,
): string {
  const title = plain(session.title);
  const isPage = section.facts.heading?.title === document.title;
  return paragraphs([
    (isPage ? `**${title}**` : within(title, linked(context, document))) + stated(document),
    facts(context, document, session).join('  \n'),
    session.summary === undefined ? undefined : plain(shortened(session.summary, 300)),
    mentions(context, document, section),
  ]);
}

/** A title, and the page it is on. */
function within(title: string, page: string): string {
  return say`**${title}** in ${page}`;
}

function facts(context: HoverContext, document: DocumentFacts, session: SessionFact): string[] {
  const hosts = session.hosts.map(({ mention }) => plain(shownName(context.archive, mention, document)));
  const { status, documents, addresses } = sessionNotes(context.archive, session);
  const notes = [
    ...addresses.map((url) => webLink(url.replace(/^https?:\/\//, ''), url)),
    ...documents.filter(({ path }) => path !== context.document.path).map((each) => linked(context, each)),
  ];
  const unposted = addresses.length === 0 ? [statusText(status)] : [];
  const line = (label: string, values: readonly string[]): string[] =>
    values.length > 0 ? [`${label}: ${values.join(', ')}`] : [];
  return [
    ...line(say`Notes`, [...unposted, ...notes]),
    ...line(counted(hosts.length, say`Host`, say`Hosts`), [...new Set(hosts)]),
    ...line(say`Topics`, session.topics.map(plain)),
    ...line(say`Formerly`, session.formerly.map(plain)),
  ];
}

/** Where other documents and sections speak of a section, latest first. */
function mentions(context: HoverContext, document: DocumentFacts, section: PlacedFacts): string | undefined {
  const found = occurrences(context.archive, { kind: 'section', document, section }, context.archive.documents.values())
    .filter((each) => !each.declaration && !isWithin(each, document, section) && !isHovered(context, each))
    .sort((one, other) => (other.document.date?.iso ?? '').localeCompare(one.document.date?.iso ?? ''));
  if (found.length === 0) return undefined;
  const places = found.map((each) => placeOf(context, each));
  const head = counted(found.length, say`Mentioned in 1 place:`, say`Mentioned in ${found.length} places:`);
  return `${head}\n\n${list(places, 5)}`;
}

function isWithin(each: Occurrence, document: DocumentFacts, section: PlacedFacts): boolean {
  return each.document.path === document.path && each.section?.index === section.index;
}

function isHovered({ document, span }: HoverContext, each: Occurrence): boolean {
  return each.document.path === document.path && each.span.start === span.start;
}

function placeOf(context: HoverContext, { document, section, span }: Occurrence): string {
  const title = section?.facts.heading?.title;
  const text = title === undefined || title === document.title ? document.title : `${document.title}: ${title}`;
  return link(text, context.address(document, span.start));
}

function linked(context: HoverContext, document: DocumentFacts): string {
  return link(document.title, context.address(document, document.titleSpan.start));
}

/** Event, place and date of a document, as far as it states them. */
function stated(document: DocumentFacts): string {
  const head = document.sections.slice(0, 2).flatMap((section) => section.facts.fields);
  const value = (label: string): string => head.find((field) => field.label === label)?.value ?? '';
  const date = document.date
    ? document.date.end === undefined
      ? document.date.iso
      : say`${document.date.iso} to ${document.date.end}`
    : '';
  const parts = [value('Event'), value('Place'), date].filter((part) => part !== '' && !/^unknown$/i.test(part));
  return parts.length > 0 ? `, ${parts.map(plain).join(', ')}` : '';
}
