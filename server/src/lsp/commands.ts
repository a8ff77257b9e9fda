import type { CancellationToken, LSPAny } from 'vscode-languageserver';
import type { Session } from './session.js';

/** What the server does when it is asked for it by name, in any editor. */
export interface ServerCommand {
  readonly name: string;
  run(given: readonly unknown[], token: CancellationToken): LSPAny | Promise<LSPAny> | undefined;
}

/** A command that there is not does nothing. */
export function registerCommands({ connection }: Session, commands: readonly ServerCommand[]): void {
  const byName = new Map(commands.map((each) => [each.name, each]));
  connection.onExecuteCommand(
    async ({ command, arguments: given = [] }, token) => (await byName.get(command)?.run(given, token)) ?? null,
  );
}
