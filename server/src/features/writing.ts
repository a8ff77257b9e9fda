import type { Document } from '../document/document.js';
import { lineStart } from '../document/sections.js';
import type { Diagnostic } from '../rules/lint.js';
import type { TextEdit } from '../text/edits.js';
import { shift, type Span } from '../text/span.js';

/**
 * What somebody is writing at this moment, and which findings wait until it is written: a name, a date or a marker is wrong
 * for as long as half of it is missing, and so is what other lines say of it.
 */
export interface Writing {
  readonly path: string;
  /** The line, counted from 0, that the last change ended on. */
  readonly line: number;
  /**
   * Which new findings wait: those that touch the line, or those anywhere. A line that a line break has just ended is done,
   * so what it brings about elsewhere comes; within a line, all that is new comes from a word that may be half written.
   */
  readonly waits: 'line' | 'anywhere';
}

/** One change of a document. */
export interface Step extends TextEdit {
  /** Lines of the document before it; absent where a client sends the whole text and does not tell where it changed. */
  readonly lines?: { readonly first: number; readonly last: number };
}

/** As much of a finding as it takes to know it again after an edit. */
export type Mark = Pick<Diagnostic, 'rule' | 'span'>;

/**
 * What is being written after an edit; `undefined` when nobody writes. Typing, also with several cursors, changes the same
 * way at each place; a fix, a formatter or a merge does not, and does not begin at the cursor where that is known.
 */
export function writingAfter(
  path: string,
  steps: readonly Step[],
  cursorLine: number | undefined,
): Writing | undefined {
  const [first, ...others] = steps;
  const lines = steps.flatMap((step) => step.lines ?? []);
  if (!first || lines.length < steps.length || others.some(({ text }) => text !== first.text)) return undefined;
  if (cursorLine !== undefined && !lines.some((each) => each.first === cursorLine)) return undefined;
  const breaks = first.text.split(/\r\n|\n|\r/).length - 1;
  const within = breaks === 0 && lines.every((each) => each.first === each.last);
  // Changes below the topmost one do not move its line.
  return { path, line: Math.min(...lines.map((each) => each.first)) + breaks, waits: within ? 'anywhere' : 'line' };
}

/** Whether an edit goes on within the line that was being written. */
export function goesOn(before: Writing | undefined, after: Writing | undefined, steps: readonly Step[]): boolean {
  if (before?.path !== after?.path || before === undefined || after?.waits !== 'anywhere') return false;
  return steps.some(({ lines }) => lines?.first === before.line);
}

/** Marks where an edit has moved them to; one that the edit changes reaches over what was put there. */
export function moveMarks(marks: readonly Mark[], steps: readonly Step[]): Mark[] {
  return steps.reduce<Mark[]>((moved, step) => moved.map((mark) => moveMark(mark, step)), [...marks]);
}

function moveMark(mark: Mark, { span: changed, text }: Step): Mark {
  const { rule, span } = mark;
  const by = text.length - (changed.end - changed.start);
  if (span.end < changed.start) return mark;
  if (span.start > changed.end) return { rule, span: shift(span, by) };
  return {
    rule,
    span: { start: Math.min(span.start, changed.start), end: Math.max(span.end, changed.end) + by },
  };
}

/**
 * The findings to be shown while something is written: those there were before, at the same place by the same rule. When it is
 * not known what there was, all but those that touch the line.
 */
export function shownWhile(
  writing: Writing,
  found: readonly Diagnostic[],
  document: Pick<Document, 'path' | 'cut'>,
  before: readonly Mark[] | undefined,
): readonly Diagnostic[] {
  const line = writing.path === document.path ? lineSpan(document, writing.line) : undefined;
  const elsewhere = writing.waits === 'line' || before === undefined;
  const wasThere = recogniser(before ?? []);
  const shown = found.filter((each) => wasThere(each) || (elsewhere && !(line && meets(each.span, line))));
  return shown.length === found.length ? found : shown;
}

/** Tells whether a finding is one of the marks; both come in text order, so only the marks near it are looked at. */
function recogniser(marks: readonly Mark[]): (finding: Diagnostic) => boolean {
  let from = 0;
  return ({ rule, span }) => {
    while ((marks[from]?.span.end ?? Infinity) < span.start) from++;
    for (let at = from; (marks[at]?.span.start ?? Infinity) <= span.end; at++) {
      const mark = marks[at];
      if (mark?.rule === rule && meets(mark.span, span)) return true;
    }
    return false;
  };
}

/** Whether two ranges share a character or an end. */
function meets(one: Span, other: Span): boolean {
  return one.start <= other.end && other.start <= one.end;
}

/** A line without what ends it; `undefined` when there is none of that number. */
function lineSpan({ cut }: Pick<Document, 'cut'>, line: number): Span | undefined {
  const start = lineStart(cut, line);
  return start === undefined ? undefined : { start, end: (lineStart(cut, line + 1) ?? Infinity) - 1 };
}
