import { Archive } from '../../server/src/archive/archive.js';
import type { Config } from '../../server/src/archive/config.js';
import { readDocument, type Document } from '../../server/src/document/document.js';
import type { Span } from '../../server/src/text/span.js';
import { peopleRegister, topicsRegister } from './registers.js';

/** A document in an archive that has a small register of people and one of topics. */
export interface Fixture {
  readonly document: Document;
  readonly archive: Archive;
  /** Ranges that stood between `⟦` and `⟧`, in text order. */
  readonly ranges: readonly Span[];
}

export interface FixtureOptions {
  readonly path?: string | undefined;
  /** Other documents by path; one at a register's path stands in for the register. */
  readonly files?: Readonly<Record<string, string>> | undefined;
  readonly config?: Config | undefined;
}

const registers = [readDocument('people.md', peopleRegister).facts, readDocument('topics.md', topicsRegister).facts];

const defaultPath = 'document.md';

/** Reads a text with marked ranges and the archive around it. */
export function fixture(source: string, options: FixtureOptions = {}): Fixture {
  const { text, ranges } = readRanges(source);
  const document = readDocument(options.path ?? defaultPath, text);
  const files = Object.entries(options.files ?? {}).map(([path, other]) => readDocument(path, other).facts);
  // Of documents with one path the last counts.
  return { document, archive: Archive.of([...registers, ...files, document.facts], options.config), ranges };
}

/** Takes the `⟦…⟧` out of a text; ranges may stand within one another, not across. */
export function readRanges(source: string): { readonly text: string; readonly ranges: readonly Span[] } {
  const ranges: Span[] = [];
  const open: number[] = [];
  let text = '';
  for (const char of source) {
    if (char === '⟦') open.push(text.length);
    else if (char === '⟧') ranges.push({ start: popped(open, source), end: text.length });
    else text += char;
  }
  if (open.length > 0) throw new Error(`⟦ without ⟧ in ${JSON.stringify(source)}`);
  return { text, ranges: ranges.sort((one, other) => one.start - other.start || one.end - other.end) };
}

function popped(open: number[], source: string): number {
  const start = open.pop();
  if (start === undefined) throw new Error(`⟧ without ⟦ in ${JSON.stringify(source)}`);
  return start;
}

/** The text with `⟦…⟧` around each range, for messages of failed tests. */
export function writeRanges(text: string, ranges: readonly Span[]): string {
  const marks = ranges.flatMap(({ start, end }) => [
    { at: start, mark: '⟦' },
    { at: end, mark: '⟧' },
  ]);
  // An empty range opens before it closes; where one range ends and another starts, the end comes first.
  marks.sort((one, other) => one.at - other.at || (isEmptyAt(ranges, one.at) ? 0 : one.mark < other.mark ? 1 : -1));
  let result = '';
  let from = 0;
  for (const { at, mark } of marks) {
    result += text.slice(from, at) + mark;
    from = at;
  }
  return result + text.slice(from);
}

function isEmptyAt(ranges: readonly Span[], at: number): boolean {
  return ranges.some(({ start, end }) => start === at && end === at);
}
