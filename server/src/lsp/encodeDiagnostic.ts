import { DiagnosticSeverity, DiagnosticTag, type Diagnostic as LspDiagnostic } from 'vscode-languageserver';
import type { Diagnostic, DocumentFacts } from '../analysis.js';
import { locationOf } from './places.js';
import { rangeOf } from './positions.js';
import type { Session } from './session.js';

export const source = 'xen-notes';

const severityOf: Readonly<Record<Diagnostic['severity'], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
const tagOf = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

export function encodeDiagnostic(session: Session, facts: DocumentFacts, diagnostic: Diagnostic): LspDiagnostic {
  const related = (diagnostic.related ?? []).flatMap((each) =>
    locationOf(session, each).map((location) => ({ location, message: each.message })),
  );
  return {
    range: rangeOf(facts, diagnostic.span),
    severity: severityOf[diagnostic.severity],
    source,
    code: diagnostic.rule,
    codeDescription: { href: session.machine.ruleUrl(diagnostic.rule) },
    message: diagnostic.message,
    ...(diagnostic.tag && { tags: [tagOf[diagnostic.tag]] }),
    ...(related.length > 0 && { relatedInformation: related }),
    data: { fix: diagnostic.fix },
  };
}
