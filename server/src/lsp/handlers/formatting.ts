import type { TextEdit as LspEdit } from 'vscode-languageserver';
import { formatting, formattingTyped, type Span } from '../../analysis.js';
import { refuseWhenCancelled } from '../onDocument.js';
import { offsetOf, spanOf } from '../positions.js';
import type { OpenDocument } from '../openDocuments.js';
import type { Session } from '../session.js';
import { lspEdits } from '../workspaceEdit.js';

/** Neither needs the archive: what is written as usual does not depend on other documents. */
export function registerFormatting(session: Session): void {
  const { connection, documents } = session;
  const format = async (uri: string, rangeIn: (open: OpenDocument) => Span | undefined): Promise<LspEdit[]> => {
    const { wrap } = await session.settings.of(uri);
    // Edits are of the text as it is when they are made.
    const open = documents.get(uri);
    return open ? lspEdits(session, open.document.path, formatting(open.document, { wrap, range: rangeIn(open) })) : [];
  };
  connection.onDocumentFormatting(({ textDocument: { uri } }, token) => {
    refuseWhenCancelled(token);
    return format(uri, () => undefined);
  });
  connection.onDocumentRangeFormatting(({ textDocument: { uri }, range }, token) => {
    refuseWhenCancelled(token);
    return format(uri, ({ document }) => spanOf(document, range));
  });
  connection.onDocumentOnTypeFormatting(({ textDocument: { uri }, position }, token) => {
    refuseWhenCancelled(token);
    const open = documents.get(uri);
    if (!open) return [];
    const { document } = open;
    return lspEdits(session, document.path, formattingTyped(document, offsetOf(document, position)));
  });
}
