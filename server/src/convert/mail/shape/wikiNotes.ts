import type { Dropped } from '../../report.js';
import { shownPage, wikiTarget } from '../text/wikiPages.js';
import type { MailBlock } from '../reading/mailBlock.js';
import type { MailNote } from '../reading/notes.js';
import { say } from '../../../text/say.js';

/** How a mail names a page of the wiki, and how the format does. */
interface Named {
  readonly shown: string;
  readonly reference: string;
}

export interface WithReferences {
  readonly blocks: readonly MailBlock[];
  readonly notes: readonly MailNote[];
  readonly dropped: readonly Dropped[];
}

/** `"Section" (Page) [1]` with the page's address as note 1 is `[[Page#Section]]`; a note that is used up so is left out. */
export function wikiReferences(
  blocks: readonly MailBlock[],
  notes: readonly MailNote[],
  wiki: string | undefined,
): WithReferences {
  const named = new Map(wiki === undefined ? [] : notes.flatMap((note) => namedBy(note, wiki)));
  if (named.size === 0) return { blocks, notes, dropped: [] };
  const used = new Set<number>();
  const needed = new Set<number>();
  const rewritten = mapTexts(blocks, (text) => {
    let result = '';
    let at = 0;
    const flat = text.replace(/\n/g, ' ');
    for (const match of flat.matchAll(/ ?\[(\d{1,4})\]/g)) {
      const number = Number(match[1]);
      const page = named.get(number);
      const before = text.slice(at, match.index);
      const found = page !== undefined && match[0].startsWith(' ') && flat.slice(at, match.index).endsWith(page.shown);
      (found ? used : needed).add(number);
      if (!found || !page) continue;
      result += before.slice(0, -page.shown.length) + page.reference;
      at = match.index + match[0].length;
    }
    return result + text.slice(at);
  });
  const isLeft = ({ number }: MailNote): boolean => !used.has(number) || needed.has(number);
  const left = notes.filter((note) => !isLeft(note));
  const why = say`the reference to the page says where it leads`;
  return {
    blocks: rewritten,
    notes: notes.filter(isLeft),
    dropped: left.map(({ number, text, at }) => ({ line: at, text: `[${number}] ${text}`, why })),
  };
}

function namedBy(note: MailNote, wiki: string): [number, Named][] {
  const target = wikiTarget(wiki, note.text.replace(/^<|>$/g, ''));
  if (!target) return [];
  const section = target.section === undefined ? '' : `#${target.section}`;
  return [[note.number, { shown: shownPage(target), reference: `[[${target.page}${section}]]` }]];
}

/** Blocks with all their text changed, but for what is quoted or stays as it is. */
export function mapTexts(blocks: readonly MailBlock[], change: (text: string) => string): MailBlock[] {
  return blocks.map((block) => {
    if (block.type === 'paragraph' || block.type === 'heading') return { ...block, text: change(block.text) };
    if (block.type !== 'list') return block;
    const items = block.items.map((item) => ({
      ...item,
      text: change(item.text),
      blocks: mapTexts(item.blocks, change),
    }));
    return { ...block, items };
  });
}
