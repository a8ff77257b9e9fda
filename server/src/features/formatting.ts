import { difference, type Document } from '../document/document.js';
import { compatibleSets, type TextEdit } from '../text/edits.js';
import { contains, type Span } from '../text/span.js';
import { blankLines } from './format/blankLines.js';
import { lineOf, pageOf, type Change, type Page } from './format/change.js';
import { harmless } from './format/kept.js';
import { lineEnds } from './format/lineEnds.js';
import { listIndents } from './format/listIndents.js';
import { listMarkers } from './format/listMarkers.js';
import { spelling } from './format/spelling.js';
import { wrapped } from './format/wrap.js';

export interface FormattingOptions {
  /** Columns above which lines are broken; they are left as they are without it. */
  readonly wrap?: number | undefined;
  /** What is changed stands in the lines of this range; all of the document without it. */
  readonly range?: Span | undefined;
}

/** What is dropped in one round may fit in the next; hardly ever is there a third. */
const mostRounds = 5;

/**
 * The edits that write a document as the format is usually written, none in Markdown of no kind of ours. No word is lost and nothing says
 * anything else: a change that would is left out.
 */
export function formatting(document: Document, options: FormattingOptions = {}): TextEdit[] {
  if (!document.facts.kind) return [];
  const [first, ...more] = rounds(document, options);
  if (!first) return [];
  if (more.length === 0) return first.edits;
  const last = more.at(-1)?.after ?? first.after;
  return [difference(document.text, last.text)];
}

interface Round {
  readonly edits: TextEdit[];
  readonly after: Document;
}

function rounds(document: Document, { range, wrap }: FormattingOptions): Round[] {
  const done: Round[] = [];
  let current = document;
  // Where a range ends after the first round is not known, and what it has in it is of one piece.
  while (done.length < (range ? 1 : mostRounds)) {
    const page = pageOf(current);
    const changes = compatibleSets(inRange(changesOf(current, page, wrap), page, range));
    const { kept, after } = harmless(current, changes);
    if (kept.length === 0) break;
    done.push({ edits: kept.flat().sort((one, other) => one.span.start - other.span.start), after });
    current = after;
  }
  return done;
}

function changesOf(document: Document, page: Page, wrap: number | undefined): Change[] {
  return [
    ...spelling(document),
    ...page.blocks.flatMap((block) => (block.type === 'list' ? listIndents(block, page) : [])),
    ...listMarkers(page),
    ...lineEnds(page),
    ...blankLines(page),
    ...(wrap === undefined ? [] : wrapped(page, { width: wrap, definitions: document.definitions })),
  ];
}

function inRange(changes: readonly Change[], page: Page, range: Span | undefined): readonly Change[] {
  if (!range) return changes;
  const lines = wholeLines(page, range);
  return changes.filter((change) => change.every(({ span }) => contains(lines, span)));
}

/** A selection that ends where a line begins has nothing of that line. */
function wholeLines(page: Page, { start, end }: Span): Span {
  const last = lineOf(page, end > start ? end - 1 : end);
  return {
    start: page.lineStarts[lineOf(page, start)] ?? 0,
    end: page.lineStarts[last + 1] ?? page.text.length,
  };
}

/** Keys behind which what was written is spelt as usual: a label or marker is whole with its colon, a line with its end. */
export const formattingKeys = [':', '\n'] as const;

/** A line on which nothing stands but what an editor begins the next item with. */
const begun = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+(?:\[ \]\s+)?)?$/;

/** The edits that spell what was written just before one of these keys. Blanks are left alone: they may be wanted next. */
export function formattingTyped(document: Document, offset: number): TextEdit[] {
  if (!document.facts.kind) return [];
  const page = pageOf(document);
  const line = lineOf(page, offset);
  const isNew = begun.test(page.text.slice(page.lineStarts[line], offset));
  const typed = { start: page.lineStarts[isNew ? line - 1 : line] ?? 0, end: offset };
  const changes = spelling(document).filter((change) => change.every(({ span }) => contains(typed, span)));
  return harmless(document, changes).kept.flat();
}
