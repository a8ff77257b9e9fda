import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  dayTyped,
  newDocument,
  readDocument,
  sessionMeant,
  type ArchiveFolder,
  type DocumentFacts,
  type NewDocument,
  type NewKind,
  say,
} from '../analysis.js';
import { gitUser } from '../host/git.js';
import { relativePath } from '../host/loadArchive.js';
import { reason } from '../host/documentFiles.js';
import { nodeFiles } from '../host/nodeFiles.js';
import { readTemplate } from '../host/readTemplate.js';
import { today } from '../host/today.js';
import type { Installation } from './installation.js';
import { makeFiles } from './newFile.js';
import { printJson, sayProblems, type Output } from './output.js';
import { shownPath } from './selection.js';
import { archiveAround } from './standardInput.js';

export interface NewOptions {
  readonly title?: string;
  readonly session?: string;
  readonly fromPrevious?: string;
  readonly date?: string;
  readonly output?: string;
  readonly json?: boolean;
}

/** What is wrong with the options for a kind; `undefined` when nothing is. */
export function newMisfit(kind: string, { session, fromPrevious, title }: NewOptions): string | undefined {
  if (session !== undefined && kind !== 'notes') return say`--session goes with notes`;
  if (fromPrevious !== undefined && kind !== 'minutes') return say`--from-previous goes with minutes`;
  if (kind === 'notes' && session === undefined && title === undefined)
    return say`name the session with --session, or a --title`;
  return kind === 'proposal' && title === undefined ? say`name the proposal with --title` : undefined;
}

/** Begins a document and tells where it is; the exit code. */
export async function newFile(
  kind: NewKind,
  options: NewOptions,
  output: Output,
  place: Installation,
): Promise<number> {
  const target = await targetOf(options.output);
  const begun = await begin(kind, options, { place, target });
  if ('problem' in begun) {
    output.say(`xen-notes: ${begun.problem}`);
    return 2;
  }
  if (options.output === '-') {
    if (options.json) printJson(output, { text: begun.text });
    else output.write(begun.text);
    return 0;
  }
  const file =
    target.file ??
    path.join(target.folder ?? begun.root, target.folder === undefined ? begun.path : path.basename(begun.path));
  const problems = await make(file, begun.text);
  sayProblems(output, problems);
  if (problems.length > 0) return 2;
  if (options.json) printJson(output, { path: shownPath(file), text: begun.text });
  else output.print(shownPath(file));
  return 0;
}

interface Target {
  /** Where it is to be, as -o names it. */
  readonly file?: string;
  readonly folder?: string;
}

async function targetOf(named: string | undefined): Promise<Target> {
  if (named === undefined || named === '-') return {};
  const at = path.resolve(named);
  const found = await stat(at).catch(() => undefined);
  return found?.isDirectory() || /[\\/]$/.test(named) ? { folder: at } : { file: at };
}

interface Surroundings {
  readonly place: Installation;
  readonly target: Target;
}

async function begin(
  kind: NewKind,
  options: NewOptions,
  { place, target }: Surroundings,
): Promise<(NewDocument & { readonly root: string }) | { readonly problem: string }> {
  const around = target.file === undefined ? (target.folder ?? '.') : path.dirname(target.file);
  const { root, config, archive } = await archiveAround(around, place);
  const folder: ArchiveFolder = {
    relative: (file) => relativePath(root, file),
    absolute: (relative) => path.join(root, relative),
  };
  const date = options.date === undefined ? undefined : dayTyped(options.date, today());
  if (options.date !== undefined && date === undefined)
    return { problem: say`--date: "${options.date}" is no day; write it as YYYY-MM-DD` };
  const session = options.session === undefined ? undefined : sessionMeant(archive, options.session);
  if (session && 'problem' in session) return { problem: `--session: ${session.problem}` };
  const previous = options.fromPrevious === undefined ? undefined : await minutesAt(options.fromPrevious, place);
  if (previous && 'problem' in previous) return { problem: `--from-previous: ${previous.problem}` };
  const template = await readTemplate(kind, config, nodeFiles, folder.absolute);
  if ('problem' in template) return { problem: `${shownPath(template.problem.path)}: ${template.problem.message}` };
  const at = target.file === undefined ? undefined : path.relative(root, target.file).split(path.sep).join('/');
  const begun = newDocument({
    ...{ kind, archive, folder, date, session, at, today: today(), title: options.title },
    ...{ previous: previous && 'facts' in previous ? previous.facts : undefined, template: template.text },
    writer: await gitUser(root),
  });
  return 'problem' in begun ? begun : { ...begun, root };
}

/** The minutes in a file, as the archive around it reads them. */
async function minutesAt(
  named: string,
  place: Installation,
): Promise<{ readonly facts: DocumentFacts } | { readonly problem: string }> {
  const at = path.resolve(named);
  const read = await nodeFiles.read(at);
  if ('problem' in read) return { problem: `${shownPath(at)} ${read.problem.message}` };
  const loaded = await archiveAround(path.dirname(at), place);
  const facts = loaded.archive.documents.get(at) ?? readDocument(at, read.text).facts;
  return facts.kind === 'minutes'
    ? { facts }
    : { problem: say`${shownPath(at)} has no minutes; name those of the last meeting` };
}

async function make(file: string, text: string): ReturnType<typeof makeFiles> {
  const folder = path.dirname(file);
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    return [{ path: shownPath(folder), message: reason(error) }];
  }
  return makeFiles([{ path: file, text }]);
}
