/** A line of the source that says something. */
export interface SourceLine {
  /** Without the blanks around it. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** Columns of the blanks before it. */
  readonly indent: number;
  /** The source's last line of it, where it was put together from several. */
  readonly end?: number;
}

/** How many blank lines stand between two lines. */
export function gapBetween(before: SourceLine, line: SourceLine): number {
  return Math.max(0, line.line - (before.end ?? before.line) - 1);
}

/** Lines that stand together: ordinary ones, or list items with the lines that go on in them. */
export interface Piece {
  readonly type: 'text' | 'items';
  readonly lines: readonly SourceLine[];
  /** How many blank lines stand before it; 0 when it follows the piece before at once. */
  readonly gap: number;
  /** Whether it is a title; absent where blank lines around it have to tell. */
  readonly title?: boolean;
}

/** Bullets as browsers copy them, and numbers. */
const itemForm = /^(?:[•◦▪‣·●○■*+–-]|(\d{1,3})[.)])\s+(?=\S)/;

/** The bullet or number a line begins with; `undefined` when it is no list item. */
export function bulletOf(text: string): { readonly length: number; readonly number?: number } | undefined {
  const form = itemForm.exec(text);
  if (!form) return undefined;
  return { length: form[0].length, ...(form[1] !== undefined && { number: Number(form[1]) }) };
}

/** Lines that say something; blank ones are left out and known by the numbers of the others. */
export function spokenLines(lines: readonly string[]): SourceLine[] {
  return lines.flatMap((read, index): SourceLine[] => {
    const text = read.trim();
    return text === '' ? [] : [{ text, line: index + 1, indent: columns(read.slice(0, read.indexOf(text))) }];
  });
}

function columns(blanks: string): number {
  let width = 0;
  for (const char of blanks) width = char === '\t' ? width + 8 - (width % 8) : width + 1;
  return width;
}

/** Groups lines. A line that is no item goes on in the item before it when it is indented deeper than the item's bullet. */
export function pieces(lines: readonly SourceLine[]): Piece[] {
  const result: { type: Piece['type']; lines: SourceLine[]; gap: number }[] = [];
  let last: SourceLine | undefined;
  let bullet = 0;
  for (const line of lines) {
    const gap = last ? gapBetween(last, line) : 1;
    const item = bulletOf(line.text) !== undefined;
    const current = result.at(-1);
    const goesOn = gap === 0 && (item ? current?.type === 'items' : current?.type === 'text' || line.indent > bullet);
    if (current && goesOn) current.lines.push(line);
    else result.push({ type: item ? 'items' : 'text', lines: [line], gap });
    if (item) bullet = line.indent;
    last = line;
  }
  return result;
}
