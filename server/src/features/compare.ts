import { foldName, foldTitle } from '../archive/names.js';
import { place, type Document } from '../document/document.js';
import type { SessionFact } from '../document/sessions.js';
import type { Span } from '../text/span.js';
import { positionIn } from '../text/lines.js';

/** What has become of a session from one state of an event's page to another. */
export interface SessionChange {
  readonly change: 'added' | 'removed' | 'renamed' | 'group' | 'status' | 'notes' | 'description';
  /** Its title in the later state; in the earlier one when it is removed. */
  readonly title: string;
  /** What it was, and is now: a title, a group, a status, addresses. */
  readonly was?: string;
  readonly now?: string;
  /** The session that its former description stands under now. */
  readonly movedTo?: string;
  /** Line of its title, from 1: in the later state, in the earlier one when it is removed. */
  readonly line: number;
}

/** A session with what it is known by beside its title. */
interface Described {
  readonly session: SessionFact;
  readonly line: number;
  /** The words that describe it, without fields and notes lines. */
  readonly words: string;
}

/** The changes to the sessions of a page, in the order of the later state; removed ones come last. */
export function compareDocuments(before: Document, after: Document): SessionChange[] {
  const [olds, news] = [described(before), described(after)];
  const pairs = pair(olds, news);
  const known = new Set(pairs.values());
  const changes = news.flatMap((each): SessionChange[] => {
    const old = pairs.get(each);
    const { title } = each.session;
    return old ? changesOf(old, each, news) : [{ change: 'added', title, line: each.line }];
  });
  const removed = olds.filter((old) => !known.has(old));
  return [
    ...changes,
    ...removed.map(({ session, line }) => ({ change: 'removed' as const, title: session.title, line })),
  ];
}

function described(document: Document): Described[] {
  return document.facts.sessions.map((session) => ({
    session,
    line: positionIn(document.facts.lineStarts, session.titleSpan.start).line + 1,
    words: wordsOf(document, session),
  }));
}

function wordsOf({ text, facts }: Document, session: SessionFact): string {
  return [session.section, ...session.below]
    .flatMap((index): string[] => {
      const section = facts.sections[index];
      if (!section) return [];
      const { heading, fields, notesLinks } = section.facts;
      const start = section.start + (heading?.span.end ?? 0);
      const left = [
        ...fields.flatMap(({ label, span, valueSpan }) =>
          label === 'Description' ? [{ start: span.start, end: valueSpan.start }] : [span],
        ),
        ...notesLinks.map(({ span }) => span),
      ].map((span) => place(section, span));
      return [without(text.slice(start, section.end), left, start)];
    })
    .join(' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

function without(text: string, spans: readonly Span[], origin: number): string {
  let result = '';
  let from = origin;
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
    result += text.slice(from - origin, Math.max(from, start) - origin);
    from = Math.max(from, end);
  }
  return result + text.slice(from - origin);
}

/** Earlier sessions by later ones: those of one title, then those renamed, as their text or most of their title says. */
function pair(olds: readonly Described[], news: readonly Described[]): Map<Described, Described> {
  const pairs = new Map<Described, Described>();
  const free = new Set(olds);
  const take = (fits: (old: Described, now: Described) => boolean): void => {
    for (const now of news) {
      const old = pairs.has(now) ? undefined : [...free].find((each) => fits(each, now));
      if (!old) continue;
      pairs.set(now, old);
      free.delete(old);
    }
  };
  take((old, now) => foldTitle(old.session.title) === foldTitle(now.session.title));
  take((old, now) => now.session.formerly.some((title) => foldTitle(title) === foldTitle(old.session.title)));
  take((old, now) => old.words.length > shortest && old.words === now.words);
  take((old, now) => shareTitle(old.session.title, now.session.title));
  return pairs;
}

/** A description below this length may be the same by chance. */
const shortest = 40;
const little = new Set(['a', 'an', 'and', 'for', 'in', 'of', 'on', 'or', 'the', 'to', 'with', 'xen']);

/** Whether all the words of one title, without what stands in brackets, are in the other one, and there are two or more. */
function shareTitle(one: string, other: string): boolean {
  const [first, second] = [one, other].map(
    (title) =>
      new Set(
        foldName(title.replace(/\([^()]*\)/g, ' '))
          .split(/[^\p{L}\p{N}]+/u)
          .filter((word) => word !== '' && !little.has(word)),
      ),
  );
  if (!first || !second) return false;
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared > 1 && shared === Math.min(first.size, second.size);
}

function changesOf(old: Described, now: Described, news: readonly Described[]): SessionChange[] {
  const { title } = now.session;
  const { line } = now;
  const of = (change: SessionChange['change'], was: string | undefined, is: string | undefined): SessionChange[] =>
    was === is
      ? []
      : [
          {
            change,
            title,
            ...(was !== undefined && was !== '' && { was }),
            ...(is !== undefined && is !== '' && { now: is }),
            line,
          },
        ];
  const renamed = foldTitle(old.session.title) === foldTitle(title) ? [] : of('renamed', old.session.title, title);
  // A page without groups says nothing of where a session stood.
  const grouped = old.session.group !== undefined && now.session.group !== undefined;
  const movedTo = news.find((each) => each !== now && old.words.length > shortest && each.words === old.words)?.session
    .title;
  return [
    ...renamed,
    ...(grouped ? of('group', old.session.group, now.session.group) : []),
    ...of('status', old.session.status, now.session.status),
    ...of('notes', old.session.notes.join(' '), now.session.notes.join(' ')),
    ...(old.words === now.words
      ? []
      : [{ change: 'description' as const, title, ...(movedTo !== undefined && { movedTo }), line }]),
  ];
}
