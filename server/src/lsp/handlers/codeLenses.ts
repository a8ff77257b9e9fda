import type { CodeLens, Command } from 'vscode-languageserver';
import { codeLenses, counted, extentOf, knownDocumentsOf, say, type Lens, type NamedPage } from '../../analysis.js';
import { documentAt } from '../documentAt.js';
import { onDocument } from '../onDocument.js';
import { commandFor } from '../pageCommand.js';
import { uriOf } from '../places.js';
import { rangeOf } from '../positions.js';
import { postingOf } from '../postingOf.js';
import type { Session } from '../session.js';

/** What a lens keeps until it is shown: the path of the draft whose findings are to be counted, or what a page is asked of. */
type Unresolved = { readonly draft: string } | { readonly thread: NamedPage };

export function registerCodeLenses(session: Session): void {
  session.connection.onCodeLens(
    onDocument(
      session,
      (context): CodeLens[] =>
        codeLenses(context).map((lens) => {
          const range = rangeOf(context.document.facts, lens.span);
          if (lens.kind === 'draft') return { range, data: { draft: lens.notes.path } satisfies Unresolved };
          if (lens.kind === 'thread')
            return { range, data: { thread: { page: lens.page, name: lens.name } } satisfies Unresolved };
          return { range, command: commandOf(session, lens) };
        }),
      [],
    ),
  );
  session.connection.onCodeLensResolve(async (lens): Promise<CodeLens> => {
    const asked = lens.data as Unresolved;
    if ('thread' in asked) return { ...lens, command: await threadCommand(session, asked.thread) };
    const count = await findingsOf(session, asked.draft);
    return { ...lens, command: openCommand(session, draftTitle(count), asked.draft, 0) };
  });
}

function commandOf(session: Session, lens: Exclude<Lens, { kind: 'draft' | 'thread' }>): Command {
  switch (lens.kind) {
    case 'check':
    case 'export': {
      const [title, command] =
        lens.kind === 'check' ? [say`Check`, 'xenNotes.checkBeforePosting'] : [say`Export`, 'xenNotes.exportToMail'];
      return { title, command, arguments: [uriOf(session, lens.notes.path)] };
    }
    case 'posted':
      return lens.address === undefined
        ? openCommand(session, say`Notes: posted`, lens.notes.path, 0)
        : { title: say`Notes: posted`, command: 'xenNotes.openAddress', arguments: [lens.address] };
    case 'session': {
      const { line } = rangeOf(lens.page, lens.titleSpan).start;
      return openCommand(session, say`Session: ${lens.title}`, lens.page.path, line);
    }
  }
}

async function threadCommand({ workspace }: Session, asked: NamedPage): Promise<Command> {
  await workspace.read();
  const title = extentOf(knownDocumentsOf(workspace.archives()), asked);
  return { title, command: commandFor(asked.page), arguments: [asked.name] };
}

function openCommand(session: Session, title: string, path: string, line: number): Command {
  return { title, command: 'xenNotes.open', arguments: [{ uri: uriOf(session, path), line }, 'top'] };
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
