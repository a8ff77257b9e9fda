import type { Archive } from '../../archive/archive.js';
import { slug } from '../../archive/names.js';
import type { DocumentFacts } from '../../document/document.js';
import type { NewKind } from './templates.js';

export interface PlaceWish {
  readonly kind: NewKind;
  /** What names the file, beside its date. */
  readonly title: string;
  /** As YYYY-MM-DD, where it is known. */
  readonly date: string | undefined;
  /** A document whose neighbour it is. */
  readonly like?: DocumentFacts | undefined;
}

/** The own documents of an archive by where they are below its folder, with slashes. */
export type RelativePath = (path: string) => string | undefined;

const folders: Readonly<Record<NewKind, string>> = {
  notes: 'notes',
  proposal: 'proposals',
  minutes: 'minutes',
  event: 'events',
};

/**
 * Where a new document has its place below the archive's folder: beside the latest of its kind and named in the same way;
 * where there is none, in a folder of its kind, unless the archive keeps its documents at the top. Never where one is.
 */
export function placeFor(wish: PlaceWish, archive: Archive, relative: RelativePath): string {
  const own = [...archive.documents.values()].flatMap((document) => {
    const path = relative(document.path);
    return path === undefined ? [] : [{ document, path }];
  });
  const model =
    own.find(({ document }) => document === wish.like) ??
    latest(own.filter(({ document }) => document.kind === wish.kind));
  const atTop = own.some(
    ({ document: { kind }, path }) => kind !== undefined && kind in folders && !path.includes('/'),
  );
  const folder = model ? folderOf(model, wish) : atTop ? '' : `${folders[wish.kind]}/`;
  const name = nameLike(model?.path.slice(model.path.lastIndexOf('/') + 1), wish);
  const taken = new Set(own.map(({ path }) => path.toLowerCase()));
  for (let count = 1; ; count++) {
    const path = `${folder}${name}${count === 1 ? '' : `-${count}`}.md`;
    if (!taken.has(path.toLowerCase())) return path;
  }
}

interface OwnDocument {
  readonly document: DocumentFacts;
  readonly path: string;
}

function latest(documents: readonly OwnDocument[]): OwnDocument | undefined {
  const key = ({ document, path }: OwnDocument): string => `${document.date?.iso ?? ''} ${path}`;
  return [...documents].sort((one, other) => key(one).localeCompare(key(other))).at(-1);
}

/** A folder of a year is followed by that of the document's own. */
function folderOf({ document, path }: OwnDocument, { date }: PlaceWish): string {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const year = document.date?.iso.slice(0, 4);
  return year === undefined || date === undefined
    ? folder
    : folder.replace(/(?<=^|\/)\d{4}(?=\/)/g, (each) => (each === year ? date.slice(0, 4) : each));
}

const dated = /^\d{4}(?:-?\d{2}){0,2}(?=[-_ ](?!\d{2}(?!\d))|$)|(?<=[-_ ])\d{4}(?:-?\d{2}){0,2}$/;

/** A file's name without its extension, with the date where another name has it. Minutes without a model are in the order of their days. */
function nameLike(model: string | undefined, { kind, title, date, like }: PlaceWish): string {
  const stem = model?.replace(/\.[^.]*$/, '');
  const found = dated.exec(stem ?? '');
  if (found && stem !== undefined && date !== undefined) {
    const day = asLong(date, found[0]);
    // The next meeting of a series has the name of the one before.
    if (like) return stem.replace(dated, day);
    return found.index === 0 ? `${day}-${safeName(title, kind)}` : `${safeName(title, kind)}-${day}`;
  }
  const name = safeName(title, kind);
  if (like && stem !== undefined && date !== undefined) return `${stem}-${date}`;
  return stem === undefined && kind === 'minutes' && date !== undefined ? `${date}-${name}` : name;
}

/** A day as another date is written: as precise, with dashes or without. */
function asLong(day: string, model: string): string {
  const digits = model.replaceAll('-', '').length;
  const parts = day.slice(0, digits + (digits > 4 ? 1 : 0) + (digits > 6 ? 1 : 0));
  return model.includes('-') || digits === 4 ? parts : parts.replaceAll('-', '');
}

const longestName = 60;
/** Names that stand for devices where Windows is used. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** A title as a file can be called everywhere. */
function safeName(title: string, kind: NewKind): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  const words = slug(plain)
    .split('-')
    .filter((word) => word !== '');
  let name = '';
  for (const word of words) {
    if (name !== '' && name.length + word.length >= longestName) break;
    name = name === '' ? word.slice(0, longestName) : `${name}-${word}`;
  }
  return name === '' || reserved.test(name) ? [kind, name].filter((part) => part !== '').join('-') : name;
}
