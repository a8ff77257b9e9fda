import type { InitializeParams } from 'vscode-languageserver';
import type { Language } from '../analysis.js';

/** What the client can do, as far as it changes what is sent to it. */
export interface Client {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesLenses: boolean;
  readonly refreshesHints: boolean;
  readonly refreshesTokens: boolean;
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly definitionLinks: boolean;
  readonly symbolTree: boolean;
  readonly documentChanges: boolean;
  readonly changeAnnotations: boolean;
  readonly markdownHover: boolean;
  readonly preparesRename: boolean;
  readonly snippets: boolean;
  /** Whether it asks for what is said of an entry of completion when that entry is looked at. */
  readonly resolvesCompletion: boolean;
  /** Whether it can be told of which documents the server formats. */
  readonly registersFormatting: boolean;
  readonly showsDocuments: boolean;
  readonly createsFiles: boolean;
  /** Our own extension knows the editor's command that suggests again. */
  readonly ownExtension: boolean;
}

export function clientOf({
  capabilities: { workspace, textDocument, window },
  initializationOptions,
}: InitializeParams): Client {
  const formats = textDocument?.hover?.contentFormat;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesTokens: workspace?.semanticTokens?.refreshSupport === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    changeAnnotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    resolvesCompletion:
      textDocument?.completion?.completionItem?.resolveSupport?.properties.includes('documentation') === true,
    registersFormatting: textDocument?.formatting?.dynamicRegistration === true,
    showsDocuments: window?.showDocument?.support === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    markdownHover: formats === undefined || formats.includes('markdown'),
    ownExtension: initialCorpus(initializationOptions) !== undefined,
  };
}

/** Whether a client reads files of its own file systems for the server. */
export function readsFiles(options: unknown): boolean {
  return typeof options === 'object' && options !== null && 'readsFiles' in options && options.readsFiles === true;
}

/** Folder of the shipped archive, as our own extension tells it. */
export function initialCorpus(options: unknown): string | undefined {
  const corpus = typeof options === 'object' && options !== null && 'corpus' in options ? options.corpus : undefined;
  return typeof corpus === 'string' ? corpus : undefined;
}

/** What is to be told in which language, where the client brings the texts itself, as our own extension does. */
export function initialLanguage({
  locale = 'en',
  initializationOptions: options,
}: InitializeParams): Language | undefined {
  const texts: unknown =
    typeof options === 'object' && options !== null && 'texts' in options ? options.texts : undefined;
  if (typeof texts !== 'object' || texts === null) return undefined;
  return { name: locale, texts: Object.fromEntries(Object.entries(texts).filter(isTexts)) };
}

function isTexts(entry: readonly [string, unknown]): entry is [string, string] {
  return typeof entry[1] === 'string';
}
