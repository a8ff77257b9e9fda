import type { Document } from '../document/document.js';
import { positionIn } from '../text/lines.js';
import type { Span } from '../text/span.js';
import type { Diagnostic } from './lint.js';

/** Equal findings of a document that are accepted: those of one rule with one text around them. */
export interface AcceptedFinding {
  /** From the archive's root, with slashes. */
  readonly path: string;
  readonly rule: string;
  /** What `findingText` says of them. */
  readonly text: string;
  readonly count: number;
}

/** Findings an archive lives with, sorted. */
export type Baseline = readonly AcceptedFinding[];

/** How many findings of one document are accepted, by `findingKey`. */
export type Accepted = ReadonlyMap<string, number>;

/** Lines longer than this are known by what stands around the finding, so that edits elsewhere in them do not matter. */
const longLine = 160;
const around = 60;
/** Blank lines above a finding that are looked over for one with words. */
const blankLines = 8;

/**
 * The words a finding is known by wherever it moves to: those of the line it begins in, white space folded; those of the
 * line above when that one is blank. A line number would be another one after each edit.
 */
export function findingText({ cut }: Pick<Document, 'cut'>, span: Span): string {
  // The section says it all, so the whole text need not be put together.
  const { line: index, column: offset } = positionIn(cut.starts, span.start);
  const { text, lines } = cut.sections[index] ?? { text: '', lines: [0] };
  const { line, column } = positionIn(lines, offset);
  const lineAt = (at: number): string => text.slice(lines[at], lines[at + 1]);
  const own = lineAt(line);
  if (own.length > longLine) return excerpt(own, column);
  for (let at = line; at >= Math.max(0, line - blankLines); at--) {
    const words = folded(lineAt(at).slice(0, longLine));
    if (words !== '') return words;
  }
  return '';
}

function excerpt(line: string, column: number): string {
  const start = Math.max(0, column - around);
  const end = Math.min(line.length, column + around);
  return `${start > 0 ? '…' : ''}${folded(line.slice(start, end))}${end < line.length ? '…' : ''}`;
}

function folded(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** What makes two findings of a document equal. */
export function findingKey(document: Pick<Document, 'cut'>, { rule, span }: Diagnostic): string {
  return keyOf(rule, findingText(document, span));
}

function keyOf(rule: string, text: string): string {
  return `${rule} ${text}`;
}

/** Findings of a document as a baseline keeps them. */
export function acceptedFindings(path: string, document: Document, found: readonly Diagnostic[]): AcceptedFinding[] {
  const entries = new Map<string, AcceptedFinding>();
  for (const { rule, span } of found) {
    const text = findingText(document, span);
    const known = entries.get(keyOf(rule, text));
    entries.set(keyOf(rule, text), { path, rule, text, count: (known?.count ?? 0) + 1 });
  }
  return [...entries.values()];
}

/** What is accepted in each document, by its path. Said twice, as two branches may have, it is accepted once. */
export function acceptedByPath(baseline: Baseline): ReadonlyMap<string, Accepted> {
  const documents = new Map<string, Map<string, number>>();
  for (const { path, rule, text, count } of baseline) {
    const accepted = documents.get(path) ?? new Map<string, number>();
    documents.set(path, accepted);
    accepted.set(keyOf(rule, text), Math.max(count, accepted.get(keyOf(rule, text)) ?? 0));
  }
  return documents;
}

/** The findings that are not accepted; of equal ones the first are. */
export function unaccepted(
  document: Document,
  found: readonly Diagnostic[],
  accepted: Accepted | undefined,
): readonly Diagnostic[] {
  if (!accepted || accepted.size === 0) return found;
  const left = new Map(accepted);
  return found.filter((each) => {
    const key = findingKey(document, each);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

export interface RenewOptions {
  /** All that was found in the documents that were checked. */
  readonly found: readonly AcceptedFinding[];
  /** Whether a rule was run on a document, or would have been if it were still there. */
  readonly isChecked: (path: string, rule: string) => boolean;
}

/**
 * The baseline that accepts what was found. What was not looked for, in other documents or by other rules, stays
 * accepted; `dropped` is how many accepted findings are gone and `added` how many are new.
 */
export function renewBaseline(
  baseline: Baseline,
  { found, isChecked }: RenewOptions,
): { readonly baseline: Baseline; readonly added: number; readonly dropped: number } {
  const before = baseline.filter(({ path, rule }) => isChecked(path, rule));
  const kept = baseline.filter(({ path, rule }) => !isChecked(path, rule));
  return {
    baseline: [...kept, ...found].sort(inOrder),
    added: surplus(found, before),
    dropped: surplus(before, found),
  };
}

/** How many findings of the one list the other has not. */
function surplus(of: Baseline, over: Baseline): number {
  const counts = acceptedByPath(over);
  return of.reduce(
    (sum, { path, rule, text, count }) => sum + Math.max(0, count - (counts.get(path)?.get(keyOf(rule, text)) ?? 0)),
    0,
  );
}

function inOrder(one: AcceptedFinding, other: AcceptedFinding): number {
  return compare(one.path, other.path) || compare(one.rule, other.rule) || compare(one.text, other.text);
}

/** The same on every machine, whatever its language. */
function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
