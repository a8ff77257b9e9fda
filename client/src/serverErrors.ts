import * as vscode from 'vscode';
import type { CloseAction, ErrorAction, ErrorHandler } from 'vscode-languageclient';
import { say } from '../../server/src/text/say.js';
import { section } from './config.js';
import { createRestarts, type Restart } from './restarts.js';

/** The library's names for what is to be done; it is loaded with the server and not before. */
export interface Actions {
  readonly ErrorAction: typeof ErrorAction;
  readonly CloseAction: typeof CloseAction;
}

/** So many messages in a row may fail. */
const mostErrors = 3;

/** What people may do about it, and the commands that do it. */
const offers = (): Readonly<Record<string, string>> => ({
  [say`Restart`]: 'restartServer',
  [say`Show Log`]: 'showOutput',
  [say`Report a Problem`]: 'reportProblem',
});

/** Starts a server that dies again, within limits, and says so. */
export function createErrorHandler(
  { ErrorAction, CloseAction }: Actions,
  output: vscode.LogOutputChannel,
): ErrorHandler {
  const restarts = createRestarts();
  return {
    error(error, _message, count = 0) {
      output.error(say`A message to or from the language server failed: ${error.message}`);
      return { action: count <= mostErrors ? ErrorAction.Continue : ErrorAction.Shutdown, handled: true };
    },
    closed() {
      const restart = restarts(Date.now());
      tell(restart, output);
      return { action: restart.again ? CloseAction.Restart : CloseAction.DoNotRestart, handled: true };
    },
  };
}

function tell({ again, shown, message }: Restart, output: vscode.LogOutputChannel): void {
  if (again) output.warn(message);
  else output.error(message);
  if (!shown) return;
  const asked = again
    ? vscode.window.showWarningMessage(message, say`Show Log`)
    : vscode.window.showErrorMessage(message, ...Object.keys(offers()));
  void asked.then((chosen) => {
    const command = chosen === undefined ? undefined : offers()[chosen];
    return command === undefined ? undefined : vscode.commands.executeCommand(`${section}.${command}`);
  });
}
