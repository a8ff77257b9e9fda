import type { Document } from '../../document/document.js';
import type { TextEdit } from '../../text/edits.js';
import type { PlaceIn } from '../context.js';

/** Why something cannot be renamed, as a sentence for whoever asked. */
export interface Refused {
  readonly refused: string;
}

/** What a new name changes. */
export interface Renamed {
  readonly files: readonly { readonly path: string; readonly edits: readonly TextEdit[] }[];
  /** Places that may mean it or something else: they are left as they are. */
  readonly left: readonly PlaceIn[];
}

/** What is renamed in: the documents of an archive that may speak of it, as they are now. */
export type Documents = readonly Document[];

export function isRefused<Value extends object>(value: Value | Refused): value is Refused {
  return 'refused' in value;
}

/** The changes by document; a place that is named twice is changed once. */
export function filesOf(documents: Documents, changes: (document: Document) => readonly TextEdit[]): Renamed['files'] {
  return documents.flatMap((document) => {
    const byPlace = new Map(changes(document).map((edit) => [`${edit.span.start} ${edit.span.end}`, edit]));
    const edits = [...byPlace.values()].sort((one, other) => one.span.start - other.span.start);
    return edits.length === 0 ? [] : [{ path: document.path, edits }];
  });
}
