import * as vscode from 'vscode';
import { searchRequest, type FoundPlace, type SearchAnswer } from '../../../server/src/lsp/protocol.js';
import { say } from '../../../server/src/text/say.js';
import type { Archive } from '../archive.js';
import { section, setContext } from '../config.js';
import type { Server } from '../server.js';
import { openCommand } from './places.js';

/** A search whose results stand in a view of their own, also after the next start, and follow the archive. */
export interface KeptSearch extends vscode.Disposable {
  /** Empty where none is kept. */
  readonly query: string;
  keep(query: string): Promise<void>;
}

export interface KeptSearchOptions {
  readonly server: Server;
  readonly archive: Archive;
  /** The workspace's memory. */
  readonly memory: vscode.Memento;
}

const remembered = 'keptSearch';

export function createKeptSearch({ server, archive, memory }: KeptSearchOptions): KeptSearch {
  const changed = new vscode.EventEmitter<undefined>();
  let query = memory.get(remembered, '');
  let places: readonly FoundPlace[] = [];
  let asked = 0;
  const view = vscode.window.createTreeView(`${section}.found`, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (place?: FoundPlace) => (place ? [] : [...places]),
      getTreeItem: itemOf,
    },
  });

  /** A later answer may come before an earlier one, which is of no use then. */
  async function look(): Promise<void> {
    const mine = ++asked;
    const answer = query === '' ? undefined : await answerTo(server, query);
    if (mine !== asked) return;
    places = answer?.places ?? [];
    const nothing = query !== '' && places.length === 0 ? say`Nothing has "${query}"` : undefined;
    Object.assign(view, { description: query, message: nothing });
    changed.fire(undefined);
  }

  const listening = archive.onDidChange(() => {
    if (archive.state === 'ready' && query !== '') void look();
  });
  setContext('found', query !== '');
  return {
    get query() {
      return query;
    },
    async keep(next) {
      query = next.trim();
      setContext('found', query !== '');
      await memory.update(remembered, query);
      await look();
      if (query !== '') await vscode.commands.executeCommand(`${section}.found.focus`);
    },
    dispose: () => vscode.Disposable.from(view, listening, changed).dispose(),
  };
}

/** What the server finds; `undefined` where it does not answer, for it may have been asked something else meanwhile. */
export async function answerTo(server: Server, query: string): Promise<SearchAnswer | undefined> {
  try {
    return await server.ask<SearchAnswer>(searchRequest, { query });
  } catch {
    return undefined;
  }
}

/** What stands beside a title: the page it is on, or what kind of page it is itself. */
export function besideTitle({ title, page, kind }: FoundPlace): string {
  return title === page ? kind : page;
}

function itemOf(place: FoundPlace): vscode.TreeItem {
  const { title, excerpt, uri, position } = place;
  const beside = besideTitle(place);
  return Object.assign(new vscode.TreeItem(title), {
    description: [beside, excerpt].filter(Boolean).join(' · '),
    iconPath: new vscode.ThemeIcon('search'),
    tooltip: new vscode.MarkdownString().appendText(beside).appendMarkdown('\n\n').appendText(excerpt),
    accessibilityInformation: { label: [title, beside, excerpt].filter(Boolean).join(', ') },
    contextValue: 'found',
    command: openCommand({ uri, line: position.line }, 'middle'),
  });
}
