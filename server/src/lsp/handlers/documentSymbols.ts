import { SymbolKind as LspKind, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver';
import { documentSymbols, type DocumentFacts, type OutlineSymbol, type SymbolKind } from '../../analysis.js';
import { onText } from '../onDocument.js';
import { rangeOf } from '../positions.js';
import type { Session } from '../session.js';

/** The nearest that LSP has; sections are what VS Code's own Markdown shows them as. */
export const symbolKinds: Readonly<Record<SymbolKind, LspKind>> = {
  document: LspKind.File,
  section: LspKind.String,
  session: LspKind.Event,
  person: LspKind.Object,
  topic: LspKind.Key,
  action: LspKind.Function,
};

export function registerDocumentSymbols(session: Session): void {
  session.connection.onDocumentSymbol(
    onText(
      session,
      ({ document }, { textDocument }): DocumentSymbol[] | SymbolInformation[] => {
        const symbols = documentSymbols(document);
        if (session.client.symbolTree) return symbols.map((symbol) => tree(document.facts, symbol));
        return symbols.flatMap((symbol) => flat(document.facts, textDocument.uri, symbol, ''));
      },
      [],
    ),
  );
}

function tree(facts: DocumentFacts, { name, kind, detail, span, nameSpan, children }: OutlineSymbol): DocumentSymbol {
  return {
    name,
    kind: symbolKinds[kind],
    ...(detail !== undefined && { detail }),
    range: rangeOf(facts, span),
    selectionRange: rangeOf(facts, nameSpan),
    children: children.map((child) => tree(facts, child)),
  };
}

function flat(
  facts: DocumentFacts,
  uri: string,
  { name, kind, span, children }: OutlineSymbol,
  containerName: string,
): SymbolInformation[] {
  const own = { name, kind: symbolKinds[kind], containerName, location: { uri, range: rangeOf(facts, span) } };
  return [own, ...children.flatMap((child) => flat(facts, uri, child, name))];
}
