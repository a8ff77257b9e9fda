import { documentLinks } from '../../analysis.js';
import { onDocument } from '../onDocument.js';
import { lineUri } from '../places.js';
import { rangeOf } from '../positions.js';
import type { Session } from '../session.js';

export function registerDocumentLinks(session: Session): void {
  session.connection.onDocumentLinks(
    onDocument(
      session,
      (context) =>
        documentLinks(context).map((link) => ({
          range: rangeOf(context.document.facts, link.span),
          target: 'url' in link ? link.url : lineUri(session, link.path, link.line),
          tooltip: link.tooltip,
        })),
      [],
    ),
  );
}
