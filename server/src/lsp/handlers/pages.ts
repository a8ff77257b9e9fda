import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import {
  knownDocumentsOf,
  htmlOf,
  languageSpoken,
  markdownOf,
  ownDocumentsOf,
  pageOf,
  pageStyle,
  say,
  subjectsOf,
  type Page,
  type PageLink,
} from '../../analysis.js';
import { today } from '../../host/today.js';
import { commandAddress, commandFor } from '../pageCommand.js';
import { lineUri, uriOf } from '../places.js';
import {
  pageRequest,
  subjectsRequest,
  type PageParams,
  type PageView,
  type Problem,
  type SubjectsView,
} from '../protocol.js';
import type { Session } from '../session.js';

export function registerPages(session: Session): void {
  session.connection.onRequest(pageRequest, async (params: PageParams): Promise<PageView | Problem> => {
    const page = await pageFor(session, params);
    if ('problem' in page) return page;
    const href = (link: PageLink): string => commandOf(session, link);
    const body = htmlOf(page, { id: params.page, level: 1, href });
    return { title: page.title, body, style: pageStyle(), language: languageSpoken() };
  });
  session.connection.onRequest(subjectsRequest, async (): Promise<SubjectsView> => {
    await session.workspace.read();
    return subjectsOf(ownDocumentsOf(session.workspace.archives()));
  });
}

/** The same page as Markdown, for editors that have no window for ours. */
export async function pageMarkdown(session: Session, asked: PageParams): Promise<string> {
  const page = await pageFor(session, asked);
  if ('problem' in page) throw new ResponseError(LSPErrorCodes.RequestFailed, page.problem);
  return markdownOf(page, { href: (link) => addressOf(session, link) });
}

/** A page as of all that has been read; what ships counts where a topic or somebody is asked for, as it does everywhere else. */
async function pageFor({ workspace }: Session, { page, name = '' }: PageParams): Promise<Page | Problem> {
  await workspace.read();
  const archives = workspace.archives();
  if (page === 'overview') return pageOf(ownDocumentsOf(archives), { page }, today());
  if (page !== 'topic' && page !== 'person') return { problem: say`there is no page “${page}”` };
  if (name.trim() === '') return { problem: say`give the name of a topic or a person` };
  return pageOf(knownDocumentsOf(archives), { page, name }, today());
}

/** A link as our extension follows it: only these commands are let run from a page. */
function commandOf(session: Session, link: PageLink): string {
  if (link.to === 'place')
    return commandAddress('xenNotes.open', { uri: uriOf(session, link.path), line: link.line }, 'top');
  return commandAddress(commandFor(link.to), link.name);
}

function addressOf(session: Session, link: PageLink): string | undefined {
  return link.to === 'place' ? lineUri(session, link.path, link.line) : undefined;
}
