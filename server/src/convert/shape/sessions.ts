import type { Heading, Link, List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { beginsWithMarker } from '../../document/reading/markers.js';
import { looksLikeName } from '../../document/reading/people.js';
import {
  fieldOf,
  gatheringTitle,
  noNotesTitle,
  sectionRole,
  todoTitle,
  type FieldLabel,
} from '../../document/schema.js';
import { address, field, heading, isHeading, lineOf, list, plainText, text } from '../nodes.js';
import type { Places } from '../places.js';
import { lostTitle } from './lostTitle.js';
import { dateFields, eventField, isOfSessions } from './event.js';
import { listsNotes, sessionsOfNotes } from './notesLinks.js';
import type { Page } from './page.js';
import { unwrapped } from '../wrap.js';
import { say } from '../../text/say.js';

/** The blocks of a page on which sessions are headings, also where they were items of lists. */
export function withSessions(page: Page, places: Places): RootContent[] {
  const read = otherwise(page, places);
  if (page.from === 'document') return inGroups(page.blocks, read);
  const groups = groupsOf(page.blocks);
  const listing = groups.some((group) => listsNotes(group, page.title));
  const shaped = inGroups(page.blocks, (group) =>
    listsNotes(group, page.title) ? sessionsOfNotes(group) : read(group),
  );
  return listing ? [...missingEventFields(page, places), ...shaped] : shaped;
}

/** A page with sessions is that of an event; its fields say so. */
function missingEventFields({ title, line, blocks }: Page, places: Places): RootContent[] {
  const [first] = blocks;
  const stated = first?.type === 'list' && first.children.some((item) => plainText(item).startsWith('Event:'));
  if (stated || /^design sessions\b/i.test(title)) return [];
  const texts = blocks.map(plainText);
  return [list([eventField(title, line, places), ...dateFields(title, line, texts, places)], line)];
}

/** How the groups are read that do not list notes. */
function otherwise({ blocks, title, from }: Page, places: Places): (group: Group) => readonly RootContent[] {
  const lossy = from === 'browser';
  if (blocks.some(holdsMarked)) {
    // A page that is not about sessions has them only where some are marked.
    const everywhere = lossy || isOfSessions(title);
    return (group) =>
      group.depth <= deepestGroup && (everywhere || group.blocks.some(holdsMarked))
        ? sessionsOfItems(group, { lossy, places })
        : group.blocks;
  }
  const sessionsStand = blocks.some((node) => isHeading(node) && node.depth > 2);
  return gatheringTitle.test(title) && !sessionsStand ? topicsOfItems : (group) => group.blocks;
}

/** What stands below deeper headings is part of a session. */
const deepestGroup = 3;

/** A group of an event page: its heading, and what stands below it. */
export interface Group {
  readonly heading: Heading;
  readonly title: string;
  readonly line: number;
  readonly depth: number;
  readonly blocks: readonly RootContent[];
}

function inGroups(blocks: readonly RootContent[], read: (group: Group) => readonly RootContent[]): RootContent[] {
  const start = blocks.findIndex(isHeading);
  const result = start < 0 ? [...blocks] : blocks.slice(0, start);
  for (const group of groupsOf(blocks)) {
    result.push(group.heading);
    for (const block of read(group)) result.push(block);
  }
  return result;
}

function groupsOf(blocks: readonly RootContent[]): Group[] {
  const groups: (Group & { readonly blocks: RootContent[] })[] = [];
  for (const node of blocks) {
    if (isHeading(node))
      groups.push({ heading: node, title: plainText(node), line: lineOf(node), depth: node.depth, blocks: [] });
    else groups.at(-1)?.blocks.push(node);
  }
  return groups;
}

interface Options {
  /** Whether titles that were links are lost. */
  readonly lossy: boolean;
  readonly places: Places;
}

interface Draft {
  readonly group: Group;
  readonly blocks: RootContent[];
  /** The session being described; absent before the first one. */
  current: { described: boolean; quoting: boolean } | undefined;
}

/**
 * The sessions of a group whose titles are items: those of a list that stands apart, and marked ones anywhere. Paragraphs, and
 * lists that go on in them, describe the session before. A description without a title is that of a session whose title was
 * a link, where links are lost; a quotation of several paragraphs describes one session.
 */
function sessionsOfItems(group: Group, options: Options): RootContent[] {
  const draft: Draft = { group, blocks: [], current: undefined };
  for (const node of group.blocks) {
    if (node.type === 'list' && (!node.ordered || holdsMarked(node))) readItems(node, draft, options);
    else if (node.type === 'paragraph' && holdsMarked(node))
      begin([heading(group.depth + 1, oneLine(node.children), lineOf(node))], draft);
    else describe(node, draft, options);
  }
  const known = fieldOf(group.title) ?? sectionRole(group.title);
  if (group.blocks.length === 0 && options.lossy && !known) beginLost(group.title, group.line, draft, options);
  return draft.blocks;
}

function readItems(node: List, draft: Draft, options: Options): void {
  let apart = node.data?.attached !== true;
  let described: ListItem[] = [];
  const flush = (): void => {
    if (described.length > 0) describe(list(described, lineOf(described[0])), draft, options);
    described = [];
  };
  for (const item of node.children) {
    if (isMarked(item)) apart = true;
    if (!apart || beginsWithMarker(headOf(item)?.source ?? '')) {
      described.push(item);
      continue;
    }
    flush();
    begin(sessionHead(item, draft.group.depth + 1), draft);
    for (const block of item.children.slice(item.children[0]?.type === 'paragraph' ? 1 : 0))
      describe(block, draft, options);
  }
  flush();
}

function begin(head: readonly RootContent[], draft: Draft): void {
  draft.blocks.push(...head);
  draft.current = { described: false, quoting: false };
}

function beginLost(source: string, line: number, draft: Draft, { places }: Options): void {
  const title = lostTitle(source);
  places.doubt(line, say`the title of a session is missing, as it was a link; the session is called "${title}"`);
  begin([heading(draft.group.depth + 1, [text(title)], line)], draft);
}

function describe(block: RootContent, draft: Draft, options: Options): void {
  const source = plainText(block);
  const quotes = (source.match(/["“”]/g)?.length ?? 0) % 2 === 1;
  const { current } = draft;
  const another = current?.described === true && !current.quoting && quotes && /^["“]/.test(source);
  if (options.lossy && block.type === 'paragraph' && (!current || another))
    beginLost(source, lineOf(block), draft, options);
  draft.blocks.push(block);
  if (!draft.current) return;
  draft.current.described = true;
  if (quotes) draft.current.quoting = !draft.current.quoting;
}

/** Whether a list has items whose text says that notes are to come, or a line of its own says so. */
function holdsMarked(node: RootContent): boolean {
  if (node.type === 'list') return node.children.some(isMarked);
  return node.type === 'paragraph' && isMarkedTitle(plainText(node));
}

function isMarked(item: ListItem): boolean {
  return isMarkedTitle(headOf(item)?.source ?? '');
}

function isMarkedTitle(source: string): boolean {
  return !source.includes('\n') && (todoTitle.test(source) || noNotesTitle.test(source));
}

function headOf(item: ListItem): { readonly node: Paragraph; readonly source: string } | undefined {
  const [first] = item.children;
  return first?.type === 'paragraph' ? { node: first, source: plainText(first).split('\n')[0] ?? '' } : undefined;
}

/** An item as the heading of a session. A link to the notes becomes the field that says so. */
function sessionHead(item: ListItem, depth: number): RootContent[] {
  const head = headOf(item);
  const line = lineOf(item);
  if (!head) return [heading(depth, [text(lostTitle(''))], line)];
  const linked = isMarked(item) ? undefined : linkedTitle(head.node);
  if (!linked) return [heading(depth, oneLine(head.node.children), line)];
  const fields = [
    ...(linked.host === undefined ? [] : [field('Host' satisfies FieldLabel, [text(linked.host)], line)]),
    field('Notes' satisfies FieldLabel, [address(linked.link.url)], line),
  ];
  return [heading(depth, linked.link.children, line), list(fields, line)];
}

/** `[URL Title] (Host, Company)`. */
function linkedTitle(node: Paragraph): { readonly link: Link; readonly host?: string } | undefined {
  const [link, ...rest] = node.children;
  if (link?.type !== 'link' || plainText(link) === link.url) return undefined;
  const behind = plainText(rest).trim();
  const host = /^\(([^(),]+)(?:,\s*([^()\s][^()]*))?\)$/.exec(behind);
  if (host && looksLikeName(host[1] ?? ''))
    return { link, host: host[2] === undefined ? (host[1] ?? '') : `${host[1] ?? ''} (${host[2]})` };
  return behind === '' ? { link } : undefined;
}

function oneLine(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node) => (node.type === 'text' ? text(unwrapped(node.value)) : node));
}

const longestTopic = 120;

/** The topics of a report: the items of its plain lists are sessions, below all that is said of their group. */
function topicsOfItems(group: Group): readonly RootContent[] {
  const listed = group.blocks.filter(isTopicList);
  const said = group.blocks.filter((node) => !isTopicList(node));
  return [...said, ...listed.flatMap((node) => node.children.flatMap((item) => sessionHead(item, group.depth + 1)))];
}

function isTopicList(node: RootContent): node is List {
  return (
    node.type === 'list' &&
    !node.ordered &&
    node.children.length > 1 &&
    node.children.every(({ children }) => {
      const source = children[0] ? plainText(children[0]) : '';
      return children.length === 1 && source.length <= longestTopic && !/[.:;]$/.test(source);
    })
  );
}
