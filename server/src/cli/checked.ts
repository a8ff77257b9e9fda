import {
  applyEdits,
  lint,
  readDocument,
  spansAfter,
  unaccepted,
  type Accepted,
  type Archive,
  type Diagnostic,
  type Document,
  type LintOptions,
  type Span,
  type TextEdit,
} from '../analysis.js';
import type { ChangedLines } from '../host/changedLines.js';

/** How a document is checked. */
export interface CheckHow {
  readonly lint: LintOptions;
  /** What the document is called in a baseline: its path from the archive's root, with slashes. */
  readonly name: string;
  readonly accepted?: Accepted | undefined;
  /** Folder that the document's file is not written outside of. */
  readonly root?: string;
  /** Ranges outside of which findings do not count; absent when all do. */
  readonly changed?: readonly Span[] | undefined;
  /** Gives what was found before, or has it looked for; absent where nothing of that is known. */
  readonly found?: ((document: Document, look: () => readonly Diagnostic[]) => readonly Diagnostic[]) | undefined;
}

/** A document, the archive it stands in, and what is found in it. */
export interface Checked {
  readonly document: Document;
  readonly archive: Archive;
  readonly how: CheckHow;
  /** Everything found. */
  readonly all: readonly Diagnostic[];
  /** What is neither accepted nor in lines that did not change. */
  readonly found: readonly Diagnostic[];
}

export function checked(document: Document, archive: Archive, how: CheckHow): Checked {
  const look = (): readonly Diagnostic[] => lint(document, archive, how.lint);
  const all = how.found ? how.found(document, look) : look();
  const fresh = unaccepted(document, all, how.accepted);
  const { changed } = how;
  const found = changed ? fresh.filter(({ span }) => isIn(changed, span, document.text.length)) : fresh;
  return { document, archive, how, all, found };
}

/** The same document after edits; the archive knows them too. */
export function edited({ document, archive, how }: Checked, edits: readonly TextEdit[]): Checked {
  const next = readDocument(document.path, applyEdits(document.text, edits), document.options);
  const changed = how.changed && spansAfter(how.changed, edits);
  return checked(next, archive.with(next.facts), { ...how, changed, found: undefined });
}

/** Lines as ranges of the text, their endings included; `undefined` for all of it. */
export function lineSpans(text: string, lines: ChangedLines): Span[] | undefined {
  if (lines === 'all') return undefined;
  const starts = [0];
  // Lines are counted as git does; for CommonMark a carriage return alone ends one as well.
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return lines.map(({ start, end }) => ({ start: starts[start] ?? text.length, end: starts[end] ?? text.length }));
}

/** Whether a finding has a character in one of the ranges; one that is a mere place has to be in it, or at the text's end. */
function isIn(ranges: readonly Span[], span: Span, length: number): boolean {
  return ranges.some(({ start, end }) =>
    span.start === span.end
      ? start <= span.start && (span.start < end || (end === length && span.start === length))
      : start < span.end && span.start < end,
  );
}
