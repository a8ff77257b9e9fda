import * as vscode from 'vscode';
import { draftsRequest, subjectsRequest, type DraftView, type SubjectsView } from '../../../server/src/lsp/protocol.js';
import type { Archive } from '../archive.js';
import { section, setContext } from '../config.js';
import { say } from '../../../server/src/text/say.js';
import { createActionsView, type ActionsView } from './actionsView.js';
import type { Server } from '../server.js';
import { createArchiveTree, type ArchiveTree, type Shown } from './archiveTree.js';
import { archiveRoots, type ArchiveNode } from './nodes.js';

export interface Views extends vscode.Disposable {
  readonly archive: ArchiveTree;
  readonly actions: ActionsView;
  setFilter(filter: string): void;
  show(what: Shown): void;
}

export interface ViewsOptions {
  readonly archive: Archive;
  readonly server: Server;
  /** What happens to files that are dropped on the archive. */
  readonly drop: vscode.TreeDragAndDropController<ArchiveNode>;
  /** Runs when one of the views is shown: someone wants to see an archive. */
  readonly onVisible: () => void;
}

const readLoosely = (): string =>
  say`This folder is read as one archive, though it has no .xen-notes.json: only documents that are open are checked. “Make This Folder an Archive” is in the menu above.`;
const nothingOwed = (): string =>
  say`Nothing is owed: every session says what became of its notes, and all notes are posted.`;

/** Registers both views. */
export function createViews({ archive, server, drop, onVisible }: ViewsOptions): Views {
  const archiveTree = createArchiveTree(archive, {
    drafts: () => server.ask<DraftView[]>(draftsRequest, {}),
    subjects: () => server.ask<SubjectsView>(subjectsRequest, {}),
  });
  const actions = createActionsView(archive, server);
  const archiveView = vscode.window.createTreeView(`${section}.archive`, {
    treeDataProvider: archiveTree,
    dragAndDropController: drop,
    showCollapseAll: true,
  });

  /** Says what is filtered by, also when nothing is left to show. */
  function describe(): void {
    const found = archive.view ? archiveRoots(archive.view, archiveTree.filter).length : 0;
    const { filter, shows } = archiveTree;
    const nothing = filter !== '' && found === 0 && archive.state === 'ready';
    const told = nothing ? say`Nothing found for “${filter}”` : say`Filter: “${filter}”`;
    const filtered = filter === '' ? undefined : told;
    // An absent message must be set as undefined, which the type does not spell out.
    Object.assign(archiveView, {
      description: shows === 'owed' ? say`what is owed` : undefined,
      message: filtered ?? (archive.state === 'ready' ? remark() : undefined),
    });
  }

  function remark(): string | undefined {
    if (archiveTree.shows === 'owed') return owesNothing() ? nothingOwed() : undefined;
    return archive.view?.configured === false ? readLoosely() : undefined;
  }

  function owesNothing(): boolean {
    const sessions = archive.view?.events.flatMap(({ groups }) => groups.flatMap((group) => group.sessions)) ?? [];
    const notes = [...sessions.flatMap(({ documents }) => documents), ...(archive.view?.notes ?? [])];
    return sessions.every(({ owed }) => !owed) && notes.every(({ posted }) => posted);
  }

  function progress(): void {
    if (archive.state !== 'indexing') return;
    const done = new Promise<void>((resolve) => {
      const listening = archive.onDidChange(() => {
        if (archive.state === 'indexing') return;
        listening.dispose();
        resolve();
      });
    });
    void vscode.window.withProgress({ location: { viewId: `${section}.archive` } }, () => done);
  }

  let indexing = false;
  const disposables = [
    archiveTree,
    archiveView,
    actions,
    archive.onDidChange(() => {
      describe();
      if (archive.state === 'indexing' && !indexing) progress();
      indexing = archive.state === 'indexing';
    }),
    ...[archiveView, actions.view].map((view) =>
      view.onDidChangeVisibility(({ visible }) => {
        if (visible) onVisible();
      }),
    ),
  ];
  if (archiveView.visible || actions.view.visible) onVisible();
  return {
    archive: archiveTree,
    actions,
    setFilter(filter) {
      archiveTree.setFilter(filter.trim());
      setContext('filtered', archiveTree.filter !== '');
      describe();
    },
    show(what) {
      archiveTree.show(what);
      setContext('owed', what === 'owed');
      describe();
    },
    dispose: () => vscode.Disposable.from(...disposables).dispose(),
  };
}
