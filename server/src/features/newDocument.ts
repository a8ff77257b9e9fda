import { foldTitle } from '../archive/names.js';
import type { Archive } from '../archive/archive.js';
import { readDocument } from '../document/document.js';
import { lint } from '../rules/lint.js';
import { say } from '../text/say.js';
import type { Beginning, Values, Wish } from './beginning/beginning.js';
import { minutes } from './beginning/minutes.js';
import { notes } from './beginning/notes.js';
import { event, proposal } from './beginning/pages.js';
import { placeFor, type RelativePath } from './beginning/place.js';
import { writtenTitle } from './beginning/plainValue.js';
import type { Problem } from './beginning/sessionMeant.js';
import { fill, snippetOf, templateProblem, textOf, type Piece } from './beginning/template.js';
import { templateNames, templates, type NewKind, type TemplateName } from './beginning/templates.js';

/** Where documents of an archive are on this machine, or wherever its paths lead. */
export interface ArchiveFolder {
  /** A path below the folder, with slashes; `undefined` for one elsewhere. */
  readonly relative: RelativePath;
  /** The path that is so below the folder. */
  readonly absolute: (relative: string) => string;
}

export interface NewDocument {
  readonly title: string;
  /** Where its place is below the archive's folder, with slashes; nothing is there that the archive knows of. */
  readonly path: string;
  readonly text: string;
  /** The text as a snippet of LSP. */
  readonly snippet: string;
}

export interface NewDocumentOptions extends Wish {
  readonly kind: NewKind;
  readonly archive: Archive;
  readonly folder: ArchiveFolder;
  /** Where it is to be, below the archive's folder or by `..` beside it; its place when absent. */
  readonly at?: string | undefined;
  /** An archive's own text for documents of the kind. */
  readonly template?: string | undefined;
}

const beginnings: Readonly<Record<NewKind, Beginning>> = { notes, proposal, minutes, event };

/** What is said where a document lacks its title. */
function needs(kind: NewKind): string {
  switch (kind) {
    case 'notes':
      return say`notes need a session or a title`;
    case 'proposal':
      return say`a proposal needs a title`;
    case 'minutes':
      return say`minutes need a title`;
    case 'event':
      return say`an event needs a title`;
  }
}

/** Begins a document of a kind: with what is known filled in, and nothing in it that a rule would find. */
export function newDocument(options: NewDocumentOptions): NewDocument | Problem {
  const { kind, archive, folder } = options;
  const told = options.title?.replace(/\s+/g, ' ').trim();
  const wish = { ...options, title: told === '' ? undefined : told };
  const title = beginnings[kind].title(wish);
  if (title === undefined || title.trim() === '') return { problem: needs(kind) };
  const there = kind === 'event' || kind === 'proposal' ? pageCalled(title, archive) : undefined;
  if (there !== undefined)
    return { problem: say`"${title}" is there already, in ${folder.relative(there) ?? there}; give it another title` };
  const wrong = options.template === undefined ? undefined : templateProblem(options.template, templateNames);
  if (wrong !== undefined) return { problem: say`the template of ${kind} cannot be used: ${wrong}` };
  const path =
    options.at ??
    placeFor(
      {
        kind,
        title: kind === 'notes' ? (wish.title ?? wish.session?.session.title ?? title) : title,
        date: options.date ?? (kind === 'minutes' ? options.today : undefined),
        like: options.previous,
      },
      archive,
      folder.relative,
    );
  const at = folder.absolute(path);
  const values = {
    title: writtenTitle(title),
    scribe: options.writer,
    ...beginnings[kind].values(wish, { archive, path: at }),
  };
  const filled = unobjectionable({ template: options.template ?? templates[kind], values, path: at, archive });
  return { title, path, text: textOf(filled), snippet: snippetOf(filled) };
}

/** The path of an own page of a title, which another one would make ambiguous. */
function pageCalled(title: string, archive: Archive): string | undefined {
  const key = foldTitle(title);
  return [...archive.documents.values()].find((document) => document.kind && foldTitle(document.title) === key)?.path;
}

interface Filling {
  readonly template: string;
  readonly values: Values;
  readonly path: string;
  readonly archive: Archive;
}

/** What may be left to the writer, the least missed first. */
const dispensable: readonly TemplateName[] = [
  'description',
  'topics',
  'place',
  'time',
  'hosts',
  'contact',
  'scribe',
  'event',
];

/**
 * The filled template without what a rule finds something in: a host whom no register knows, a description with a question
 * that is still open. Who has written nothing yet is told of nothing.
 */
function unobjectionable(filling: Filling): Piece[] {
  let values = filling.values;
  let found = findings({ ...filling, values });
  for (const name of dispensable) {
    if (found === 0) break;
    if (values[name] === undefined) continue;
    const without = { ...values, [name]: undefined };
    const left = findings({ ...filling, values: without });
    if (left >= found) continue;
    values = without;
    found = left;
  }
  return fill(filling.template, values);
}

function findings({ template, values, path, archive }: Filling): number {
  const document = readDocument(path, textOf(fill(template, values)));
  return lint(document, archive.with(document.facts), { mode: 'draft' }).length;
}
