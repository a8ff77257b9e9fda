import { CodeActionKind, type CodeAction, type WorkspaceEdit } from 'vscode-languageserver';
import { configWithout, difference, type Diagnostic } from '../analysis.js';
import { configName } from '../host/nodeFiles.js';
import { encodeDiagnostic } from './encodeDiagnostic.js';
import type { OpenDocument } from './openDocuments.js';
import type { Session } from './session.js';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { uriFiles } from './uriFiles.js';

/** Actions that switch the rules of findings off for the whole archive, in its configuration; none outside an archive. */
export async function disableInArchive(
  session: Session,
  { document }: OpenDocument,
  diagnostics: readonly Diagnostic[],
): Promise<CodeAction[]> {
  const folder = session.workspace.archiveFolder(document.path);
  if (folder === undefined || diagnostics.length === 0) return [];
  const config = await configAt(session, `${folder}/${configName}`);
  if (!config) return [];
  const byRule = new Map(diagnostics.map((each) => [each.rule, each]));
  return [...byRule.values()].map((diagnostic) => ({
    title: `Switch ${diagnostic.rule} off in this archive`,
    kind: CodeActionKind.QuickFix,
    diagnostics: [encodeDiagnostic(session, document.facts, diagnostic)],
    edit: edit(session, config, configWithout(diagnostic.rule, config.getText())),
  }));
}

/** The configuration as it is open, else as it is on disk. */
async function configAt({ configs }: Session, path: string): Promise<TextDocument | undefined> {
  const open = configs.get(path);
  if (open) return open;
  const read = await uriFiles.read(path);
  return 'text' in read ? TextDocument.create(path, 'json', 0, read.text) : undefined;
}

function edit({ client, configs }: Session, config: TextDocument, text: string): WorkspaceEdit {
  const { span, text: newText } = difference(config.getText(), text);
  const edits = [{ range: { start: config.positionAt(span.start), end: config.positionAt(span.end) }, newText }];
  if (!client.documentChanges) return { changes: { [config.uri]: edits } };
  const version = configs.get(config.uri) ? config.version : null;
  return { documentChanges: [{ textDocument: { uri: config.uri, version }, edits }] };
}
