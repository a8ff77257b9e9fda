import { pagesOfDocument, viewOfDocument, type Archive } from '../analysis.js';
import { askAnew, refreshLenses, refreshTokens } from './askAnew.js';
import { createDocumentKinds } from './documentKinds.js';
import { createFormatters } from './formatters.js';
import { knowledge } from './knowledge.js';
import { archiveChangedNotification, pagesChangedNotification } from './protocol.js';
import type { Session } from './session.js';

/** Milliseconds of quiet after which others are told that something has changed. */
const quiet = 250;
/** Milliseconds after which they are told even so: somebody may type without a pause. */
const patience = 1500;

/** Tells the client what it has to ask for anew after an archive has changed. */
export interface Changes {
  /** A document was opened, or any may be another than it was. */
  changed(path?: string): void;
  /** Findings of all open documents are to be asked for anew. */
  refresh(): void;
  dispose(): void;
}

export function createChanges(session: Session): Changes {
  let timer: NodeJS.Timeout | undefined;
  let everything = false;
  const kinds = createDocumentKinds(session);
  const formatters = createFormatters(session);
  const before = new Map<string, string>();
  /** What documents that were touched add to the tree, and to pages. */
  const shown = new Map<string, string>();
  const paged = new Map<string, string>();
  const touched = new Set<string>();

  const tell = (): void => {
    timer = undefined;
    // An editor may show findings of a document it no longer asks about: one that was closed there, and is open here still.
    session.unopened.fire();
    const paths = [...touched].filter((path) => before.get(path) !== knowledge(session.workspace.facts(path)));
    for (const path of touched) before.set(path, knowledge(session.workspace.facts(path)));
    // A register tells how people are called wherever they are named.
    const isShownAnew = paths.some(isRegister) || showsAnew(touched, shown, viewOfDocument);
    const isPagedAnew = session.client.ownExtension && showsAnew(touched, paged, pagesOfDocument);
    touched.clear();
    if (everything || paths.length > 0) refreshDiagnostics(session, everything ? [] : paths);
    if (everything || isShownAnew) {
      void session.connection.sendNotification(archiveChangedNotification);
      refreshLenses(session);
    } else if (isPagedAnew) void session.connection.sendNotification(pagesChangedNotification);
    if (everything) {
      refreshTokens(session);
      shown.clear();
      paged.clear();
    }
    everything = false;
  };
  const isRegister = (path: string): boolean => session.workspace.facts(path)?.kind === 'people';
  /** Whether what documents add is another than it was; of one that is touched for the first time nobody knows. */
  const showsAnew = (
    paths: ReadonlySet<string>,
    last: Map<string, string>,
    addedBy: (archives: readonly Archive[], path: string) => string,
  ): boolean => {
    const archives = session.workspace.archives();
    let anew = false;
    for (const path of paths) {
      const now = addedBy(archives, path);
      if (last.get(path) !== now) anew = true;
      last.set(path, now);
    }
    return anew;
  };
  let since = 0;
  const later = (): void => {
    if (timer === undefined) {
      since = Date.now();
      timer = setTimeout(tell, quiet);
    } else if (Date.now() - since < patience) {
      clearTimeout(timer);
      timer = setTimeout(tell, quiet);
    }
  };
  return {
    changed(path) {
      if (path === undefined) everything = true;
      else touched.add(path);
      kinds.tell();
      formatters.tell();
      later();
    },
    refresh() {
      everything = true;
      later();
    },
    dispose: () => clearTimeout(timer),
  };
}

/** Has the findings of the open documents shown anew; those of a document that changed alone are on their way already. */
function refreshDiagnostics(session: Session, changed: readonly string[]): void {
  const others = [...session.documents.all()].filter(
    ({ document }) => changed.length !== 1 || document.path !== changed[0],
  );
  askAnew(session, others);
}
