import { entriesOfLines } from '../../../document/reading/attendanceEntry.js';
import { sectionRole } from '../../../document/schema.js';
import { headingForm, levels } from './headingForm.js';
import { itemHead, type ItemHead } from './itemHead.js';
import { isActionsLabel, isActionsTitle, labelledValue } from './labels.js';
import { indentOf, type Line } from './line.js';
import { discussion, type MailBlock } from './mailBlock.js';
import type { Names } from './names.js';
import { noteForm } from './notes.js';
import { isListed, OpenItems, type NewItem, type OpenItem } from './openItems.js';
import { quotedAt } from './quote.js';
import { speechHead } from './speechHead.js';
import { fenceLines, verbatimAt } from './verbatim.js';
import { wrappingOf, type Wrapping } from './wrapping.js';

/** A leaf that further lines may be added to. */
interface Open {
  readonly leaf: { text: string };
  /** Column of its first line. */
  readonly column: number;
}

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
  private readonly items = new OpenItems();
  private readonly wrapping: Wrapping;
  private readonly fences: readonly number[];
  private open: Open | undefined;
  /** Whether an empty line, a heading or nothing stands before. */
  private apart = true;
  /** Whether the last heading announces a list of people: a label there parts the list, and nobody speaks. */
  private listing = false;
  /** Whether it announces actions: somebody who speaks behind an empty line takes none. */
  private acting = false;

  constructor(
    private readonly lines: readonly Line[],
    private readonly names: Names,
  ) {
    this.wrapping = wrappingOf(lines, names);
    this.fences = fenceLines(lines);
  }

  blocks(): MailBlock[] {
    for (let at = 0; at < this.lines.length;) at += this.read(at);
    return this.items.root;
  }

  /** Reads what begins at a line; the number of lines it takes. */
  private read(at: number): number {
    const line = this.lines[at];
    if (!line || line.text === '') {
      // A bullet may stand alone, with its text below an empty line.
      if (this.open?.leaf.text !== '') this.open = undefined;
      this.apart = true;
      return 1;
    }
    return (
      this.quote(at) ||
      this.heading(at) ||
      this.verbatim(at) ||
      this.rule(line) ||
      this.item(line, at) ||
      this.text(line, at)
    );
  }

  private quote(at: number): number {
    const column = indentOf(this.lineText(at));
    const quoted = quotedAt(this.lines, at, this.items.innermost?.column);
    if (quoted.length === 0) return 0;
    this.items.containerAt(column).push({ type: 'quote', lines: quoted, at: this.lines[at]?.at ?? 1 });
    this.open = undefined;
    this.apart = true;
    return quoted.length;
  }

  private heading(at: number): number {
    const { lines, wrapping, names, apart } = this;
    const form = headingForm(at, { lines, wrapping, names, apart });
    const role = form && sectionRole(form.text);
    if (!form || (this.listing && form.level === levels.plain && !role)) return 0;
    this.listing = role === 'attendees' || role === 'apologies';
    this.acting = isActionsTitle(form.text);
    this.close();
    this.items.root.push({ type: 'heading', level: form.level, text: form.text, at: lines[at]?.at ?? 1 });
    this.apart = true;
    return form.lines;
  }

  private verbatim(at: number): number {
    const base = this.items.innermost?.content ?? 0;
    const found = verbatimAt(this.lines, at, { base, apart: this.apart, fences: this.fences });
    if (!found) return 0;
    const column = indentOf(this.lines[at]?.text ?? '');
    this.items.containerAt(column).push({ type: 'verbatim', lines: found.texts, at: this.lines[at]?.at ?? 1 });
    this.open = undefined;
    return found.lines;
  }

  private rule(line: Line): number {
    if (!/^\s*(?:--|([-=*_~#])\1{2,})\s*$/.test(line.text)) return 0;
    this.close();
    this.items.root.push({ type: 'rule', at: line.at });
    this.apart = true;
    return 1;
  }

  private item(line: Line, at: number): number {
    const head = itemHead(line.text, this.names);
    if (head?.kind === 'speech' && this.listing && this.endsPeople(head)) this.endPeople(line);
    if (!head || (this.listing && head.kind === 'speech') || !this.begins(head, at)) return 0;
    const own = this.isOwn(head);
    const column = own ? head.column + 0.25 : head.column;
    // Only a list stands at the same column as the name it belongs to.
    const from = isListed(head) ? column : column - 0.5;
    if (this.acting && this.apart && head.kind === 'speech') this.items.endBullets();
    this.openItem({ ...head, text: squeezed(head.text), at: line.at, column, apart: this.apart }, from);
    return 1;
  }

  /** Whether somebody speaks behind a list of people: below an empty line, or below text that names nobody. */
  private endsPeople({ text }: ItemHead): boolean {
    const last = this.items.root.at(-1);
    const behind = this.apart ? last?.type !== 'heading' : last?.type === 'paragraph' && !namesPeople(last.text);
    return behind && !namesPeople(text.slice(text.indexOf(':') + 1));
  }

  private endPeople({ at }: Line): void {
    this.listing = false;
    if (this.items.root.at(-1)?.type !== 'list') return;
    this.close();
    this.items.root.push(discussion(at));
  }

  private openItem(item: NewItem, from: number): void {
    this.open = { leaf: this.items.add(item, from), column: item.content };
    this.apart = false;
  }

  /** Whether a bullet is of a list that belongs to the speech above it, although it stands no further right. */
  private isOwn(head: ItemHead): boolean {
    const speech = this.items.find((item) => item.kind === 'speech' && item.column === head.column);
    if (!speech || speech.besideBullets || !isListed(head) || speechHead(head.text, this.names)) return false;
    return this.open !== undefined || speech.blocks.at(-1)?.type === 'list' || speech.text.endsWith(':');
  }

  /** Whether a line that looks like an item's head is one, and no wrapped line that happens to begin so. */
  private begins(head: ItemHead, at: number): boolean {
    if (head.kind === 'number' && head.text === '' && !this.isNextNumber(head) && !this.hasTextBelow(head, at))
      return false;
    const { open } = this;
    if (!open || !this.wrapping.isFull(at - 1) || this.lineText(at - 1).endsWith(':')) return true;
    const column = indentOf(this.lineText(at));
    const hanging = column >= open.column && open.column > 0;
    if (!isListed(head)) return !hanging || column > open.column;
    if (!this.items.innermost) return this.isRepeated(head, at);
    if (head.kind === 'number') return !hanging && this.items.find((item) => item.column === head.column) !== undefined;
    // A dash between two thoughts may be wrapped to a line's start, the other marks are those of lists.
    return !hanging || !/^[–—]/.test(this.lineText(at).trimStart());
  }

  private isNextNumber({ column, number = 0 }: ItemHead): boolean {
    return this.items.find((item) => item.column === column && item.number === number - 1) !== undefined;
  }

  /** Whether the text of an item stands further right, below an empty line. */
  private hasTextBelow(head: ItemHead, at: number): boolean {
    return this.lineText(at + 1) === '' && indentOf(this.lineText(at + 2)) > head.column;
  }

  /** Whether another item like this one follows at once, or after the lines it takes. */
  private isRepeated(head: ItemHead, at: number): boolean {
    for (let next = at + 1; next <= at + longestItem && this.lineText(next) !== ''; next++) {
      const other = itemHead(this.lineText(next), this.names);
      if (other) return other.kind === head.kind && other.column === head.column;
    }
    return false;
  }

  private text(line: Line, at: number): number {
    const column = indentOf(line.text);
    const text = squeezed(line.text);
    const { open } = this;
    if (open && this.joins(at)) {
      const between = open.leaf.text === '' ? '' : this.breaks(at, open) ? '\n' : ' ';
      open.leaf.text += between + text;
      return 1;
    }
    const speech = open?.leaf === this.items.innermost && this.items.find(({ kind }) => kind === 'speech');
    if (speech && isSpoken(this.items.innermost)) {
      const from = Math.max(column, speech.column + 0.25);
      this.openItem({ kind: 'point', text, at: line.at, column: from, content: column + 1, apart: false }, from);
      return 1;
    }
    const leaf = { type: 'paragraph' as const, text, at: line.at };
    this.items.paragraphsAt(column).push(leaf);
    this.open = { leaf, column };
    this.apart = false;
    return 1;
  }

  /** Whether a line goes on with the leaf above it: always in a paragraph of its own, in an item where it hangs or was wrapped. */
  private joins(at: number): boolean {
    const { open, wrapping } = this;
    const item = this.items.innermost;
    if (isActionsLabel(this.lineText(at))) return false;
    if (!open || !item || open.leaf.text === '') return open !== undefined;
    if (open.leaf === item && isSpoken(item)) return this.goesOnSaying(item, at);
    if (indentOf(this.lineText(at)) > item.column || wrapping.isFull(at - 1)) return true;
    return open.leaf === item && isListed(item) && wrapping.goesOn(at - 1);
  }

  /** Below what somebody says each line is another point, but where it was wrapped; below a name alone, where there are several. */
  private goesOnSaying({ column, content, text }: OpenItem, at: number): boolean {
    const { wrapping } = this;
    const wraps = (line: number): boolean => wrapping.isFull(line) || wrapping.isUnfinished(line);
    const isNameAlone = column < Math.ceil(column) && text.endsWith(':');
    // What stands right below the first word was put there by an editor.
    const indent = indentOf(this.lineText(at));
    const isHanging = wrapping.isWide(at - 1) && (indent === content || (indent === 0 && wrapping.goesOn(at - 1)));
    if (!isNameAlone) return wraps(at - 1) || isHanging;
    const next = this.lineText(at + 1);
    return next === '' || wraps(at) || itemHead(next, this.names) !== undefined;
  }

  /** Whether a line of a paragraph begins where it does because the writer meant it. */
  private breaks(at: number, open: Open): boolean {
    const text = this.lineText(at);
    if (this.items.innermost || indentOf(text) > open.column) return false;
    return !this.wrapping.isFull(at - 1) || opensLine(text, this.lineText(at - 1));
  }

  private lineText(at: number): string {
    return this.lines[at]?.text ?? '';
  }

  private close(): void {
    this.items.close();
    this.open = undefined;
  }
}

/** Lines in which an item goes on before the next one is looked for no longer. */
const longestItem = 10;

/** Whether a text is a list of people, as it stands below "Attendees". */
function namesPeople(text: string): boolean {
  return entriesOfLines({ text, span: (start, end) => ({ start, end }) }, 'attendee').length > 0;
}

/** Whether lines below an item are of somebody who speaks: it has no bullet. */
function isSpoken(item: OpenItem | undefined): boolean {
  return item?.kind === 'speech' || item?.kind === 'point';
}
