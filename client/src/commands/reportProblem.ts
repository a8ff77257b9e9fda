import * as vscode from 'vscode';
import type { Archive } from '../archive.js';
import { section } from '../config.js';
import type { Machine } from '../machine.js';
import type { Output } from '../output.js';
import { say } from '../../../server/src/text/say.js';

interface Reported {
  readonly context: vscode.ExtensionContext;
  readonly machine: Machine;
  readonly archive: Archive;
  readonly output: Output;
}

/** Opens what a report of a problem needs to say, for whoever reports it to read and to send; nothing is sent from here. */
export async function reportProblem({ context, machine, archive, output: { lines } }: Reported): Promise<void> {
  const facts: Readonly<Record<string, string>> = {
    'Xen Session Notes': version(context),
    [vscode.env.appName]: vscode.version,
    System: machine.system,
    Remote: vscode.env.remoteName ?? 'none',
    Workspace: vscode.workspace.isTrusted ? 'trusted' : 'not trusted',
    Archive: `${archive.state}, ${archive.view?.documents ?? 0} documents`,
  };
  const content = [
    '# A problem with Xen Session Notes',
    `${say`What did you do, what happened, and what should have happened?`}\n\n…`,
    '## Versions',
    Object.entries(facts)
      .map(([name, value]) => `- ${name}: ${value}`)
      .join('\n'),
    '## Settings',
    fenced(JSON.stringify(settings(), undefined, 2), 'json'),
    '## Log',
    say`File names may be in it, texts of documents are not. Take out what nobody should read.`,
    fenced(lines.join('\n'), 'text'),
  ];
  const document = await vscode.workspace.openTextDocument({
    language: 'markdown',
    content: `${content.join('\n\n')}\n`,
  });
  await vscode.window.showTextDocument(document);
}

function version({ extension }: vscode.ExtensionContext): string {
  const { version: known }: { readonly version?: unknown } = extension.packageJSON as object;
  return typeof known === 'string' ? known : 'unknown';
}

/** Settings that somebody has set, where they did. */
function settings(): object {
  const own = vscode.workspace.getConfiguration(section);
  const names = ['mode', 'checkArchive', 'rules', 'scribe', 'trace.server'];
  const set = names.flatMap((name) => {
    const { globalValue, workspaceValue, workspaceFolderValue } = own.inspect(name) ?? {};
    const values = { globalValue, workspaceValue, workspaceFolderValue };
    return Object.values(values).some((value) => value !== undefined) ? [[`${section}.${name}`, values] as const] : [];
  });
  return Object.fromEntries(set);
}

/** A text in a code block that nothing in it ends. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}
