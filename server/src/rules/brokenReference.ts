import { referenceTarget } from '../archive/referenceText.js';
import { foundOrNear, sessionByTitle } from '../archive/sessionByTitle.js';
import type { DocumentFacts } from '../document/document.js';
import { memo } from '../text/memo.js';
import { nearest } from './nearest.js';
import type { DocumentContext } from './rule.js';
import { say } from '../text/say.js';

export interface Problem {
  readonly message: string;
  /** What it could refer to, and the text that says so in place of `old` or of the whole reference. */
  readonly instead: readonly { readonly shown: string; readonly old?: string; readonly text: string }[];
  /** The section that may be added instead. */
  readonly missing?: { readonly title: string; readonly page: DocumentFacts };
}

/** What a reference by title names. */
export interface Named {
  readonly page: string;
  readonly section?: string;
  /** Text shown. */
  readonly text?: string;
}

const mostNear = 3;

/** The section may be slightly otherwise named, or stand on another page. */
export function noSection(reference: Named, page: DocumentFacts, context: DocumentContext): Problem {
  const title = reference.section ?? '';
  const titles = page.sections.flatMap(({ facts }) => facts.heading?.title ?? []);
  const sessions = page.sessions.map((session) => ({ document: page, session }));
  const meant = foundOrNear(sessionByTitle(sessions, { title, years: [] })).map(({ session }) => session.title);
  const near = [...new Set([...nearest(title, titles), ...meant])]
    .slice(0, mostNear)
    .map((each) => wiki(reference.page, each, reference.text));
  const message = say`"${page.title}" has no section "${reference.section ?? ''}"; refer to one that is there`;
  return { message, instead: [...near, ...elsewhere(reference, context)], missing: { title, page } };
}

/**
 * `[[Words]]` may be anything, and the wiki has more pages than an archive. It is a slip when the archive has a page of a
 * title close to it, or a session as it names; and the session of some notes is always the archive's.
 */
export function noPage(
  reference: Named,
  context: DocumentContext,
  options: { readonly ofSession: boolean },
): Problem | undefined {
  const { pageTitles, fallback } = context.archive;
  const near = nearestPages(pageTitles, fallback?.pageTitles, reference.page).map((page) =>
    wiki(page, reference.section, reference.text),
  );
  const instead = near.length > 0 ? near : elsewhere(reference, context);
  if (instead.length === 0 && !options.ofSession) return undefined;
  return { message: say`the archive has no page "${reference.page}"; add it, or refer to one that is there`, instead };
}

type Titles = readonly string[];

const nearestPages = memo((own: Titles, others: Titles | undefined, page: string): Titles =>
  nearest(page, [...own, ...(others ?? [])]),
);

/** Sessions of the same title on other pages. */
function elsewhere(reference: Named, { archive, document: here }: DocumentContext): Problem['instead'] {
  const others = archive.sessionsTitled(reference.section ?? '').filter(({ document }) => document.path !== here.path);
  return others.map(({ document, session }) => wiki(document.title, session.title, reference.text));
}

/** A reference to another place, with the same text shown. */
export function wiki(page: string, section: string | undefined, text?: string): Problem['instead'][number] {
  const target = referenceTarget(page, section);
  return { shown: target, text: `[[${target}${text === undefined ? '' : `|${text}`}]]` };
}
