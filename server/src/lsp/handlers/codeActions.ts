import { CodeActionKind, type CodeAction as LspAction, type CodeActionParams } from 'vscode-languageserver';
import {
  codeActions,
  disableRule,
  findingsAt,
  safeEdits,
  type CodeAction,
  type Diagnostic,
  type FeatureContext,
  say,
} from '../../analysis.js';
import { fixAllKind } from '../capabilities.js';
import { changesOffered } from '../changesOffered.js';
import { disableInArchive } from '../disableInArchive.js';
import { encodeDiagnostic } from '../encodeDiagnostic.js';
import { findings } from '../findings.js';
import { refuseWhenCancelled } from '../onDocument.js';
import { spanOf } from '../positions.js';
import { contextOf, type Session } from '../session.js';
import { pathOf } from '../uris.js';
import { fixEdit, workspaceEdit } from '../workspaceEdit.js';

export function registerCodeActions(session: Session): void {
  session.connection.onCodeAction(async (params, token) => {
    const options = await session.settings.of(params.textDocument.uri);
    await session.workspace.settle(pathOf(params.textDocument.uri), token);
    refuseWhenCancelled(token);
    const open = session.documents.get(params.textDocument.uri);
    if (!open) return [];
    const context = contextOf(session, open);
    const diagnostics = findings(session, open, options);
    const here = findingsAt(diagnostics, spanOf(open.document, params.range));
    const wanted = asked(params, CodeActionKind.QuickFix, 'wanted');
    return [
      ...(wanted
        ? quickFixes(session, context, [...codeActions(diagnostics, here), ...disableRule(open.document, here)])
        : []),
      ...(wanted ? await disableInArchive(session, open, here) : []),
      ...(asked(params, CodeActionKind.RefactorRewrite, 'wanted')
        ? changesOffered(session, context, params.range)
        : []),
      ...fixAll(session, context, diagnostics, params),
    ];
  });
}

/** Whether a client that asks for some kinds only asks for this one. */
function asked({ context: { only } }: CodeActionParams, kind: string, otherwise: 'wanted' | 'unwanted'): boolean {
  if (!only || only.length === 0) return otherwise === 'wanted';
  return only.some((each) => kind === each || kind.startsWith(`${each}.`));
}

function quickFixes(session: Session, { document }: FeatureContext, actions: readonly CodeAction[]): LspAction[] {
  const encode = (action: CodeAction): LspAction => ({
    title: action.title,
    kind: CodeActionKind.QuickFix,
    ...(action.preferred && { isPreferred: true }),
    diagnostics: action.diagnostics.map((each) => encodeDiagnostic(session, document.facts, each)),
    edit: fixEdit(session, document.path, action),
  });
  return actions.map(encode);
}

function fixAll(
  session: Session,
  { document }: FeatureContext,
  diagnostics: readonly Diagnostic[],
  params: CodeActionParams,
): LspAction[] {
  const edits = asked(params, fixAllKind, 'unwanted') ? safeEdits(diagnostics) : [];
  if (edits.length === 0) return [];
  return [
    {
      title: say`Make all safe fixes`,
      kind: fixAllKind,
      edit: workspaceEdit(session, [{ path: document.path, edits }]),
    },
  ];
}
