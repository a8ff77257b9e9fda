/** A line that begins a list item. */
export interface ItemLine {
  readonly indent: string;
  /** `-`, `*`, `+`; what stands behind the number of a numbered one. */
  readonly marker: string;
  readonly number?: number;
  readonly box: boolean;
  readonly text: string;
}

const form = /^([ \t]*)(?:([-*+])|(\d{1,9})([.)]))[ \t]+(?![ \t])(\[[ xX]\](?:[ \t]+(?![ \t])|$))?(.*)$/;

export function readItem(line: string): ItemLine | undefined {
  const [, indent = '', bullet, number, delimiter = '', box, text = ''] = form.exec(line) ?? [];
  const marker = bullet ?? delimiter;
  if (marker === '') return undefined;
  return { indent, marker, ...(number !== undefined && { number: Number(number) }), box: box !== undefined, text };
}

/** The line's head as another item of the same list has it, with a box that is not ticked. */
export function head({ marker, number, box }: ItemLine, at = number): string {
  return `${at === undefined ? '' : at}${marker} ${box ? '[ ] ' : ''}`;
}

/** What the next item of a list begins with, behind its indent. */
export function nextHead(item: ItemLine): string {
  return head(item, item.number === undefined ? undefined : item.number + 1);
}

/** Columns by which a document nests its items: as most of them do; by as much as their marker takes where none is nested. */
export function ownIndent(lines: readonly string[]): { readonly size: number; readonly tabs: boolean } {
  const steps = new Map<number, number>();
  let tabs = false;
  let before: ItemLine | undefined;
  for (const line of lines) {
    const item = readItem(line);
    if (!item && line.trim() !== '') continue;
    const step = item && before ? item.indent.length - before.indent.length : 0;
    if (step > 0 && step <= 8) steps.set(step, (steps.get(step) ?? 0) + 1);
    if (item?.indent.includes('\t')) tabs = true;
    before = item ?? before;
  }
  const [most] = [...steps].sort(([, one], [, other]) => other - one);
  return { size: tabs ? 4 : (most?.[0] ?? 2), tabs };
}

/** The item that a nested one stands in. */
function parentOf(lines: readonly string[], at: number, { indent }: ItemLine): ItemLine | undefined {
  for (let line = at - 1; line >= 0; line--) {
    const item = readItem(lines[line] ?? '');
    if (item && item.indent.length < indent.length) return item;
    if (!item && /^\S/.test(lines[line] ?? '')) return undefined;
  }
  return undefined;
}

/** A line one level further out, as the next item of the list it comes to stand in. */
export function movedOut(lines: readonly string[], at: number): string | undefined {
  const item = readItem(lines[at] ?? '');
  if (!item || item.indent === '') return undefined;
  const parent = parentOf(lines, at, item);
  if (!parent) return `${head(item)}${item.text}`;
  const next = parent.number === undefined ? undefined : parent.number + 1;
  return `${parent.indent}${head({ ...parent, box: item.box }, next)}${item.text}`;
}

const twoMarkers = /^([ \t]*)((?:[-*+]|\d{1,9}[.)]) (?:\[ \] )?)(?:[-*+]|\d{1,9}[.)])[ \t]/;

/** Where a marker stands that somebody has typed another one behind, out of habit; `undefined` where nobody has. */
export function needlessMarker(line: string): { readonly start: number; readonly end: number } | undefined {
  const [, indent = '', marker] = twoMarkers.exec(line) ?? [];
  return marker === undefined ? undefined : { start: indent.length, end: indent.length + marker.length };
}

/** A line one level further in, below the text of the item before it; `undefined` where there is none to stand in. */
export function movedIn(lines: readonly string[], at: number): string | undefined {
  const item = readItem(lines[at] ?? '');
  if (!item) return undefined;
  for (let line = at - 1; line >= 0; line--) {
    const before = readItem(lines[line] ?? '');
    if (!before || before.indent.length > item.indent.length) continue;
    if (before.indent.length < item.indent.length) return undefined;
    const width = before.number === undefined ? ownIndent(lines).size : `${before.number}${before.marker} `.length;
    const start = item.number === undefined ? undefined : 1;
    return `${item.indent}${' '.repeat(width)}${head(item, start)}${item.text}`;
  }
  return undefined;
}

export interface Renumbering {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What makes the numbers of a list follow each other again behind a line of it; nothing where they are all the same on purpose. */
export function renumbered(lines: readonly string[], at: number): Renumbering[] {
  const own = readItem(lines[at] ?? '');
  if (own?.number === undefined) return [];
  const items = siblings(lines, at, own);
  const first = items[0]?.item.number ?? 1;
  if (items.length > 2 && items.every(({ line, item }) => item.number === first || line === at)) return [];
  return items.flatMap(({ line, item }, index) => {
    const number = first + index;
    if (item.number === number) return [];
    const start = item.indent.length;
    return [{ line, start, end: start + String(item.number).length, text: String(number) }];
  });
}

function siblings(
  lines: readonly string[],
  at: number,
  { indent, marker }: ItemLine,
): { readonly line: number; readonly item: ItemLine }[] {
  const found: { line: number; item: ItemLine }[] = [];
  for (const step of [-1, 1]) {
    for (let line = step < 0 ? at : at + 1; line >= 0 && line < lines.length; line += step) {
      const text = lines[line] ?? '';
      const item = readItem(text);
      const indented = text.trim() === '' || /^[ \t]/.test(text);
      if (item?.indent === indent && item.number !== undefined && item.marker === marker) found.push({ line, item });
      else if (!indented || (item && item.indent.length <= indent.length)) break;
    }
  }
  return found.sort((one, other) => one.line - other.line);
}
