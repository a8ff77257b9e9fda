import type { List, ListItem } from 'mdast';
import type { Places } from '../places.js';
import { list, listItem, paragraph, type BlockData } from '../nodes.js';
import { inline } from '../addresses.js';
import { bulletOf, type SourceLine } from './lines.js';
import { understood } from './residue.js';
import { say } from '../../text/say.js';

/** A level of the list that is being read: where its bullets stand, and the item its lists are below. */
interface Level {
  readonly indent: number;
  readonly owner: ListItem;
  list: List;
}

/** Levels below this one are read as this one; no list of people's goes there. */
const deepest = 24;

/** The lists that lines with bullets make; what stands deeper belongs to the item above. */
export function readLists(lines: readonly SourceLine[], data: BlockData, places: Places): List[] {
  const root = listItem([], lines[0]?.line ?? 1);
  const levels: Level[] = [];
  for (const entry of entries(lines)) {
    while (levels.length > 1 && (levels.at(-1)?.indent ?? 0) > entry.indent) levels.pop();
    const last = levels.at(-1);
    if (!last || entry.indent > last.indent) {
      if (levels.length === deepest) places.doubt(entry.line, say`stands deeper in a list than can be kept`);
      else levels.push(newLevel(last?.list.children.at(-1) ?? root, entry, data));
    } else if (last.list.ordered !== (entry.number !== undefined)) last.list = newList(last.owner, entry, {});
    levels.at(-1)?.list.children.push(itemOf(entry, places));
  }
  return root.children.filter((child) => child.type === 'list');
}

function newLevel(owner: ListItem, entry: Entry, data: BlockData): Level {
  return { indent: entry.indent, owner, list: newList(owner, entry, owner.children.length === 0 ? data : {}) };
}

function newList(owner: ListItem, { line, number }: Entry, data: BlockData): List {
  const made: List = {
    ...list([], line, data),
    ordered: number !== undefined,
    ...(number !== undefined && { start: number }),
  };
  owner.children.push(made);
  return made;
}

interface Entry {
  readonly text: string;
  readonly line: number;
  readonly indent: number;
  readonly number?: number;
}

/** Items with the lines that go on in them. */
function entries(lines: readonly SourceLine[]): Entry[] {
  const result: (Entry & { texts: string[] })[] = [];
  for (const { text, line, indent } of lines) {
    const bullet = bulletOf(text);
    const last = result.at(-1);
    if (bullet || !last) {
      const texts = [text.slice(bullet?.length ?? 0)];
      result.push({ text: '', texts, line, indent, ...(bullet?.number !== undefined && { number: bullet.number }) });
    } else last.texts.push(text);
  }
  return result.map(({ texts, ...entry }) => ({ ...entry, text: texts.join('\n') }));
}

function itemOf({ text: source, line }: Entry, places: Places): ListItem {
  const { text, checked } = understood(source, line, places);
  return listItem([paragraph(inline(text), line)], line, checked);
}
