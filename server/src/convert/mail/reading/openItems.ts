import type { ItemHead } from './itemHead.js';
import type { MailBlock, MailItem } from './mailBlock.js';

/** Lists nested deeper stand below one another. */
const deepest = 12;

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** An item that more may come to stand in. */
export interface OpenItem extends Mutable<MailItem> {
  /** Where its head stands; a part of a column more where it belongs to what stands at the same one. */
  readonly column: number;
  /** Where its text begins. */
  readonly content: number;
  /** `point`: a line below a speech, without a bullet. */
  readonly kind: ItemHead['kind'] | 'point';
  readonly number?: number;
  readonly mark?: string;
  readonly blocks: MailBlock[];
  /** Whether its list has bullets beside it: those that follow are not its own. */
  readonly besideBullets: boolean;
}

type OpenList = Omit<Extract<MailBlock, { type: 'list' }>, 'items'> & { readonly items: OpenItem[] };

/** What an item is made of. */
export interface NewItem extends Pick<OpenItem, 'text' | 'at' | 'column' | 'content' | 'kind'> {
  /** Whether an empty line stands before it. */
  readonly apart: boolean;
  readonly number?: number;
  readonly mark?: string;
  readonly checked?: boolean;
}

/** The blocks read so far, and the items among them that the next line may belong to. */
export class OpenItems {
  readonly root: MailBlock[] = [];
  private readonly stack: OpenItem[] = [];
  private ended: MailBlock | undefined;

  get innermost(): OpenItem | undefined {
    return this.stack.at(-1);
  }

  find(belongs: (item: OpenItem) => boolean): OpenItem | undefined {
    return this.stack.findLast(belongs);
  }

  /** Adds an item to those that stand left of `from`. */
  add(item: NewItem, from: number): OpenItem {
    const list = listFor(item, this.containerAt(from), this.ended);
    const before = list.items.at(-1);
    const beside =
      before !== undefined && (before.besideBullets || (isListed(before) && before.column === item.column));
    const open: OpenItem = { ...item, blocks: [], besideBullets: beside };
    list.items.push(open);
    if (this.stack.length < deepest) this.stack.push(open);
    return open;
  }

  /** The blocks that what stands at a column belongs to: those of the innermost item further left. */
  containerAt(column: number): MailBlock[] {
    return this.within((item) => column > item.column);
  }

  /** The same for a paragraph, which has to stand about where the item's text does. */
  paragraphsAt(column: number): MailBlock[] {
    return this.within((item) => column > item.column && column >= Math.min(item.content, Math.floor(item.column) + 2));
  }

  /** What follows is no part of a list of bullets that ends here, although it looks like one of its items. */
  endBullets(): void {
    const last = this.root.at(-1);
    const item = last?.type === 'list' ? (last as OpenList).items.at(-1) : undefined;
    if (!item || !isListed(item)) return;
    this.close();
    this.ended = last;
  }

  close(): void {
    this.stack.length = 0;
  }

  private within(belongs: (item: OpenItem) => boolean): MailBlock[] {
    for (let item = this.innermost; item && !belongs(item); item = this.innermost) this.stack.pop();
    return this.innermost?.blocks ?? this.root;
  }
}

/** Whether an item has a bullet or a number. */
export function isListed({ kind }: Pick<OpenItem, 'kind'>): boolean {
  return kind === 'bullet' || kind === 'number';
}

function listFor(item: NewItem, container: MailBlock[], ended: MailBlock | undefined): OpenList {
  const ordered = item.kind === 'number';
  const last = container.at(-1);
  if (last?.type === 'list' && last.ordered === ordered && last !== ended && goesOn(last as OpenList, item))
    return last as OpenList;
  const list: OpenList = { type: 'list', ordered, start: item.number ?? 1, items: [], at: item.at };
  container.push(list);
  return list;
}

/** Whether an item is one more of a list: numbers that begin anew, and another bullet behind an empty line, are of another one. */
function goesOn({ items }: OpenList, { number, mark, apart }: NewItem): boolean {
  const before = items.at(-1);
  if (mark !== undefined && before?.mark !== undefined) return mark === before.mark || !apart;
  // `1. 1. 1.` is how some number all that a program is to number.
  const last = before?.number ?? 0;
  return number === undefined || number > last || (number === 1 && last === 1);
}
