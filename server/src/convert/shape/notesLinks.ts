import type { BlockContent, Link, List, ListItem, PhrasingContent, RootContent } from 'mdast';
import { besideLinkedTitle, isArchiveUrl, notesListTitle, type FieldLabel } from '../../document/schema.js';
import { address, field, heading, lineOf, list, paragraph, plainText, text } from '../nodes.js';
import { readSubject } from '../mail/subject/readSubject.js';
import { isOfSessions } from './event.js';
import type { Group } from './sessions.js';

/** A list item that leads to notes: what is said of them before and behind the link. */
interface NotesItem {
  readonly item: ListItem;
  readonly link: Link;
  readonly before: string;
  readonly behind: readonly PhrasingContent[];
}

/** Whether a group of a page lists links to notes in the list's archive: under a heading that says so, or on an event's page. */
export function listsNotes({ title, blocks }: Pick<Group, 'title' | 'blocks'>, page: string): boolean {
  const items = blocks.flatMap((block) => (block.type === 'list' ? block.children : []));
  const linked = items.filter((item) => notesItem(item)).length;
  if (notesListTitle.test(title)) return linked > 0 && linked * 2 >= items.length;
  return isOfSessions(page) && linked > 0 && linked === items.length;
}

/** The sessions whose notes a group lists; what else it holds stands before them. */
export function sessionsOfNotes({ blocks, depth }: Pick<Group, 'blocks' | 'depth'>): RootContent[] {
  const others: RootContent[] = [];
  const sessions: RootContent[] = [];
  for (const block of blocks) {
    if (block.type !== 'list') (sessions.length > 0 ? sessions : others).push(block);
    else {
      const left = block.children.filter((item) => !notesItem(item));
      if (left.length > 0) others.push(withItems(block, left));
      for (const item of block.children) {
        const read = notesItem(item);
        if (read) sessions.push(...sessionOf(read, depth + 1));
      }
    }
  }
  return [...others, ...sessions];
}

function withItems(block: List, children: ListItem[]): List {
  return { ...block, children };
}

function notesItem(item: ListItem): NotesItem | undefined {
  const [first] = item.children;
  const nodes = first?.type === 'paragraph' ? first.children : [];
  const at = nodes.findIndex((node) => node.type === 'link' && isArchiveUrl(node.url));
  const link = nodes[at];
  const before = plainText(nodes.slice(0, at))
    .replace(/(?<![\s:–—-])[\s:–—-]+$/, '')
    .trim();
  if (link?.type !== 'link' || before.length > longestTitle) return undefined;
  return { item, link, before, behind: nodes.slice(at + 1) };
}

const longestTitle = 120;

function sessionOf({ item, link, before, behind }: NotesItem, depth: number): RootContent[] {
  const line = lineOf(item);
  const shown = plainText(link);
  const bare = shown === link.url ? '' : notesOf(shown);
  const title = before === '' ? bare || shown : before;
  // The link's own words stay where they say more than the title.
  const notes = shown === link.url || shown === title ? address(link.url) : link;
  return [
    heading(depth, [text(title)], line),
    list([field('Notes' satisfies FieldLabel, [notes], line)], line),
    ...description(behind, line),
    ...(item.children.slice(1) as BlockContent[]),
  ];
}

/** What stands behind the link, without the mark that parts it from that. */
function description(nodes: readonly PhrasingContent[], line: number): RootContent[] {
  const [first, ...rest] = nodes;
  const said = first?.type === 'text' ? [text(first.value.replace(/^[\s:;,.–—-]+/, '')), ...rest] : nodes;
  return plainText(said).trim() === '' ? [] : [paragraph([...said], line)];
}

/** `Notes from the Rings session`, `Rings session notes`: what the notes are of. */
function notesOf(shown: string): string {
  return readSubject(shown)
    .about.replace(besideLinkedTitle, '')
    .replace(/^["“'](.+)["”']$/, '$1')
    .trim();
}
