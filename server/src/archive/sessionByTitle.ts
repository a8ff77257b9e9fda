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
  if (wanted.whole.length === 0) return { kind: 'near', entries: [] };
  const all = entries.map((entry) => ({
    entry,
    year: yearOf(entry.document.date?.iso),
    ...compared(entry, title, wanted),
  }));
  // A page without a date may be of any year.
  for (const year of years.length === 0 ? ['any' as const] : [...years, undefined]) {
    const pool = year === 'any' ? all : all.filter((each) => each.year === year);
    const by = likenesses.find((each) => pool.some((one) => one.likeness === each));
    const [first, ...others] =
      by === undefined ? [] : pool.filter((each) => each.likeness === by).map(({ entry }) => entry);
    if (by !== undefined && first && others.length === 0) return { kind: 'found', entry: first, by };
    if (first) return { kind: 'near', entries: [first, ...others].slice(0, mostNear) };
  }
  const near = all
    .map(({ entry, year, similarity }) => ({ entry, like: similarity + (years.includes(year ?? 0) ? yearBonus : 0) }))
    .filter(({ like }) => like >= leastNear)
    .sort((one, other) => other.like - one.like);
  return { kind: 'near', entries: near.slice(0, mostNear).map(({ entry }) => entry) };
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
/** How much sooner one of the right year is meant. */
const yearBonus = 0.1;

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

/** How near a session's titles are to one that is looked for. */
interface Comparison {
  readonly wanted: string;
  readonly likeness?: Likeness;
  readonly similarity: number;
}

const comparisons = new WeakMap<SessionEntry['session'], Comparison>();

/** Kept for as long as the same title is looked for: somebody may write on below it. */
function compared(entry: SessionEntry, title: string, wanted: ComparedTitle): Comparison {
  const known = comparisons.get(entry.session);
  if (known?.wanted === title) return known;
  const titles = titlesOf(entry);
  const alike = titles.map((each) => likeness(wanted, each));
  const best = likenesses.find((each) => alike.includes(each));
  const near = best === undefined ? Math.max(...titles.map((each) => similarity(wanted, each))) : 1;
  const comparison = { wanted: title, ...(best && { likeness: best }), similarity: near };
  comparisons.set(entry.session, comparison);
  return comparison;
}
