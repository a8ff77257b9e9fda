import { MarkupKind, type Hover } from 'vscode-languageserver';
import { hover } from '../../analysis.js';
import { today } from '../../host/today.js';
import { onDocument } from '../onDocument.js';
import { commandAddress, commandFor } from '../pageCommand.js';
import { lineUri } from '../places.js';
import { offsetOf, rangeOf } from '../positions.js';
import type { Session } from '../session.js';

export function registerHover(session: Session): void {
  session.connection.onHover(
    onDocument(
      session,
      (context, { position }): Hover | null => {
        const { document } = context;
        const found = hover(context, offsetOf(document, position), {
          address: (path, line) => lineUri(session, path, line),
          // Other editors have no such command; there, a command of the server gives the page.
          ...(session.client.ownExtension && { page: (of, name) => commandAddress(commandFor(of), name) }),
          today: today(),
        });
        if (!found) return null;
        const kind = session.client.markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText;
        return { contents: { kind, value: found.markdown }, range: rangeOf(document.facts, found.span) };
      },
      null,
    ),
  );
}
