import { DiagnosticSeverity, MessageType, ShowMessageNotification, type Connection } from 'vscode-languageserver';
import type { FileProblem } from '../analysis.js';
import { configName } from '../host/documentFiles.js';
import { say } from '../analysis.js';
import { source } from './encodeDiagnostic.js';
import { fileOf, isBelow } from './uris.js';

/** Tells of files that could not be read: each in the log, once in a message, and in the file itself for a configuration. */
export function createProblems(connection: Connection): (folder: string, problems: readonly FileProblem[]) => void {
  const told = new Set<string>();
  const marked = new Set<string>();
  return (folder, problems) => {
    const fresh = problems.map(sentence).filter((each) => !told.has(each));
    for (const each of fresh) told.add(each);
    showWarnings(connection, fresh);
    const broken = problems.filter(({ path }) => path.endsWith(`/${configName}`));
    const clean = [...marked].filter(
      (path) => isBelow(folder, path) && !broken.some((problem) => problem.path === path),
    );
    for (const path of clean) marked.delete(path);
    for (const path of new Set([...clean, ...broken.map((problem) => problem.path)])) {
      if (!clean.includes(path)) marked.add(path);
      markConfig(
        connection,
        path,
        broken.filter((problem) => problem.path === path),
      );
    }
  };
}

/** Tells of warnings: each in the log, and the first in a message. */
export function showWarnings(connection: Connection, sentences: readonly string[]): void {
  for (const each of sentences) connection.console.warn(each);
  const [first] = sentences;
  if (first === undefined) return;
  const more = sentences.length - 1;
  showMessage(connection, MessageType.Warning, more > 0 ? say`${first} (and ${more} more, see the output)` : first);
}

/** Tells people something. As a notification: the connection's own way asks the client, and not each one answers. */
export function showMessage(connection: Connection, type: MessageType, message: string): void {
  void connection.sendNotification(ShowMessageNotification.type, { type, message });
}

function sentence({ path, message }: FileProblem): string {
  return `${fileOf(path) ?? path}: ${message}`;
}

function markConfig(connection: Connection, uri: string, problems: readonly FileProblem[]): void {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  const diagnostics = problems.map(({ message }) => ({ range, severity: DiagnosticSeverity.Error, source, message }));
  void connection.sendDiagnostics({ uri, diagnostics });
}
