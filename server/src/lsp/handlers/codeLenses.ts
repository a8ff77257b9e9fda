import type { CodeLens, Command } from 'vscode-languageserver';
import { codeLenses, place, type Lens, counted, say } from '../../analysis.js';
import { today } from '../../host/today.js';
import type { CommandName } from '../capabilities.js';
import { documentAt } from '../documentAt.js';
import { onDocument } from '../onDocument.js';
import { commandFor } from '../pageCommand.js';
import { uriOf } from '../places.js';
import { rangeOf } from '../positions.js';
import { postingOf } from '../postingOf.js';
import type { Session } from '../session.js';

/** What a lens keeps until it is shown: the path of the draft whose findings are to be counted. */
interface Unresolved {
  readonly draft: string;
}

export function registerCodeLenses(session: Session): void {
  session.connection.onCodeLens(
    onDocument(
      session,
      (context): CodeLens[] =>
        codeLenses(context, today()).map((lens) => {
          const range = rangeOf(context.document.facts, lens.span);
          if (lens.kind === 'draft') return { range, data: { draft: lens.notes.path } satisfies Unresolved };
          return { range, command: commandOf(session, lens) };
        }),
      [],
    ),
  );
  session.connection.onCodeLensResolve(async (lens): Promise<CodeLens> => {
    const { draft } = lens.data as Unresolved;
    const count = await findingsOf(session, draft);
    return { ...lens, command: openCommand(session, draftTitle(count), { path: draft, line: 0, where: 'top' }) };
  });
}

function commandOf(session: Session, lens: Exclude<Lens, { kind: 'draft' }>): Command {
  switch (lens.kind) {
    case 'check':
      return { title: say`Check`, ...checkCommand(session, uriOf(session, lens.notes.path)) };
    case 'export':
      return { title: say`Export`, ...exportCommand(session, uriOf(session, lens.notes.path)) };
    case 'posted':
      return lens.address === undefined
        ? openCommand(session, say`Notes: posted`, { path: lens.notes.path, line: 0, where: 'top' })
        : { title: say`Notes: posted`, ...addressCommand(session, lens.address) };
    case 'thread':
      return { title: say`Through the years`, ...pageCommand(session, lens) };
    case 'action': {
      const { document, section, action } = lens.to;
      const { line } = rangeOf(document, place(section, action.span)).start;
      return openCommand(session, lens.title, { path: document.path, line, where: 'middle' });
    }
    case 'session': {
      const { line } = rangeOf(lens.page, lens.titleSpan).start;
      return openCommand(session, say`Session: ${lens.title}`, { path: lens.page.path, line, where: 'top' });
    }
  }
}

/** The commands of our own extension, and in their place the server's where another editor shows the lens. */
type Meant = Pick<Command, 'command' | 'arguments'>;

function checkCommand({ client }: Session, uri: string): Meant {
  return client.ownExtension
    ? { command: 'xenNotes.checkBeforePosting', arguments: [uri] }
    : { command: 'xen-notes.checkBeforePosting' satisfies CommandName, arguments: [uri] };
}

function exportCommand({ client }: Session, uri: string): Meant {
  return client.ownExtension
    ? { command: 'xenNotes.exportToMail', arguments: [uri] }
    : {
        command: 'xen-notes.export' satisfies CommandName,
        arguments: [uri, 'mail', `${uri.replace(/\.md$/i, '')}.eml`],
      };
}

function addressCommand({ client }: Session, address: string): Meant {
  return client.ownExtension
    ? { command: 'xenNotes.openAddress', arguments: [address] }
    : { command: 'xen-notes.open' satisfies CommandName, arguments: [{ uri: address }] };
}

function pageCommand({ client }: Session, { page, name }: Extract<Lens, { kind: 'thread' }>): Meant {
  const own: CommandName = page === 'topic' ? 'xen-notes.topic' : 'xen-notes.person';
  return { command: client.ownExtension ? commandFor(page) : own, arguments: [name] };
}

interface Opened {
  readonly path: string;
  readonly line: number;
  readonly where: 'top' | 'middle';
}

function openCommand(session: Session, title: string, { path, line, where }: Opened): Command {
  const place = { uri: uriOf(session, path), line };
  return session.client.ownExtension
    ? { title, command: 'xenNotes.open', arguments: [place, where] }
    : { title, command: 'xen-notes.open' satisfies CommandName, arguments: [place] };
}

function draftTitle(found: number | undefined): string {
  if (found === undefined) return say`Notes: draft`;
  if (found === 0) return say`Notes: draft, nothing found`;
  return counted(found, say`Notes: draft, 1 finding`, say`Notes: draft, ${found} findings`);
}

/** How many findings notes have that are to be posted; `undefined` where they cannot be read. */
async function findingsOf(session: Session, path: string): Promise<number | undefined> {
  const settings = await session.settings.of(uriOf(session, path));
  await session.workspace.read();
  const document = await documentAt(session, path);
  if (!document) return undefined;
  const { groups } = postingOf(session, document, session.workspace.archiveOf(document), settings);
  return groups.reduce((sum, { findings }) => sum + findings.length, 0);
}
