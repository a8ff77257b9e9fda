import { CodeActionKind, Command, type CodeAction, type WorkspaceEdit } from 'vscode-languageserver';
import { configWithout, difference, type Diagnostic, say } from '../analysis.js';
import { configName } from '../host/documentFiles.js';
import { encodeDiagnostic } from './encodeDiagnostic.js';
import type { OpenDocument } from './openDocuments.js';
import type { Session } from './session.js';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { configuredCommand } from './capabilities.js';
import { pathOf } from './uris.js';

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
  return [...byRule.values()].map((diagnostic) => {
    const title = say`Switch ${diagnostic.rule} off in this archive`;
    const text = configWithout(diagnostic.rule, config.getText());
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [encodeDiagnostic(session, document.facts, diagnostic)],
      edit: edit(session, config, text),
      // Other editors change the file without saving it, and do not tell of it.
      ...(!session.client.ownExtension && {
        command: Command.create(title, configuredCommand, config.uri, text),
      }),
    };
  });
}

/** Has a configuration hold as an action has written it. */
export function configured({ configs, workspace }: Session, uri: string, text: string): void {
  if (!pathOf(uri).endsWith(`/${configName}`)) return;
  configs.expect(uri, text);
  workspace.rescan([pathOf(uri)]);
}

/** The configuration as it is open, else as it is on disk. */
async function configAt({ configs, machine }: Session, path: string): Promise<TextDocument | undefined> {
  const open = configs.get(path);
  if (open) return open;
  const held = configs.holding(path);
  const read = held === undefined ? await machine.files.read(path) : { text: held };
  return 'text' in read ? TextDocument.create(path, 'json', 0, read.text) : undefined;
}

function edit({ client, configs }: Session, config: TextDocument, text: string): WorkspaceEdit {
  const { span, text: newText } = difference(config.getText(), text);
  const edits = [{ range: { start: config.positionAt(span.start), end: config.positionAt(span.end) }, newText }];
  if (!client.documentChanges) return { changes: { [config.uri]: edits } };
  const version = configs.get(config.uri) ? config.version : null;
  return { documentChanges: [{ textDocument: { uri: config.uri, version }, edits }] };
}
