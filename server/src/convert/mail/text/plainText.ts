import type { Heading, List, Root, RootContent } from 'mdast';
import { place, type Document, type PlacedFacts } from '../../../document/document.js';
import type { Field } from '../../../document/facts.js';
import { parseWhole } from '../../../document/remark.js';
import { spanOf } from '../../../document/remarkBlocks.js';
import type { Span } from '../../../text/span.js';
import { unreadableAt, type Unreadable } from '../../nesting.js';
import { blocksLines, type BlockContext } from './blockLines.js';
import { definitionsIn } from './inlinePieces.js';
import { keptLines } from './keptLines.js';
import { emptyLine, lineOf, noMargin, type MailLine } from './mailLine.js';
import { noteLines } from './noteLines.js';
import { Notes, numbersIn } from './notes.js';
import { wikiPages } from './wikiPages.js';

export interface PlainTextOptions {
  /** Columns of the longest line. */
  readonly width: number;
  /** Whether the title is written, or left to the subject of a mail. */
  readonly title: 'written' | 'omitted';
  /** Address below which the wiki's pages stand. */
  readonly wiki?: string;
}

export interface PlainText {
  readonly lines: readonly MailLine[];
  /** What plain text cannot say. */
  readonly lost: readonly { readonly span: Span; readonly what: string }[];
}

/** A document as the plain text that the mailing list expects. */
export function toPlainText(document: Document, options: PlainTextOptions): PlainText {
  const unreadable = unreadableAt(document.text);
  if (unreadable) return asWritten(document, unreadable);
  // A byte order mark would shift remark's offsets by one.
  const source = document.text.replace(/^\uFEFF/, ' ');
  const root = parseWhole(source, { frontMatter: true });
  const title = root.children.find((node): node is Heading => node.type === 'heading');
  const lost: { span: Span; what: string }[] = [];
  const definitions = definitionsIn(root);
  const notes = new Notes(numbersIn(source));
  for (const [label, url] of definitions) if (/^\d{1,4}$/.test(label)) notes.claim(url, Number(label));
  const context: BlockContext = {
    source,
    notes,
    definitions,
    pages: wikiPages(document, options.wiki),
    keptLines: keptLines(root, source, document.facts.sections),
    bare: false,
    lose: (span, what) => lost.push({ span, what }),
    width: options.width,
    titleDepth: titleDepth(title, options),
    ...headItems(document, root, title),
  };
  const body = root.children.filter((node) => !(node === title && options.title === 'omitted'));
  const lines = blocksLines(body, noMargin, context);
  const end = noteLines(root, context);
  const gap = lines.length > 0 && end.length > 0 ? [emptyLine('', document.text.length)] : [];
  return { lines: [...lines, ...gap, ...end], lost };
}

/** A document that cannot be taken apart, line by line. */
function asWritten({ text, facts: { lineStarts } }: Document, { line, what }: Unreadable): PlainText {
  const lines = lineStarts.map((start, index) => {
    const span = { start, end: lineStarts[index + 1] ?? text.length };
    return lineOf(text.slice(span.start, span.end).replace(/^\uFEFF/, ''), span);
  });
  const start = lineStarts[line] ?? 0;
  return { lines, lost: [{ span: { start, end: start }, what }] };
}

/** The text of a mail, with a line ending behind each line. */
export function textOf({ lines }: Pick<PlainText, 'lines'>): string {
  return lines.map(({ text }) => `${text}\n`).join('');
}

/** A title that is written is underlined as a section's heading is, and the sections come one step below it. */
function titleDepth(title: Heading | undefined, options: PlainTextOptions): number {
  if (!title) return 0;
  return options.title === 'written' ? title.depth - 1 : title.depth;
}

/** The list items that are fields of the document itself, and those among them that a mail does not say. */
function headItems(
  { facts }: Document,
  root: Root,
  title: Heading | undefined,
): Pick<BlockContext, 'heads' | 'omitted' | 'described'> {
  const titleAt = title ? spanOf(title).start : 0;
  const head = facts.sections.filter((section) => section.start <= titleAt);
  const fields = new Map(head.flatMap((section) => section.facts.fields.map((field) => byStart(section, field))));
  const items = root.children.filter(isList).flatMap((list) => list.children);
  const own = items.flatMap((item) => {
    const [first] = item.children;
    const field = first && fields.get(spanOf(first).start);
    return field ? [{ start: spanOf(item).start, field }] : [];
  });
  const posted = facts.kind === 'notes' || facts.kind === 'minutes';
  // That notes are still to be published is nothing to tell those who read them; where they were is.
  const left = own.filter(({ field }) => posted && field.label === 'Notes' && field.urls.length === 0);
  const described = own.find(({ field }) => facts.kind === 'notes' && field.label === 'Description')?.start;
  return {
    heads: new Set(own.map(({ start }) => start)),
    omitted: new Set(left.map(({ start }) => start)),
    ...(described !== undefined && { described }),
  };
}

/** A field by the offset of its paragraph: emphasis may stand before its label. */
function byStart(section: PlacedFacts, field: Field): readonly [number, Field] {
  return [place(section, field.span).start, field];
}

function isList(node: RootContent): node is List {
  return node.type === 'list';
}
