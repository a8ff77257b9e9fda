import { ErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import { commandNames, type CommandName } from '../capabilities.js';
import { configured } from '../disableInArchive.js';
import type { Session } from '../session.js';
import { changeByCommand } from './actions.js';
import { pageMarkdown } from './pages.js';

type Run = (session: Session, given: readonly unknown[], token: CancellationToken) => unknown;

/** What is done by command, for editors without an extension of ours. Their arguments are described in `docs/editors.md`. */
const commands: Readonly<Record<CommandName, Run>> = {
  'xen-notes.configured': (session, given) => configured(session, text(given, 0), text(given, 1)),
  'xen-notes.changeActions': (session, given) => changeByCommand(session, given[0]),
  'xen-notes.topic': (session, given) => pageMarkdown(session, { page: 'topic', name: text(given, 0) }),
  'xen-notes.person': (session, given) => pageMarkdown(session, { page: 'person', name: text(given, 0) }),
  'xen-notes.overview': (session) => pageMarkdown(session, { page: 'overview' }),
};

export function registerCommands(session: Session): void {
  session.connection.onExecuteCommand(({ command, arguments: given = [] }, token) => {
    const name = commandNames.find((each) => each === command);
    if (!name)
      throw new ResponseError(
        ErrorCodes.InvalidParams,
        `${command} is no command; use one of ${commandNames.join(', ')}`,
      );
    return commands[name](session, given, token);
  });
}

function text(given: readonly unknown[], index: number): string {
  const value = given[index];
  if (typeof value !== 'string')
    throw new ResponseError(ErrorCodes.InvalidParams, `argument ${index + 1} has to be a text`);
  return value;
}
