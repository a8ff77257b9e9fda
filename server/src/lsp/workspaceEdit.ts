import { TextDocumentEdit, type TextEdit as LspEdit, type WorkspaceEdit } from 'vscode-languageserver';
import type { Fix, TextEdit } from '../analysis.js';
import { uriOf } from './places.js';
import { rangeOf } from './positions.js';
import type { Session } from './session.js';

export interface FileEdits {
  readonly path: string;
  readonly edits: readonly TextEdit[];
  /** Set for edits that are to be looked at before they are made: why they are. */
  readonly confirm?: string;
}

/** Edits of several documents, bound to the versions they were computed on where the client can do that. */
export function workspaceEdit(session: Session, files: readonly FileEdits[]): WorkspaceEdit {
  const { client } = session;
  if (!client.documentChanges)
    return {
      changes: Object.fromEntries(
        files.map(({ path, edits }) => [uriOf(session, path), lspEdits(session, path, edits)]),
      ),
    };
  const annotated = files.filter((file) => file.confirm !== undefined && client.changeAnnotations);
  const annotations = Object.fromEntries(
    annotated.map(({ confirm = '' }) => [confirm, { label: confirm, needsConfirmation: true }]),
  );
  return {
    documentChanges: files.map(({ path, edits, confirm }) => {
      const version = session.documents.get(path)?.version ?? null;
      const changes = lspEdits(session, path, edits);
      const marked =
        confirm !== undefined && client.changeAnnotations
          ? changes.map((edit) => ({ ...edit, annotationId: confirm }))
          : changes;
      return TextDocumentEdit.create({ uri: uriOf(session, path), version }, marked);
    }),
    ...(annotated.length > 0 && { changeAnnotations: annotations }),
  };
}

/** The edit a fix of a document makes; what it changes in others is to be looked at first. */
export function fixEdit(session: Session, path: string, { edits, elsewhere = [] }: Fix): WorkspaceEdit {
  return workspaceEdit(session, [
    ...(edits.length > 0 ? [{ path, edits }] : []),
    ...elsewhere.map((each) => ({ ...each, confirm: 'Changes in other documents' })),
  ]);
}

export function lspEdits({ workspace }: Session, path: string, edits: readonly TextEdit[]): LspEdit[] {
  const facts = workspace.facts(path);
  return facts ? edits.map(({ span, text }) => ({ range: rangeOf(facts, span), newText: text })) : [];
}
