import { posting, type Archive, type Diagnostic, type Document, type LintOptions, type Posting } from '../analysis.js';
import { encodeDiagnostic } from './encodeDiagnostic.js';
import { findingsIn } from './findings.js';
import { rangeOf } from './positions.js';
import type { PostingFinding, PostingFindings } from './protocol.js';
import type { Session } from './session.js';
import { fixEdit } from './workspaceEdit.js';

/** What stands in the way of posting a document, whatever the mode it is checked in otherwise. */
export function postingOf(session: Session, document: Document, archive: Archive, settings: LintOptions): Posting {
  return posting(findingsIn(session, document, archive, { ...settings, mode: 'post' }));
}

/** The findings of a document as the protocol has them. */
export function encodePosting(session: Session, document: Document, { groups }: Posting): PostingFindings[] {
  return groups.map(({ weight, findings }) => ({
    weight,
    findings: findings.map((each) => encode(session, document, each)),
  }));
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
