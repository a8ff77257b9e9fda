import {
  goesOn,
  moveMarks,
  shownWhile,
  writingAfter,
  type Diagnostic,
  type LintOptions,
  type Mark,
  type Step,
  type Writing,
} from '../analysis.js';
import type { OpenDocument } from './openDocuments.js';

/** What was found in a document, and how it was looked for. */
export interface Found {
  readonly diagnostics: readonly Diagnostic[];
  readonly options: LintOptions;
}

/** An edit as it came. */
export interface Edit {
  readonly before: OpenDocument;
  readonly steps: readonly Step[];
}

/**
 * Holds back, in all open documents, what an unfinished word brings about, until its line is left. Several answers are paths of
 * other documents: their findings need wait no longer, and nobody will ask for them.
 */
export interface WritingState {
  /** Takes in an edit; `find` tells what was found before it, where that can be told. */
  edited(edit: Edit, find: () => Found | undefined): readonly string[];
  cursorAt(path: string, line: number): readonly string[];
  /** Takes what is being written in a document as written. */
  done(path: string): readonly string[];
  /** Of what is found in a document as it is now, that which is to be shown; the same array when nothing has to wait. */
  shown(open: OpenDocument, found: Found): readonly Diagnostic[];
  /** Takes a document as never seen, as when it is opened or closed. */
  forget(path: string): readonly string[];
}

/** What is known of a document's findings. */
interface Kept {
  /** The line that was being written then, anywhere. */
  readonly session: symbol;
  readonly options: LintOptions;
  /** What may be shown as long as that line is being written. */
  readonly may: readonly Mark[];
  /** What was last shown; absent after an edit of the document. */
  readonly last?: Pick<Found, 'diagnostics'> & {
    readonly writing: Writing | undefined;
    readonly shown: readonly Diagnostic[];
  };
}

export function createWriting(): WritingState {
  const kept = new Map<string, Kept>();
  let writing: Writing | undefined;
  let session = Symbol('line');
  let cursor: { readonly path: string; readonly line: number } | undefined;

  /** Ends the line; the paths whose findings had to wait for it. */
  const end = (): string[] => {
    session = Symbol('line');
    return [...kept].flatMap(([path, { last }]) => (last && last.shown !== last.diagnostics ? [path] : []));
  };
  const leave = (): string[] => {
    if (!writing) return [];
    writing = undefined;
    return end();
  };
  /** What may be shown of a document now: in the line that was being written what was shown, on a new one all there was. */
  const marksFor = (path: string, options: LintOptions): readonly Mark[] | undefined => {
    const known = kept.get(path);
    if (known?.options !== options) return undefined;
    return known.session === session ? known.may : (known.last?.diagnostics ?? known.may);
  };
  const shown = ({ document }: OpenDocument, { diagnostics, options }: Found): readonly Diagnostic[] => {
    const { path } = document;
    const known = kept.get(path);
    const { last } = known ?? {};
    if (known?.session === session && last?.diagnostics === diagnostics && last.writing === writing) return last.shown;
    const may = writing ? shownWhile(writing, diagnostics, document, marksFor(path, options)) : diagnostics;
    kept.set(path, { session, options, may, last: { diagnostics, writing, shown: may } });
    return may;
  };
  const remember = (path: string, options: LintOptions, marks: readonly Mark[], steps: readonly Step[]): void =>
    void kept.set(path, { session, options, may: moveMarks(marks, steps) });

  return {
    edited({ before, steps }, find) {
      const { path } = before.document;
      const cursorLine = cursor && (cursor.path === path ? cursor.line : -1);
      const next = writingAfter(path, steps, cursorLine);
      const sameLine = next !== undefined && goesOn(writing, next, steps);
      // What a line break let through has to be known before the next letter is taken in.
      const found = next && !(sameLine && writing?.waits === 'anywhere' && kept.has(path)) ? find() : undefined;
      if (sameLine && found) shown(before, found);
      writing = next;
      // Where the client tells the cursor, it tells so after the edit that moved it.
      if (next && cursor) cursor = { path, line: next.line };
      const known = kept.get(path);
      if (sameLine) {
        if (known) remember(path, known.options, known.may, steps);
        return [];
      }
      kept.delete(path);
      const others = end();
      if (found) remember(path, found.options, found.diagnostics, steps);
      return others;
    },
    cursorAt(path, line) {
      cursor = { path, line };
      return writing?.path === path && writing.line === line ? [] : leave();
    },
    done: (path) => (writing?.path === path ? leave() : []),
    shown,
    forget(path) {
      kept.delete(path);
      return writing?.path === path ? leave() : [];
    },
  };
}
