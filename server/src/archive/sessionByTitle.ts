import { yearOf } from '../document/dates.js';
import type { SectionFacts } from '../document/facts.js';
import type { SessionFact } from '../document/sessions.js';
import { memo } from '../text/memo.js';
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
  const wanted = wantedTitle(title);
  if (wanted.whole.length === 0) return { kind: 'near', entries: [] };
  const all = entries.map((entry) => ({
    entry,
    year: yearOf(entry.document.date?.iso),
    ...compared(wanted, titlesOf(entry.session, entry.document.sections[entry.session.section]?.facts)),
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

/** The titles that are looked for of late: somebody may write on below them. */
const wantedTitle = memo(comparedTitle, 16);

/** A session's titles of today and before. */
const titlesOf = memo(({ title }: SessionFact, facts: SectionFacts | undefined): readonly ComparedTitle[] =>
  [title, ...(facts ? formerTitles({ facts }) : [])].map(comparedTitle),
);

/** How near a session's titles are to one that is looked for. */
interface Comparison {
  readonly likeness?: Likeness;
  readonly similarity: number;
}

const compared = memo((wanted: ComparedTitle, titles: readonly ComparedTitle[]): Comparison => {
  const alike = titles.map((each) => likeness(wanted, each));
  const best = likenesses.find((each) => alike.includes(each));
  const near = best === undefined ? Math.max(...titles.map((each) => similarity(wanted, each))) : 1;
  return { ...(best && { likeness: best }), similarity: near };
});
