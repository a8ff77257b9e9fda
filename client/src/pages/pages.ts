import * as vscode from 'vscode';
import { pageRequest, type PageParams, type PageView, type Problem } from '../../../server/src/lsp/protocol.js';
import { say } from '../../../server/src/text/say.js';
import { section } from '../config.js';
import type { Server } from '../server.js';
import { escaped, shellOf } from './shell.js';

export const pageType = `${section}.page`;

/** What may be run from a page, and nothing else. */
const commands = ['open', 'showTopic', 'showPerson'].map((name) => `${section}.${name}`);
const options = { enableScripts: true, enableCommandUris: commands, localResourceRoots: [] };

/** So many times as long as an answer took passes before the next one is asked for. */
const rest = 4;

/** Pages about the archive in windows of the editor, each once. */
export interface Pages extends vscode.Disposable {
  show(asked: PageParams): Promise<void>;
  /** What is shown now, for tests. */
  readonly shown: readonly string[];
}

interface Shown {
  readonly asked: PageParams;
  readonly panel: vscode.WebviewPanel;
  /** As it is shown. */
  view?: PageView;
  /** Whether it was changed after it was loaded: a window that was out of view loads again what it had loaded. */
  changed: boolean;
  /** Whether the archive has changed since. */
  stale: boolean;
  visible: boolean;
}

export function createPages(server: Server): Pages {
  const pages = new Map<string, Shown>();
  let asking: Promise<void> | undefined;

  function renew(): void {
    for (const page of pages.values()) page.stale = true;
    renewVisible();
  }

  /** One page is asked for at a time, and one that nobody sees not at all. */
  function renewVisible(): void {
    asking ??= askWhileStale().finally(() => (asking = undefined));
  }

  async function askWhileStale(): Promise<void> {
    for (;;) {
      const next = [...pages.values()].find(({ stale, panel }) => stale && panel.visible);
      if (!next) return;
      const from = Date.now();
      next.stale = false;
      const view = await viewOf(server, next.asked);
      // It may have been closed meanwhile.
      if (pages.get(keyOf(next.asked)) === next) put(next, view);
      // While somebody writes, the server has something else to do for most of the time.
      await new Promise((resolve) => setTimeout(resolve, rest * (Date.now() - from)));
    }
  }

  function add(asked: PageParams, panel: vscode.WebviewPanel, view: PageView | undefined): void {
    const page: Shown = { asked, panel, changed: false, stale: view === undefined, visible: panel.visible };
    pages.set(keyOf(asked), page);
    if (view) put(page, view);
    else renewVisible();
    panel.onDidDispose(() => pages.delete(keyOf(asked)));
    panel.onDidChangeViewState(() => {
      const isBack = panel.visible && !page.visible;
      page.visible = panel.visible;
      if (!isBack) return;
      if (page.changed && page.view) load(page, page.view);
      renewVisible();
    });
  }

  const listening = [
    server.onDidChangeArchive(renew),
    server.onDidChangePages(renew),
    server.onDidChangeState(() => {
      if (server.state === 'running') renew();
    }),
    vscode.window.registerWebviewPanelSerializer(pageType, {
      async deserializeWebviewPanel(panel, state: unknown) {
        if (!isAsked(state) || pages.has(keyOf(state))) return panel.dispose();
        panel.webview.options = options;
        add(state, panel, await viewOf(server, state));
      },
    }),
  ];
  return {
    async show(asked) {
      const known = pages.get(keyOf(asked));
      if (known) return known.panel.reveal();
      const view = await server.ask<PageView | Problem>(pageRequest, asked);
      if (!view) return;
      if ('problem' in view) {
        const { problem } = view;
        void vscode.window.showInformationMessage(say`There is no such page: ${problem}`);
        return;
      }
      const panel = vscode.window.createWebviewPanel(pageType, view.title, vscode.ViewColumn.Active, {
        ...options,
        enableFindWidget: true,
      });
      add(asked, panel, view);
    },
    get shown() {
      return [...pages.values()].map(({ view }) => view?.body ?? '');
    },
    dispose() {
      for (const { panel } of pages.values()) panel.dispose();
      vscode.Disposable.from(...listening).dispose();
    },
  };
}

/** Shows a state of a page: loaded where the window has none, else put in the place of the one before. */
function put(page: Shown, view: PageView | undefined): void {
  const { panel, view: before } = page;
  if (!view || view.body === before?.body) return;
  panel.title = view.title;
  // What is told in the place of a page looks like it.
  page.view = view.style === '' && before ? { ...view, style: before.style } : view;
  if (!before) return load(page, view);
  page.changed = true;
  void panel.webview.postMessage({ title: view.title, body: view.body });
}

function load(page: Shown, view: PageView): void {
  page.changed = false;
  page.panel.webview.html = shellOf({ view, asked: page.asked, nonce: newNonce() });
}

/** A page as it is now; what it was of may be gone, which is told in its place. */
async function viewOf(server: Server, asked: PageParams): Promise<PageView | undefined> {
  try {
    const view = await server.ask<PageView | Problem>(pageRequest, asked);
    if (!view || !('problem' in view)) return view;
    const title = asked.name ?? asked.page;
    const body = `<h1>${escaped(title)}</h1>\n<p>${escaped(view.problem)}</p>`;
    return { title, body, style: '', language: vscode.env.language };
  } catch {
    // The server ended while it was asked; the next one is asked again.
    return undefined;
  }
}

function keyOf({ page, name = '' }: PageParams): string {
  return `${page} ${name.toLowerCase()}`;
}

function isAsked(state: unknown): state is PageParams {
  if (typeof state !== 'object' || state === null || !('page' in state)) return false;
  return typeof state.page === 'string' && (!('name' in state) || typeof state.name === 'string');
}

function newNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
