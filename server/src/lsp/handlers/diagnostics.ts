import {
  DocumentDiagnosticReportKind,
  type Diagnostic as LspDiagnostic,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Diagnostic, LintOptions } from '../../analysis.js';
import { encodeDiagnostic } from '../encodeDiagnostic.js';
import { shownFindings } from '../findings.js';
import { refuseWhenCancelled } from '../onDocument.js';
import type { OpenDocument } from '../openDocuments.js';
import type { Session } from '../session.js';

/** What was answered last for a document. */
interface Answer {
  readonly diagnostics: readonly Diagnostic[];
  readonly resultId: string;
  readonly items: readonly LspDiagnostic[];
}

/** Answers the client's pulls; the result forgets a document that was closed. */
export function registerDiagnostics(session: Session): (uri: string) => void {
  const answers = new Map<string, Answer>();
  session.connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
    const settings = session.settings.known(uri) ?? (await session.settings.of(uri));
    refuseWhenCancelled(token);
    const open = session.documents.get(uri);
    if (!open) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const answer = answerFor(session, open, settings, answers.get(uri));
    answers.set(uri, answer);
    return report(answer, previousResultId);
  });
  return (uri) => void answers.delete(uri);
}

let results = 0;

function answerFor(session: Session, open: OpenDocument, settings: LintOptions, before: Answer | undefined): Answer {
  const diagnostics = shownFindings(session, open, settings);
  if (before?.diagnostics === diagnostics) return before;
  const items = diagnostics.map((each) => encodeDiagnostic(session, open.document.facts, each));
  const same = before !== undefined && JSON.stringify(items) === JSON.stringify(before.items);
  return { diagnostics, items, resultId: same ? before.resultId : String(++results) };
}

function report({ resultId, items }: Answer, previous: string | undefined): DocumentDiagnosticReport {
  if (previous === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...items] };
}
