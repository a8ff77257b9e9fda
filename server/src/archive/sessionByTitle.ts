import { yearOf } from '../document/dates.js';
import type { SessionEntry } from './archive.js';
import { foldTitle } from './names.js';
import { formerTitles } from './pages.js';
import { referenceTarget } from './referenceText.js';
import { comparedTitle, likeness, similarity, type ComparedTitle, type Likeness } from './titleWords.js';

/** The session that a title means. */
export type SessionSearch =
  | { readonly kind: 'found'; readonly entry: SessionEntry; readonly by: Likeness }
  /** None for certain; those that it may mean, the nearest first, three at most. */
  | { readonly kind: 'near'; readonly entries: readonly SessionEntry[] };

/** What is known of a session that somebody names. */
export interface NamedSession {
  readonly title: string;
  /** The years it may be of, the likeliest first; none where nothing is known of them. */
  readonly years: readonly number[];
}

/** The one of some sessions that somebody names, in words that need not be its title's to the letter: the only such one of those years. */
export function sessionByTitle(entries: readonly SessionEntry[], { title, years }: NamedSession): SessionSearch {
  const wanted = comparedTitle(title);
  if (wanted.names.length === 0) return { kind: 'near', entries: [] };
  const ofYears = years.map((year) => entries.filter(({ document }) => yearOf(document.date?.iso) === year));
  const undated = entries.filter(({ document }) => document.date === undefined);
  for (const pool of years.length === 0 ? [entries] : [...ofYears, undated])
    for (const by of likenesses) {
      const fitting = pool.filter((entry) => likenessTo(entry, wanted) === by);
      const [entry, another] = fitting;
      if (entry && !another) return { kind: 'found', entry, by };
      if (entry) return { kind: 'near', entries: fitting.slice(0, mostNear) };
    }
  return { kind: 'near', entries: nearest(entries, wanted, years) };
}

/** The sessions that a search gives, the one found or the nearest. */
export function foundOrNear(search: SessionSearch): readonly SessionEntry[] {
  return search.kind === 'found' ? [search.entry] : search.entries;
}

/** The inside of a reference to a session; a proposal is a page and its session in one. */
export function sessionTarget({ document, session }: SessionEntry): string {
  const isPage = foldTitle(document.title) === foldTitle(session.title);
  return referenceTarget(document.title, isPage ? undefined : session.title);
}

/** The surest first. */
const likenesses: readonly Likeness[] = ['same', 'ended', 'close'];
const mostNear = 3;
/** Titles with less in common than this are of something else. */
const leastNear = 0.55;

const titlesMemo = new WeakMap<SessionEntry['session'], readonly ComparedTitle[]>();

/** A session's titles of today and before; kept, as most documents stay what they are. */
function titlesOf({ document, session }: SessionEntry): readonly ComparedTitle[] {
  const known = titlesMemo.get(session);
  if (known) return known;
  const section = document.sections[session.section];
  const titles = [session.title, ...(section ? formerTitles(section) : [])].map(comparedTitle);
  titlesMemo.set(session, titles);
  return titles;
}

function likenessTo(entry: SessionEntry, wanted: ComparedTitle): Likeness | undefined {
  const found = titlesOf(entry).map((title) => likeness(wanted, title));
  return likenesses.find((each) => found.includes(each));
}

function nearest(entries: readonly SessionEntry[], wanted: ComparedTitle, years: readonly number[]): SessionEntry[] {
  const ofYear = ({ document }: SessionEntry): number => (years.includes(yearOf(document.date?.iso) ?? 0) ? 0.1 : 0);
  return entries
    .map((entry) => ({ entry, like: Math.max(...titlesOf(entry).map((title) => similarity(wanted, title))) }))
    .map(({ entry, like }) => ({ entry, like: like > 0 ? like + ofYear(entry) : 0 }))
    .filter(({ like }) => like >= leastNear)
    .sort((one, other) => other.like - one.like)
    .slice(0, mostNear)
    .map(({ entry }) => entry);
}
