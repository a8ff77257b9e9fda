import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  compareStates,
  readDocument,
  stateIn,
  type Document,
  type FileProblem,
  type SessionChange,
  counted,
  say,
} from '../analysis.js';
import { textAt } from '../host/history.js';
import { nodeFiles } from '../host/nodeFiles.js';
import { readSource } from '../host/readSource.js';
import { printJson, sayProblems, type Output } from './output.js';
import { shownPath } from './selection.js';
import { table } from './table.js';

export interface CompareOptions {
  readonly from: string;
  readonly json?: boolean;
}

/** Lists what has become of the sessions of a page from one state to another; the exit code. */
export async function compareFiles(
  before: string,
  after: string,
  options: CompareOptions,
  output: Output,
): Promise<number> {
  const states = await Promise.all([before, after].map((file) => documentsIn(file, options.from)));
  const problems = states.flatMap((state) =>
    'problem' in state ? [{ ...state.problem, path: shownPath(state.problem.path) }] : [],
  );
  sayProblems(output, problems);
  const [olds = [], news = []] = states.map((state) => ('problem' in state ? [] : state.documents));
  if (problems.length > 0) return 2;
  const changes = compareStates(olds, news) ?? [];
  if (options.json) printJson(output, changes);
  else if (changes.length > 0)
    output.print(table(['CHANGE', 'LINE', 'SESSION', 'DETAILS'], changes.map(cells), output.colours));
  if (!options.json) output.say(counted(changes.length, say`1 change`, say`${changes.length} changes`));
  return 0;
}

/** A file, or what it was in a revision: `HEAD~1:page.md`, as git writes it. */
async function documentsIn(
  named: string,
  from: string,
): Promise<{ readonly documents: readonly Document[] } | { readonly problem: FileProblem }> {
  const at = path.resolve(named);
  const [, revision = '', file = ''] = /^([^:]{2,}):(.+)$/s.exec(named) ?? [];
  if (revision !== '' && !existsSync(at)) {
    const read = await textAt(path.resolve(file), revision);
    if ('problem' in read) return { problem: { path: path.resolve(file), message: read.problem } };
    return { documents: [readDocument(path.resolve(file), read.text)] };
  }
  if (/\.(?:md|markdown)$/i.test(named)) {
    const read = await nodeFiles.read(at);
    return 'problem' in read ? read : { documents: [readDocument(at, read.text)] };
  }
  const source = await readSource(at);
  return 'problem' in source ? source : { documents: await stateIn(source, from) };
}

function cells(change: SessionChange): string[] {
  return [change.change, String(change.line), change.title, details(change)];
}

function details({ change, was, now, movedTo }: SessionChange): string {
  if (change === 'renamed') return `was ${was ?? ''}`;
  if (movedTo !== undefined) return `its text is now under ${movedTo}`;
  const [from, to] = [was, now].map((text) => (change === 'description' && text !== undefined ? excerpt(text) : text));
  if (from === undefined) return to === undefined ? '' : `now ${to}`;
  return to === undefined ? `was ${from}` : `${from} → ${to}`;
}

const shown = 40;

function excerpt(text: string): string {
  return `"${text.length > shown ? `${text.slice(0, shown).trimEnd()}…` : text}"`;
}
