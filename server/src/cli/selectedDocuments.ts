import type { Document } from '../analysis.js';
import { readOptions } from '../host/loadArchive.js';
import type { Installation } from './installation.js';
import type { Output } from './output.js';
import { select, type Selected, type Selection } from './selection.js';
import { unreadDocument } from './unreadDocument.js';

/** Archives and what was asked for of them, with its texts. */
export interface SelectedDocuments extends Selection {
  /** By path. */
  readonly documents: ReadonlyMap<string, Document>;
}

/** What was read of the files asked for: the document, or the text of one that was known. */
type Texts = Map<string, Document | string>;

/** Reads the documents that files and folders are or have. */
export async function selectDocuments(
  paths: readonly string[],
  output: Output,
  place: Installation,
): Promise<SelectedDocuments> {
  const texts: Texts = new Map();
  const selection = await select(paths, {
    output,
    ...place,
    onText: (at, text, document) => texts.set(at, document ?? text),
  });
  return { ...selection, documents: new Map(selection.archives.flatMap((each) => documentsOf(each, texts))) };
}

function documentsOf({ loaded, documents }: Selected, texts: Texts): (readonly [string, Document])[] {
  return documents.flatMap((facts) => {
    const { path } = facts;
    const text = texts.get(path);
    if (text === undefined) return [];
    const options = readOptions(loaded.root, loaded.config, path);
    return [[path, typeof text === 'string' ? unreadDocument(text, facts, options) : text] as const];
  });
}

/** The folder that a document's file is not written outside of; a folder without a configuration is any. */
export function rootOf({ loaded: { root, configPath } }: Selected): { readonly root?: string } {
  return configPath === undefined ? {} : { root };
}
