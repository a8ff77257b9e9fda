import { TextDocumentEdit, type TextEdit as LspEdit, type WorkspaceEdit } from 'vscode-languageserver';
import type { Fix, TextEdit } from '../analysis.js';
import { say } from '../analysis.js';
import { uriOf } from './places.js';
import { rangeOf } from './positions.js';
import type { Session } from './session.js';

export interface FileEdits {
  readonly path: string;
  readonly edits: readonly TextEdit[];
  /** Set for edits that are to be looked at before they are made: why they are. */
  readonly confirm?: string;
  /** What is said of edits in a preview. */
  readonly note?: string;
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
  const labelOf = ({ confirm, note }: FileEdits): string | undefined =>
    client.changeAnnotations ? (confirm ?? note) : undefined;
  const annotations = Object.fromEntries(
    files.flatMap((file) => {
      const label = labelOf(file);
      return label === undefined ? [] : [[label, { label, needsConfirmation: file.confirm !== undefined }]];
    }),
  );
  return {
    documentChanges: files.map((file) => {
      const { path, edits } = file;
      const label = labelOf(file);
      const version = session.documents.get(path)?.version ?? null;
      const changes = lspEdits(session, path, edits);
      const marked = label === undefined ? changes : changes.map((edit) => ({ ...edit, annotationId: label }));
      return TextDocumentEdit.create({ uri: uriOf(session, path), version }, marked);
    }),
    ...(Object.keys(annotations).length > 0 && { changeAnnotations: annotations }),
  };
}

/** The edit a fix of a document makes; what it changes in others is to be looked at first. */
export function fixEdit(session: Session, path: string, { edits, elsewhere = [] }: Fix): WorkspaceEdit {
  return workspaceEdit(session, [
    ...(edits.length > 0 ? [{ path, edits }] : []),
    ...elsewhere.map((each) => ({ ...each, confirm: say`Changes in other documents` })),
  ]);
}

export function lspEdits({ workspace }: Session, path: string, edits: readonly TextEdit[]): LspEdit[] {
  const facts = workspace.facts(path);
  return facts ? edits.map(({ span, text }) => ({ range: rangeOf(facts, span), newText: text })) : [];
}
