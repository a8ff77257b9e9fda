import { posting, type Diagnostic, type Document } from '../../analysis.js';
import { encodeDiagnostic } from '../encodeDiagnostic.js';
import { findingsIn } from '../findings.js';
import { refuseWhenCancelled } from '../onDocument.js';
import { rangeOf } from '../positions.js';
import { checkBeforePostingRequest, type DocumentParams, type PostingCheck, type PostingFinding } from '../protocol.js';
import { contextOf, type Session } from '../session.js';
import { pathOf } from '../uris.js';
import { fixEdit, workspaceEdit } from '../workspaceEdit.js';

export function registerCheckBeforePosting(session: Session): void {
  session.connection.onRequest(
    checkBeforePostingRequest,
    async ({ uri }: DocumentParams, token): Promise<PostingCheck | null> => {
      const settings = await session.settings.of(uri);
      // Who and what is known decides, so the archive has to have been read.
      await session.workspace.settle(pathOf(uri), token);
      refuseWhenCancelled(token);
      const open = session.documents.get(uri);
      if (!open) return null;
      const { document, archive } = contextOf(session, open);
      const { path, facts } = document;
      const { groups, fixAll } = posting(findingsIn(session, document, archive, { ...settings, mode: 'post' }));
      return {
        uri,
        version: open.version,
        kind: facts.kind ?? null,
        title: facts.title,
        groups: groups.map(({ weight, findings }) => ({
          weight,
          findings: findings.map((each) => encode(session, document, each)),
        })),
        ...(fixAll && { fixAll: { ...fixAll, edit: workspaceEdit(session, [{ path, edits: fixAll.edits }]) } }),
      };
    },
  );
}

/** As much of a line as a list shows of it. */
const shownLength = 200;

function encode(session: Session, document: Document, finding: Diagnostic): PostingFinding {
  const { line } = rangeOf(document.facts, finding.span).start;
  const { lineStarts } = document.facts;
  return {
    diagnostic: encodeDiagnostic(session, document.facts, finding),
    text: document.text
      .slice(lineStarts[line], lineStarts[line + 1])
      .trim()
      .slice(0, shownLength),
    fixes: (finding.fixes ?? []).map((fix) => ({ title: fix.title, edit: fixEdit(session, document.path, fix) })),
  };
}
