import { CreateFile, TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { say } from '../analysis.js';
import type { Session } from './session.js';

/** A file that is to be. */
interface NewFile {
  readonly uri: string;
  readonly text: string;
}

/** Has the editor create files; what stood in the way, if anything. Nothing is overwritten. */
export async function createdFiles(
  { connection }: Session,
  label: string,
  files: readonly NewFile[],
): Promise<string | undefined> {
  const start = { line: 0, character: 0 };
  const documentChanges = files.flatMap(({ uri, text }) => [
    CreateFile.create(uri, { overwrite: false, ignoreIfExists: false }),
    TextDocumentEdit.create({ uri, version: null }, [TextEdit.insert(start, text)]),
  ]);
  const { applied, failureReason } = await connection.workspace.applyEdit({ label, edit: { documentChanges } });
  if (applied) return undefined;
  const names = files.map(({ uri }) => nameOf(uri)).join(', ');
  return failureReason === undefined
    ? say`${names} could not be created; nothing is overwritten`
    : say`${names} could not be created: ${failureReason}`;
}

/** Last part of an address, as people read it. */
export function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
