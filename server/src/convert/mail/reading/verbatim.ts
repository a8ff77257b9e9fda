import { withoutBullet } from './itemHead.js';
import { indentOf, type Line } from './line.js';

/** Lines that stay as they are, and how many they take. */
export interface Verbatim {
  /** With fences around code that had none. */
  readonly texts: readonly string[];
  readonly lines: number;
}

/** Column of the text around it, whether an empty line stands before, and what may close it. */
interface Surroundings {
  readonly base: number;
  readonly apart: boolean;
  /** The lines that may close a fence, see {@link fenceLines}. */
  readonly fences: readonly number[];
}

/** The fenced code, table, drawing or indented code that begins at a line; `undefined` for text. */
export function verbatimAt(
  lines: readonly Line[],
  at: number,
  { base, apart, fences }: Surroundings,
): Verbatim | undefined {
  const text = lines[at]?.text ?? '';
  const fence = /^\s*(`{3,}|~{3,}(?!~))[^`]*$/.exec(text)?.[1];
  if (fence !== undefined) return fenced(lines, at, fence, fences);
  if (/^\s*(?:\|.*\||\+[-=+]{3,}\+)\s*$/.test(text)) return table(lines, at);
  return apart && indentOf(text) >= base + 4 ? indented(lines, at) : undefined;
}

const fenceForm = /^\s*(?:`{3,}|~{3,})\s*$/;
/** Fences looked at for the one that closes another. */
const mostFences = 20;

/** Indices of lines that are a fence and nothing else. */
export function fenceLines(lines: readonly Line[]): number[] {
  return lines.flatMap(({ text }, index) => (fenceForm.test(text) ? [index] : []));
}

function fenced(lines: readonly Line[], at: number, fence: string, fences: readonly number[]): Verbatim | undefined {
  const first = firstAfter(fences, at);
  const end = fences.slice(first, first + mostFences).find((index) => {
    const mark = (lines[index]?.text ?? '').trim();
    return mark.length >= fence.length && mark.charAt(0) === fence.charAt(0);
  });
  return end === undefined ? undefined : { texts: outdented(lines.slice(at, end + 1)), lines: end + 1 - at };
}

/** Position of the first of some ascending numbers that is greater than `value`. */
function firstAfter(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function table(lines: readonly Line[], at: number): Verbatim | undefined {
  const run = runOf(lines, at, (text) => /^\s*[|+]/.test(text));
  if (run.length < 2) return undefined;
  const isTable = /^\s*(?:\|\s*)?:?-{2,}/.test(run[1]?.text ?? '') && /^\s*\|/.test(run[0]?.text ?? '');
  return { texts: isTable ? outdented(run) : code(run), lines: run.length };
}

/** What people indent in a mail is code, what a command printed, or a drawing when it has the look of it. */
const looksLikeCode =
  /[{}]|;\s*$|^\s*(?:[$#%]|\/\/|\/\*)\s|\+--|--[+>]|[<-]{3,}|\b0x[\da-f]{2}|\(\);?|[=!]=|->|^\s*\d+:\s|^\s*[|+`\\]/i;

function indented(lines: readonly Line[], at: number): Verbatim | undefined {
  const column = indentOf(lines[at]?.text ?? '');
  const run = runOf(lines, at, (text) => indentOf(text) >= column);
  return run.some(({ text }) => looksLikeCode.test(withoutBullet(text)))
    ? { texts: code(run), lines: run.length }
    : undefined;
}

function runOf(lines: readonly Line[], at: number, belongs: (text: string) => boolean): Line[] {
  const run: Line[] = [];
  for (let next = at; next < lines.length; next++) {
    const line = lines[next];
    if (!line || line.text === '' || !belongs(line.text)) break;
    run.push(line);
  }
  return run;
}

function code(run: readonly Line[]): string[] {
  const fence = run.some(({ text }) => text.includes('```')) ? '~~~~' : '```';
  return [fence, ...outdented(run), fence];
}

function outdented(run: readonly Line[]): string[] {
  let column = Infinity;
  for (const { text } of run) if (text !== '') column = Math.min(column, indentOf(text));
  return run.map(({ text }) => text.slice(Math.min(column, indentOf(text))));
}
