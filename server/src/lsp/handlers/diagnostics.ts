import {
  DocumentDiagnosticReportKind,
  type Diagnostic as LspDiagnostic,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Diagnostic, LintOptions } from '../../analysis.js';
import { nextResult } from '../archiveFindings.js';
import { encodeDiagnostic } from '../encodeDiagnostic.js';
import { shownFindings } from '../findings.js';
import { refuseWhenCancelled } from '../onDocument.js';
import type { OpenDocument } from '../openDocuments.js';
import type { Session } from '../session.js';

/** What was answered last for a document. */
export interface Answer {
  readonly resultId: string;
  readonly items: readonly LspDiagnostic[];
}

/** Answers for open documents, kept until they are closed. */
export interface Answers {
  of(open: OpenDocument, settings: LintOptions): Answer;
  forget(uri: string): void;
}

export function createAnswers(session: Session): Answers {
  const answers = new Map<string, Answer & { readonly diagnostics: readonly Diagnostic[] }>();
  return {
    of(open, settings) {
      const before = answers.get(open.uri);
      const diagnostics = shownFindings(session, open, settings);
      if (before?.diagnostics === diagnostics) return before;
      const items = diagnostics.map((each) => encodeDiagnostic(session, open.document.facts, each));
      const same = before !== undefined && JSON.stringify(items) === JSON.stringify(before.items);
      const answer = { diagnostics, items, resultId: same ? before.resultId : nextResult() };
      answers.set(open.uri, answer);
      return answer;
    },
    forget: (uri) => void answers.delete(uri),
  };
}

/** Answers the client's pulls for a document. */
export function registerDiagnostics(session: Session, answers: Answers): void {
  session.connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
    const settings = session.settings.known(uri) ?? (await session.settings.of(uri));
    refuseWhenCancelled(token);
    const open = session.documents.get(uri);
    if (!open) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    return report(answers.of(open, settings), previousResultId);
  });
}

/** An answer as it is sent to somebody who has had another one, or the same. */
export function report({ resultId, items }: Answer, previous: string | undefined): DocumentDiagnosticReport {
  if (previous === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...items] };
}
