import * as vscode from 'vscode';
import { archiveFile } from '../config.js';
import { say } from '../../../server/src/text/say.js';
import { checkArguments, type CheckDefinition } from './checkArguments.js';
import { checkTerminal } from './checkTerminal.js';

const type = 'xen-notes';

interface Offered {
  readonly name: string;
  readonly detail: string;
  readonly definition: vscode.TaskDefinition & CheckDefinition;
}

const offered = (): readonly Offered[] => [
  {
    name: say`Check the Archive`,
    detail: say`Checks every document as it is saved, as the command line does`,
    definition: { type },
  },
  {
    name: say`Check the Archive as to Be Posted`,
    detail: say`The same, with what must hold before notes go to xen-devel`,
    definition: { type, mode: 'post' },
  },
];

/** Offers tasks that check the archives of the workspace, and runs those of tasks.json. */
export function registerCheckTasks(context: vscode.ExtensionContext): vscode.Disposable {
  const commandLine = context.asAbsolutePath('dist/cli.cjs');
  return vscode.tasks.registerTaskProvider(type, {
    async provideTasks(token) {
      if (!vscode.workspace.isTrusted) return [];
      const folders = vscode.workspace.workspaceFolders ?? [];
      const holding = await Promise.all(folders.map(async (folder) => (await hasArchive(folder, token)) && folder));
      return holding.flatMap((folder) => (folder ? offered().map((each) => taskIn(folder, each, commandLine)) : []));
    },
    resolveTask({ definition, scope, name }) {
      if (!vscode.workspace.isTrusted) return undefined;
      const folder = typeof scope === 'object' ? scope : vscode.workspace.workspaceFolders?.[0];
      return folder && taskIn(folder, { name, detail: '', definition }, commandLine);
    },
  });
}

/** The command line reads files of this machine alone. */
async function hasArchive(folder: vscode.WorkspaceFolder, token: vscode.CancellationToken): Promise<boolean> {
  if (folder.uri.scheme !== 'file') return false;
  const pattern = new vscode.RelativePattern(folder, `**/${archiveFile}`);
  return (await vscode.workspace.findFiles(pattern, '**/node_modules/**', 1, token)).length > 0;
}

function taskIn(
  folder: vscode.WorkspaceFolder,
  { name, detail, definition }: Offered,
  commandLine: string,
): vscode.Task {
  const execution = new vscode.CustomExecution(({ mode, paths, baseline }) => {
    const given = checkArguments({ mode, paths, baseline });
    return Promise.resolve(checkTerminal({ commandLine, arguments: given, folder: folder.uri.fsPath }));
  });
  const task = new vscode.Task(definition, folder, name, 'Xen Notes', execution, `$${type}`);
  task.detail = detail;
  task.group = vscode.TaskGroup.Test;
  task.presentationOptions = { clear: true, showReuseMessage: false };
  return task;
}
