import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import { previewRequest, type PreviewPartView, type PreviewView } from '../../../server/src/lsp/protocol.js';
import type { Server } from '../server.js';
import { hrefFrom } from './href.js';
import { previewPlugin, type PreviewPart } from './plugin.js';
import { stillHolding, type KnownParts } from './stillHolding.js';

/** The built-in preview of Markdown, in which references, actions, decisions and people of our documents are told. */
export interface MarkdownPreview extends vscode.Disposable {
  /** What VS Code asks an extension for that changes its preview. */
  extendMarkdownIt(md: MarkdownIt): MarkdownIt;
}

/** How long nothing has to have happened before the preview is made anew, in ms. */
const quiet = 500;

/**
 * The preview asks for the parts of a text at once, and the server answers later. So it gets what is known by then, and is made anew
 * when the answer is another. While somebody types it is asked before the preview is, which takes its time: then the answer is there.
 * Nothing is asked while no preview is open.
 */
export function createMarkdownPreview(server: Server): MarkdownPreview {
  const known = new Map<string, KnownParts>();
  /** What each document was shown with. */
  const shown = new Map<string, string>();
  const asked = new Set<string>();
  let refreshing: NodeJS.Timeout | undefined;

  // It loads the whole page again, so it waits until nobody scrolls or types.
  const refresh = (): void => {
    clearTimeout(refreshing);
    refreshing = setTimeout(() => {
      refreshing = undefined;
      void vscode.commands.executeCommand('markdown.preview.refresh');
    }, quiet);
  };
  const ask = async (document: vscode.TextDocument): Promise<void> => {
    const uri = document.uri.toString();
    if (server.state !== 'running' || asked.has(uri) || !isPreviewed()) return;
    asked.add(uri);
    const view = await server.ask<PreviewView | null>(previewRequest, { uri }).catch(() => undefined);
    asked.delete(uri);
    if (!view || document.isClosed) return;
    if (view.version !== document.version) return ask(document);
    const parts = view.parts.map((part) => partIn(document.uri, part));
    known.set(uri, { text: document.getText(), parts });
    if (shown.has(uri) && shown.get(uri) !== JSON.stringify(parts)) refresh();
  };
  const askShown = (): void => {
    for (const document of vscode.workspace.textDocuments) if (shown.has(document.uri.toString())) void ask(document);
  };
  const partsOf = (text: string): readonly PreviewPart[] | undefined => {
    const document = vscode.workspace.textDocuments.find(
      (each) => each.languageId === 'markdown' && each.getText() === text,
    );
    if (!document) return undefined;
    const uri = document.uri.toString();
    const last = known.get(uri);
    const parts = last ? stillHolding(last, text) : [];
    shown.set(uri, JSON.stringify(parts));
    if (last?.text !== text) void ask(document);
    return parts;
  };

  const listening = [
    vscode.window.tabGroups.onDidChangeTabs(askShown),
    server.onDidChangeArchive(askShown),
    server.onDidChangeKind(askShown),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (refreshing !== undefined) refresh();
      if (shown.has(document.uri.toString())) void ask(document);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      known.delete(uri.toString());
      shown.delete(uri.toString());
    }),
  ];
  return {
    extendMarkdownIt: previewPlugin(partsOf),
    dispose() {
      clearTimeout(refreshing);
      vscode.Disposable.from(...listening).dispose();
    },
  };
}

/** Whether a preview is open, in a tab of its own or in the place of the editor. */
function isPreviewed(): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(
      ({ input }) =>
        (input instanceof vscode.TabInputWebview || input instanceof vscode.TabInputCustom) &&
        /\bmarkdown\.preview\b/.test(input.viewType),
    ),
  );
}

function partIn(from: vscode.Uri, { uri, anchor, url, ...part }: PreviewPartView): PreviewPart {
  const href = uri === undefined ? url : hrefFrom(from, vscode.Uri.parse(uri), anchor ?? '');
  return href === undefined ? part : { ...part, href };
}
