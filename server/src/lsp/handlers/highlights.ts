import { DocumentHighlightKind } from 'vscode-languageserver';
import { highlights } from '../../analysis.js';
import { onDocument } from '../onDocument.js';
import { offsetOf, rangeOf } from '../positions.js';
import type { Session } from '../session.js';

export function registerHighlights(session: Session): void {
  session.connection.onDocumentHighlight(
    onDocument(
      session,
      (context, { position }) => {
        const { document } = context;
        return highlights(context, offsetOf(document, position)).map(({ span, declaration }) => ({
          range: rangeOf(document.facts, span),
          kind: declaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        }));
      },
      [],
    ),
  );
}
