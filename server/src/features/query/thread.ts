import type { NotesStatus } from '../../archive/sessionNotes.js';
import type { DecisionKind } from '../../document/schema.js';
import type { ArchivedDocument } from '../context.js';
import { threadOf, type NoPage, type NamedPage } from '../pages.js';
import type { ThreadEntry } from '../thread/entries.js';
import type { Place, Scope } from './scope.js';

/** Something that speaks of a topic or names somebody. */
export interface ThreadRow extends Place {
  readonly kind: ThreadEntry['kind'];
  /** Its title, or the words of a decision or an action. */
  readonly title: string;
  /** Title of the document. */
  readonly document: string;
  readonly date?: string;
  /** Of a session's notes. */
  readonly status?: NotesStatus;
  /** Of an action. */
  readonly owners?: readonly string[];
  readonly open?: boolean;
  readonly due?: string;
  readonly decision?: DecisionKind;
  /** What somebody was in a document. */
  readonly roles?: readonly string[];
}

/** A topic or somebody through the years, the oldest first. */
export function queryThread(
  documents: readonly ArchivedDocument[],
  asked: NamedPage,
  show: Scope['show'],
): readonly ThreadRow[] | NoPage {
  const entries = threadOf(documents, asked);
  if ('problem' in entries) return entries;
  return entries.map(({ kind, title, page: document, path, line, ...rest }) => ({
    ...{ kind, title, document },
    ...rest,
    ...{ path: show(path), line: line + 1 },
  }));
}
