import * as vscode from 'vscode';
import type { ArchiveView, NewDocumentParams } from '../../../server/src/lsp/protocol.js';
import type { Archive } from '../archive.js';
import type { Server } from '../server.js';
import { statusText } from '../views/words.js';
import { say } from '../../../server/src/text/say.js';

interface ChoiceOptions {
  readonly server: Server;
  readonly archive: Archive;
}

interface Choice extends vscode.QuickPickItem {
  /** Left out where a title is to be asked for. */
  readonly params?: NewDocumentParams;
}

/** One line from the user; `undefined` when nothing was written. */
export async function ask(prompt: string, value: string): Promise<string | undefined> {
  const title = await vscode.window.showInputBox({ title: prompt, value, ignoreFocusOut: true });
  return title === undefined || title.trim() === '' ? undefined : title.trim();
}

/** The session that notes are to be of: those without notes first, the latest event's before the others. */
export async function pickSession(options: ChoiceOptions): Promise<NewDocumentParams | undefined> {
  const view = await known(options);
  const sessions = (view?.events ?? []).flatMap((event) =>
    event.groups.flatMap((group) => group.sessions.map((session) => ({ event, session }))),
  );
  const [owed, published] = [
    sessions.filter(({ session }) => session.status !== 'notes'),
    sessions.filter(({ session }) => session.status === 'notes'),
  ];
  const choices = [...owed, ...published].map(({ event, session }): Choice => ({
    label: session.title,
    description: `${event.title} · ${statusText(session.status)}`,
    ...(session.hosts.length > 0 && { detail: session.hosts.join(', ') }),
    params: { kind: 'notes', session: session.reference, near: session.uri },
  }));
  return choose('notes', choices, {
    placeholder: say`Which session are the notes of?`,
    other: say`A session that is on no page…`,
    prompt: say`What is the session called?`,
  });
}

/** The meeting that minutes are to be of: the one after another, or a new one. */
export async function pickMeeting(options: ChoiceOptions): Promise<NewDocumentParams | undefined> {
  const view = await known(options);
  const meetings = view?.meetings ?? [];
  const choices = meetings.map((meeting): Choice => ({
    label: say`Next after ${meeting.title}`,
    ...(meeting.date !== undefined && { description: meeting.date }),
    params: { kind: 'minutes', previous: meeting.uri, near: meeting.uri },
  }));
  return choose('minutes', choices, {
    placeholder: say`Which meeting are the minutes of?`,
    other: say`Another meeting…`,
    prompt: say`What is the meeting called?`,
  });
}

interface Words {
  readonly placeholder: string;
  readonly other: string;
  readonly prompt: string;
}

async function choose(
  kind: 'notes' | 'minutes',
  choices: readonly Choice[],
  { placeholder, other, prompt }: Words,
): Promise<NewDocumentParams | undefined> {
  const another: Choice = { label: `$(edit) ${other}`, alwaysShow: true };
  const picked =
    choices.length === 0
      ? another
      : await vscode.window.showQuickPick([...choices, another], {
          title: placeholder,
          matchOnDescription: true,
          matchOnDetail: true,
        });
  if (!picked || picked.params) return picked?.params;
  const title = await ask(prompt, '');
  return title === undefined ? undefined : { kind, title };
}

/** The archive once it has been read. */
async function known({ server, archive }: ChoiceOptions): Promise<ArchiveView | undefined> {
  await server.start();
  if (archive.state !== 'indexing') return archive.view;
  return new Promise((resolve) => {
    const listening = archive.onDidChange(() => {
      if (archive.state === 'indexing') return;
      listening.dispose();
      resolve(archive.view);
    });
  });
}
