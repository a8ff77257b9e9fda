import {
  CodeActionKind,
  TextDocumentSyncKind,
  type DocumentOnTypeFormattingOptions,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { formattingKeys, tokenModifiers, tokenTypes } from '../analysis.js';
import type { Client } from './client.js';
import { changeActionsCommand } from './protocol.js';

/** Makes every safe fix of a document; the kind that `editor.codeActionsOnSave` names. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.xen-notes`;

/** Takes an archive's configuration, by its URI, as a text says. */
export const configuredCommand = 'xen-notes.configured';

/** What is done by command in editors that have nothing of their own for it. */
export const commandNames = [
  configuredCommand,
  changeActionsCommand,
  'xen-notes.topic',
  'xen-notes.person',
  'xen-notes.overview',
  'xen-notes.checkBeforePosting',
  'xen-notes.import',
  'xen-notes.export',
  'xen-notes.markPosted',
  'xen-notes.open',
] as const;
export type CommandName = (typeof commandNames)[number];

/** What a client is told that the server can do. */
export function capabilities(client: Client): ServerCapabilities {
  const anyFolder = { filters: [{ scheme: 'file', pattern: { glob: '**' } }] };
  return {
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      willSave: true,
      save: { includeText: false },
    },
    completionProvider: { triggerCharacters: [' ', '[', '#', '(', '/'], resolveProvider: client.resolvesCompletion },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: client.preparesRename ? { prepareProvider: true } : true,
    documentSymbolProvider: { label: 'Xen Session Notes' },
    workspaceSymbolProvider: true,
    codeLensProvider: { resolveProvider: true },
    documentLinkProvider: {},
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    linkedEditingRangeProvider: true,
    inlayHintProvider: true,
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: { delta: true },
      range: true,
    },
    ...(!registersFormatters(client) && {
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      documentOnTypeFormattingProvider: keysOfFormatting(),
    }),
    codeActionProvider: { codeActionKinds: ['quickfix', CodeActionKind.RefactorRewrite, fixAllKind] },
    executeCommandProvider: { commands: client.ownExtension ? [] : [...commandNames] },
    ...(client.pullsDiagnostics && {
      diagnosticProvider: { identifier: 'xen-notes', interFileDependencies: true, workspaceDiagnostics: true },
    }),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { didDelete: anyFolder, didRename: anyFolder, willRename: anyFolder },
    },
  };
}

/**
 * Whether formatting is offered document by document: an editor that has another formatter for Markdown would ask which one is meant, also in
 * documents of no kind of ours.
 */
export function registersFormatters(client: Client): boolean {
  return client.ownExtension && client.registersFormatting;
}

export function keysOfFormatting(): DocumentOnTypeFormattingOptions {
  const [firstTriggerCharacter, ...moreTriggerCharacter] = formattingKeys;
  return { firstTriggerCharacter, moreTriggerCharacter };
}
