import { counted, say } from '../text/say.js';
import type { SessionChange } from './compare.js';
import { plain, shortened } from './markdown.js';

export interface Compared {
  /** Title of the page. */
  readonly title: string;
  /** What the two states are called in a sentence. */
  readonly before: string;
  readonly after: string;
  readonly changes: readonly SessionChange[];
}

export interface ComparisonPage {
  readonly text: string;
  /** Lines of the page, from 0, by the change that each begins to tell of. */
  readonly leads: readonly { readonly pageLine: number; readonly change: SessionChange }[];
}

/** What became of the sessions of an event's page as a page of Markdown. */
export function comparisonPage({ title, before, after, changes }: Compared): ComparisonPage {
  const head = [
    `# ${say`${plain(title)}: what became of its sessions`}`,
    '',
    `- ${say`Before: ${plain(before)}`}`,
    `- ${say`After: ${plain(after)}`}`,
    '',
    changes.length === 0
      ? say`Nothing became of its sessions.`
      : `${counted(changes.length, say`1 change`, say`${changes.length} changes`)}.`,
    '',
  ];
  const lines = [
    ...head.map((text): Line => ({ text })),
    ...listed(say`Added`, changes, 'added'),
    ...listed(say`Removed`, changes, 'removed'),
    ...changed(changes),
  ];
  return {
    // The last line is an empty one.
    text: lines
      .slice(0, -1)
      .map(({ text }) => `${text}\n`)
      .join(''),
    leads: lines.flatMap(({ change }, pageLine) => (change ? [{ pageLine, change }] : [])),
  };
}

/** A line of the page, and the change that it begins to tell of. */
interface Line {
  readonly text: string;
  readonly change?: SessionChange;
}
const empty: Line = { text: '' };

function listed(heading: string, changes: readonly SessionChange[], kind: SessionChange['change']): Line[] {
  const found = changes.filter(({ change }) => change === kind);
  if (found.length === 0) return [];
  return [
    { text: `## ${heading}` },
    empty,
    ...found.map((change): Line => ({ text: `- ${plain(change.title)}`, change })),
    empty,
  ];
}

/** Sessions that are in both states, each with all that became of it. */
function changed(changes: readonly SessionChange[]): Line[] {
  const bySession = new Map<number, SessionChange[]>();
  for (const change of changes) {
    if (change.change === 'added' || change.change === 'removed') continue;
    bySession.set(change.line, [...(bySession.get(change.line) ?? []), change]);
  }
  if (bySession.size === 0) return [];
  const sessions = [...bySession.values()].flatMap((own): Line[] => {
    const [first] = own;
    if (!first) return [];
    const told = own.flatMap((change) => detailsOf(change).map((text): Line => ({ text })));
    return [{ text: `### ${plain(first.title)}`, change: first }, empty, ...told, empty];
  });
  return [{ text: `## ${say`Changed`}` }, empty, ...sessions];
}

const longest = 200;

function detailsOf({ change, was, now, movedTo }: SessionChange): string[] {
  const name = nameOf(change);
  if (change === 'renamed') return [`- ${say`Renamed; it was ${plain(was ?? '')}`}`];
  if (movedTo !== undefined) return [`- ${say`${name}: its text is now under ${plain(movedTo)}`}`];
  const [from, to] = [was, now].map((text) => (text === undefined ? undefined : plain(shortened(text, longest))));
  if (change === 'description' && from === to) return [`- ${say`${name}: other words further down`}`];
  if (from === undefined) return [`- ${to === undefined ? name : say`${name}: now ${to}`}`];
  if (to === undefined) return [`- ${say`${name}: no more ${from}`}`];
  return change === 'description'
    ? [`- ${say`${name}, before: ${from}`}`, `- ${say`${name}, now: ${to}`}`]
    : [`- ${say`${name}: ${from}, now ${to}`}`];
}

function nameOf(change: SessionChange['change']): string {
  switch (change) {
    case 'group':
      return say`Group`;
    case 'status':
      return say`Status`;
    case 'notes':
      return say`Notes`;
    case 'description':
      return say`Description`;
    case 'added':
    case 'removed':
    case 'renamed':
      return '';
  }
}
