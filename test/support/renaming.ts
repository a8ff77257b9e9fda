import {
  Archive,
  isRefused,
  readDocument,
  rename,
  renamedIn,
  applyEdits,
  type Document,
} from '../../server/src/analysis.js';

/** An archive as texts by path. */
export type Texts = ReadonlyMap<string, string>;

export interface Asked {
  readonly path: string;
  /** What the cursor stands on: the first place of it in the document, behind `after`. */
  readonly on: string;
  readonly after?: string;
  readonly to: string;
}

const known = new Map<string, Document>();

/** Most documents stay what they are. */
function reading(path: string, text: string): Document {
  const key = `${path}\n${text}`;
  const document = known.get(key) ?? readDocument(path, text);
  known.set(key, document);
  return document;
}

export function documentsOf(texts: Texts): { readonly documents: readonly Document[]; readonly archive: Archive } {
  const documents = [...texts].map(([path, text]) => reading(path, text));
  return { documents, archive: Archive.of(documents.map(({ facts }) => facts)) };
}

/** The texts after a renaming, and how many places were left; the reason where it is refused. */
export function renamed(
  texts: Texts,
  { path, on, after = '', to }: Asked,
): { readonly texts: Texts; readonly left: number } | string {
  const { documents, archive } = documentsOf(texts);
  const document = documents.find((each) => each.path === path);
  if (!document) throw new Error(`no ${path}`);
  const from = document.text.indexOf(after) + after.length;
  const offset = document.text.indexOf(on, from) + 1;
  if (offset === 0) throw new Error(`no ${on} in ${path}`);
  const context = { document, archive };
  const paths = new Set([path, ...renamedIn(context, offset)]);
  const result = rename(
    context,
    offset,
    to,
    documents.filter((each) => paths.has(each.path)),
  );
  if (!result) return 'nothing there';
  if (isRefused(result)) return result.refused;
  const now = new Map(texts);
  for (const { path: changed, edits } of result.files) now.set(changed, applyEdits(texts.get(changed) ?? '', edits));
  return { texts: now, left: result.left.length };
}
