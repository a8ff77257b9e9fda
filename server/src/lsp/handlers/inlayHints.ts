import type { InlayHint } from 'vscode-languageserver';
import { nameHints, type NameHint } from '../../analysis.js';
import { refuseWhenCancelled } from '../onDocument.js';
import { positionOf, spanOf } from '../positions.js';
import { contextOf, type Session } from '../session.js';
import { pathOf } from '../uris.js';

export function registerInlayHints(session: Session): void {
  session.connection.languages.inlayHint.on(async ({ textDocument: { uri }, range }, token) => {
    const { inlayHints } = await session.settings.of(uri);
    if (inlayHints === undefined) return [];
    // Who is known decides.
    await session.workspace.settle(pathOf(uri), token);
    refuseWhenCancelled(token);
    const open = session.documents.get(uri);
    if (!open) return [];
    const encode = ({ offset, text, name, company, insertable }: NameHint): InlayHint => {
      const position = positionOf(open.document.facts, offset);
      return {
        position,
        label: text,
        tooltip: company === undefined ? name : `${name} (${company})`,
        ...(insertable && { textEdits: [{ range: { start: position, end: position }, newText: text }] }),
      };
    };
    return nameHints(contextOf(session, open), spanOf(open.document, range)).map(encode);
  });
}
