import { sectionRole } from '../../../document/schema.js';
import { headingForm, levels } from './headingForm.js';
import { itemHead, type ItemHead } from './itemHead.js';
import { indentOf, type Line } from './line.js';
import { labelledValue } from './labels.js';
import type { MailBlock, MailItem } from './mailBlock.js';
import { noteForm } from './notes.js';
import type { Names } from './names.js';
import { fenceLines, verbatimAt } from './verbatim.js';
import { isFull, wrapWidth } from './wrapWidth.js';

/** A leaf that further lines may be added to. */
interface Open {
  text: string;
  /** Its last line, as it stands in the mail. */
  last: string;
  /** Column of its first line. */
  readonly column: number;
}

/** Lists nested deeper stand below one another. */
const deepest = 12;

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

interface OpenItem extends Mutable<MailItem> {
  readonly column: number;
  readonly content: number;
  readonly kind: ItemHead['kind'];
  readonly blocks: MailBlock[];
}

type OpenList = Omit<Extract<MailBlock, { type: 'list' }>, 'items'> & { readonly items: OpenItem[] };

/**
 * The blocks of a mail's text: headings in all the forms people underline and frame them, lists by their indentation, speeches
 * as items, wrapped lines joined again.
 */
export function layOut(lines: readonly Line[], names: Names): MailBlock[] {
  return new Layout(lines, names).blocks();
}

/** `[1] …` begins a note wherever it stands, and `Label: …` a field below another. */
function opensLine(text: string, last: string): boolean {
  return noteForm.test(text) || (labelledValue(text) !== undefined && labelledValue(last) !== undefined);
}

/** Blanks that align columns are of no use where the columns are gone. */
function squeezed(text: string): string {
  return text.trim().replace(/ {2,}/g, ' ');
}

class Layout {
  private readonly root: MailBlock[] = [];
  private readonly stack: OpenItem[] = [];
  private readonly width: number;
  private readonly fences: readonly number[];
  private open: (Open & { readonly leaf: { text: string } }) | undefined;
  /** Whether an empty line, a heading or nothing stands before. */
  private apart = true;
  /** Whether the last heading announces a list of people: a label there parts the list, and nobody speaks. */
  private listing = false;

  constructor(
    private readonly lines: readonly Line[],
    private readonly names: Names,
  ) {
    this.width = wrapWidth(lines);
    this.fences = fenceLines(lines);
  }

  blocks(): MailBlock[] {
    for (let at = 0; at < this.lines.length;) at += this.read(at);
    return this.root;
  }

  /** Reads what begins at a line; the number of lines it takes. */
  private read(at: number): number {
    const line = this.lines[at];
    if (!line || line.text === '') {
      this.open = undefined;
      this.apart = true;
      return 1;
    }
    return (
      this.quote(at) || this.heading(at) || this.verbatim(at) || this.rule(line) || this.item(line) || this.text(line)
    );
  }

  private quote(at: number): number {
    const quoted: string[] = [];
    for (let next = at; /^\s{0,3}>/.test(this.lines[next]?.text ?? ''); next++)
      quoted.push((this.lines[next]?.text ?? '').replace(/^\s{0,3}> ?/, ''));
    if (quoted.length === 0) return 0;
    this.close();
    this.root.push({ type: 'quote', lines: quoted, at: this.lines[at]?.at ?? 1 });
    this.apart = true;
    return quoted.length;
  }

  private heading(at: number): number {
    const form = headingForm(at, { lines: this.lines, width: this.width, names: this.names, apart: this.apart });
    const role = form && sectionRole(form.text);
    if (!form || (this.listing && form.level === levels.plain && !role)) return 0;
    this.listing = role === 'attendees' || role === 'apologies';
    this.close();
    this.root.push({ type: 'heading', level: form.level, text: form.text, at: this.lines[at]?.at ?? 1 });
    this.apart = true;
    return form.lines;
  }

  private verbatim(at: number): number {
    const base = this.stack.at(-1)?.content ?? 0;
    const found = verbatimAt(this.lines, at, { base, apart: this.apart, fences: this.fences });
    if (!found) return 0;
    const column = indentOf(this.lines[at]?.text ?? '');
    this.containerAt(column).push({ type: 'verbatim', lines: found.texts, at: this.lines[at]?.at ?? 1 });
    this.open = undefined;
    return found.lines;
  }

  private rule(line: Line): number {
    if (!/^\s*(?:--|([-=*_~#])\1{2,})\s*$/.test(line.text)) return 0;
    this.close();
    this.root.push({ type: 'rule', at: line.at });
    this.apart = true;
    return 1;
  }

  private item(line: Line): number {
    const head = itemHead(line.text, this.names);
    if (!head || (this.listing && head.kind === 'speech') || !this.begins(head, line)) return 0;
    // Only a list stands at the same column as the name it belongs to.
    const listed = head.kind === 'bullet' || head.kind === 'number';
    const container = this.containerAt(listed ? head.column : head.column - 0.5);
    const item: OpenItem = {
      text: squeezed(head.text),
      at: line.at,
      blocks: [],
      column: head.column,
      content: head.content,
      kind: head.kind,
      ...(head.checked !== undefined && { checked: head.checked }),
    };
    this.listFor(head, container, line.at).items.push(item);
    if (this.stack.length < deepest) this.stack.push(item);
    this.open = { leaf: item, text: item.text, last: line.text, column: head.content };
    this.apart = false;
    return 1;
  }

  /** Whether a line that looks like an item's head is one, and no wrapped line that happens to begin so. */
  private begins(head: ItemHead, { text }: Line): boolean {
    const { open } = this;
    if (!open) return true;
    const full = isFull(open.last, text, this.width);
    const inItem = this.stack.length > 0;
    if (!full || open.last.endsWith(':')) return true;
    const hanging = indentOf(text) >= open.column && open.column > 0;
    if (head.kind === 'number') return inItem && !hanging && this.stack.some((item) => item.column === head.column);
    // A dash between two thoughts may be wrapped to a line's start, the other marks are those of lists.
    if (head.kind === 'bullet') return inItem && (!hanging || !/^[–—]/.test(text.trimStart()));
    return !hanging || indentOf(text) > open.column;
  }

  private listFor(head: ItemHead, container: MailBlock[], at: number): OpenList {
    const ordered = head.kind === 'number';
    const last = container.at(-1);
    if (last?.type === 'list' && last.ordered === ordered) return last as OpenList;
    const list: OpenList = { type: 'list', ordered, start: head.number ?? 1, items: [], at };
    container.push(list);
    return list;
  }

  private text(line: Line): number {
    const column = indentOf(line.text);
    const text = squeezed(line.text);
    if (this.open && this.joins(line)) {
      this.open.leaf.text += (this.breaks(line.text, this.open) ? '\n' : ' ') + text;
      this.open.last = line.text;
      return 1;
    }
    const leaf = { type: 'paragraph' as const, text, at: line.at };
    this.containerAt(column, { paragraph: true }).push(leaf);
    this.open = { leaf, text, last: line.text, column };
    this.apart = false;
    return 1;
  }

  /** Whether a line goes on with the leaf above it: always in a paragraph of its own, in an item where it hangs or was wrapped. */
  private joins({ text }: Line): boolean {
    const { open } = this;
    const item = this.stack.at(-1);
    if (!open || !item) return open !== undefined;
    return indentOf(text) > item.column || isFull(open.last, text, this.width);
  }

  /** Whether a line of a paragraph begins where it does because the writer meant it. */
  private breaks(text: string, open: Open): boolean {
    if (this.stack.length > 0 || indentOf(text) > open.column) return false;
    return !isFull(open.last, text, this.width) || opensLine(text, open.last);
  }

  /** The blocks that what stands at a column belongs to: those of the innermost item further left. */
  private containerAt(column: number, { paragraph = false } = {}): MailBlock[] {
    const belongs = (item: OpenItem): boolean =>
      paragraph
        ? column >= Math.min(item.content, Math.floor(item.column) + 2) && column > item.column
        : column > item.column;
    while (this.stack.length > 0 && !belongs(this.stack[this.stack.length - 1] as OpenItem)) this.stack.pop();
    return this.stack.at(-1)?.blocks ?? this.root;
  }

  private close(): void {
    this.stack.length = 0;
    this.open = undefined;
  }
}
