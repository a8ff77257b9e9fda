import type { RootContent } from 'mdast';
import { namesDay, weekdayNumber } from '../../document/dates.js';
import { attendanceOf, iconResidue } from '../../document/schema.js';
import type { Names } from '../mail/reading/names.js';
import { speechHead } from '../mail/reading/speechHead.js';
import { list, listItem, paragraph, text, type BlockData } from '../nodes.js';
import type { Places } from '../places.js';
import type { Project } from '../shape/projects.js';
import { headingOf, isCapitalised, numberedTitles, type HeadingLine } from './headings.js';
import { inline, seePage } from '../addresses.js';
import { areFields, fieldsOf } from './fieldLines.js';
import type { Piece, SourceLine } from './lines.js';
import { readLists } from './lists.js';
import { readProject, startsProject } from './projects.js';
import { tableOf, tableRuns } from './tableLines.js';
import { isMarkedLine, isUndefinedTemplate, understood, type Understood } from './residue.js';
import { say } from '../../text/say.js';

/** The parts of a page in their order. */
export type Element = { readonly line: number; readonly gap: number } & (
  | { readonly type: 'heading'; readonly heading: HeadingLine }
  | { readonly type: 'project'; readonly project: Project }
  | {
      readonly type: 'block';
      readonly node: RootContent;
      readonly source: string;
      /** Whether it is an action in a line of its own: a list right below it tells more of it. */
      readonly action?: boolean;
    }
  /** Where the wiki shows that a template is not there. */
  | { readonly type: 'undefined' }
);

/** Reads pieces as headings, proposals and blocks. */
export function readElements(all: readonly Piece[], names: Names, places: Places): Element[] {
  const elements: Element[] = [];
  const numbered = numberedTitles(all, names);
  for (let index = 0; index < all.length;) {
    const piece = all[index];
    const line = piece?.lines[0]?.line ?? 1;
    const gap = piece?.gap ?? 1;
    if (!piece) break;
    if (startsProject(piece)) {
      const { project, next } = readProject(all, index, places);
      elements.push({ type: 'project', project, line, gap });
      index = next;
    } else if (numbered.has(index)) {
      elements.push({ type: 'heading', heading: { text: piece.lines[0]?.text ?? '', kind: 'likely' }, line, gap });
      index++;
    } else if (piece.type === 'items') {
      const count = listLength(all, index, numbered);
      for (const element of listElements(all.slice(index, index + count), places)) elements.push(element);
      index += count;
    } else index += readText(all, index, elements, { names, places });
  }
  return elements;
}

/** Number of pieces that make one list: over a blank line it goes on, over two only below an item, and never over a title. */
function listLength(all: readonly Piece[], start: number, titles: ReadonlySet<number>): number {
  const base = all[start]?.lines.reduce((least, { indent }) => Math.min(least, indent), Infinity) ?? 0;
  let count = 1;
  for (let piece = all[start + count]; piece?.type === 'items'; piece = all[start + ++count])
    if (titles.has(start + count) || (piece.gap > 1 && (piece.lines[0]?.indent ?? 0) <= base)) break;
  return count;
}

function listElements(parts: readonly Piece[], places: Places): Element[] {
  const gap = parts[0]?.gap ?? 1;
  const lines = parts.flatMap((part) => part.lines);
  return readLists(lines, { attached: gap === 0 }, places).map((node, index) => ({
    type: 'block',
    node,
    source: '',
    line: node.position?.start.line ?? 1,
    gap: index === 0 ? gap : 0,
  }));
}

/** What the parts of a page are read with. */
interface Reading {
  readonly names: Names;
  readonly places: Places;
}

/** Reads a piece of text; returns how many pieces were read. */
function readText(all: readonly Piece[], index: number, elements: Element[], { names, places }: Reading): number {
  const piece = all[index];
  const [first, ...others] = piece?.lines ?? [];
  if (!piece || !first) return 1;
  const banner = bannerOf(first, others);
  if (banner !== undefined && all[index + 1]?.type === 'text') {
    pushBanner(first, all[index + 1], elements, places);
    return 2;
  }
  const found = headingOf(piece, all[index + 1], names);
  const said = found && (isAsked(found, piece.gap, elements.at(-1)) || isOfEntry(found, elements));
  const heading = said ? undefined : found;
  if (heading) elements.push({ type: 'heading', heading, line: first.line, gap: piece.gap });
  const rest = heading ? others : piece.lines;
  pushBlocks(rest, heading ? 0 : piece.gap, elements, { names, places });
  return 1;
}

/** A question right below a heading is what that is about. */
function isAsked({ kind, text: source }: HeadingLine, gap: number, before: Element | undefined): boolean {
  const asks = source.endsWith('?') && !isCapitalised(source);
  return kind === 'likely' && gap === 1 && asks && before?.type === 'heading';
}

/** What stands right below the fields of an entry of the scheduler is what that is about, unless it is a day of the schedule. */
function isOfEntry({ kind, text: source }: HeadingLine, elements: readonly Element[]): boolean {
  const [entry, fields] = elements.slice(-2);
  const below = entry?.type === 'heading' && entry.heading.kind === 'entry' && fields?.type === 'block';
  return (
    kind === 'likely' && below && !namesDay(source) && weekdayNumber(source.split(/[\s,]/, 1)[0] ?? '') === undefined
  );
}

/** `Icon todo.png To Do:` with its text in the next paragraph. */
function bannerOf({ text: source }: SourceLine, others: readonly SourceLine[]): string | undefined {
  const icon = iconResidue.exec(source)?.[0];
  return icon !== undefined && others.length === 0 && /^[^:]{1,30}:$/.test(source.slice(icon.length).trim())
    ? source
    : undefined;
}

function pushBanner(head: SourceLine, body: Piece | undefined, elements: Element[], places: Places): void {
  const said = body?.lines.map((line) => line.text).join('\n') ?? '';
  const read = understood(`${head.text} ${said}`, head.line, places);
  elements.push(block(paragraph(inline(read.text), head.line), read.text, 1));
}

/** Above this length a line was not wrapped by whoever wrote it, so each line is a paragraph. */
const longestWrapped = 120;

function pushBlocks(lines: readonly SourceLine[], gap: number, elements: Element[], reading: Reading): void {
  tableRuns(lines).forEach((run, index) => {
    const attached = index === 0 ? gap : 0;
    if (run.rows) elements.push(block(tableOf(run.lines, listedBelow(elements.at(-1))), '', attached));
    else pushText(run.lines, attached, elements, reading);
  });
}

function listedBelow(before: Element | undefined): 'people' | 'anything' {
  return before?.type === 'heading' && attendanceOf(before.heading.text) ? 'people' : 'anything';
}

function pushText(lines: readonly SourceLine[], gap: number, elements: Element[], { names, places }: Reading): void {
  let waiting: SourceLine[] = [];
  let attached = gap;
  const flush = (): void => {
    if (waiting.length === 0) return;
    elements.push(...textBlocks(waiting, attached, elements.at(-1)));
    attached = 0;
    waiting = [];
  };
  const apart = lines.some((line) => line.text.length > longestWrapped);
  for (const line of apart ? lines : withWrappedMarkers(lines)) {
    if (isUndefinedTemplate(line.text)) {
      flush();
      places.drop(line.line, line.text, say`what the wiki shows for a template that is not there`);
      elements.push({ type: 'undefined', line: line.line, gap: attached });
      continue;
    }
    const read = understood(line.text, line.line, places);
    if (read.marker || apart || iconResidue.test(line.text) || speechHead(line.text, names)) flush();
    if (read.marker) {
      elements.push(markedItem(read, line.line, attached));
      attached = 0;
    } else waiting.push({ ...line, text: read.text });
    if (apart) flush();
  }
  flush();
}

function markedItem({ text: source, checked }: Understood, line: number, gap: number): Element {
  const item = listItem([paragraph(inline(source), line)], line, checked);
  return { ...block(list([item], line), source, gap), ...(source.startsWith('ACTION') && { action: true }) };
}

/** Shorter lines end where they do because what they say ends. */
const shortestWrapped = 60;

/** Lines with those that go on in an action or decision, as far as it was wrapped, in its own line. */
function withWrappedMarkers(lines: readonly SourceLine[]): SourceLine[] {
  const groups: { readonly first: SourceLine; readonly marked: boolean; readonly texts: string[] }[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1]?.text ?? '';
    const wrapped = before.length >= shortestWrapped && (/^\p{Ll}/u.test(line.text) || !/[.!?:]$/.test(before));
    const marked = isMarkedLine(line.text);
    const last = groups.at(-1);
    if (last?.marked && wrapped && !marked) last.texts.push(line.text);
    else groups.push({ first: line, marked, texts: [line.text] });
  });
  return groups.map(({ first, texts }) => ({ ...first, text: texts.join('\n') }));
}

function block(node: RootContent, source: string, gap: number): Element {
  return { type: 'block', node, source, line: node.position?.start.line ?? 1, gap };
}

/** Lines as a field list, as a list without bullets, or as a paragraph. */
function textBlocks(lines: readonly SourceLine[], gap: number, before: Element | undefined): Element[] {
  const line = lines[0]?.line ?? 1;
  const source = lines.map((each) => each.text).join('\n');
  const head = before === undefined || before.type === 'heading';
  const data: BlockData = { attached: gap === 0 && !head };
  if (head && areFields(lines)) return [block(list(fieldsOf(lines), line, data), source, gap)];
  if (isBareList(lines, before)) return [block(list(lines.map(bareItem), line), source, gap)];
  return [block(paragraph(seePage(source) ?? inline(source), line, data), source, gap)];
}

const longestBare = 60;

/** Short lines behind a colon are a list whose bullets were never there. */
function isBareList(lines: readonly SourceLine[], before: Element | undefined): boolean {
  const announced = before?.type === 'block' && before.source.endsWith(':');
  return (
    announced && lines.length > 2 && lines.every(({ text: own }) => own.length <= longestBare && !/[.,;:]$/.test(own))
  );
}

function bareItem({ text: source, line }: SourceLine): ReturnType<typeof listItem> {
  return listItem([paragraph([text(source)], line)], line);
}
