import { describe, expect, it } from 'vitest';
import { Archive } from '../../server/src/archive/archive.js';
import { sessionByTitle, sessionTarget, type SessionSearch } from '../../server/src/archive/sessionByTitle.js';
import { readDocument } from '../../server/src/document/document.js';

function page(year: number, titles: readonly string[]): string {
  const sessions = titles.map((title) => `### ${title}\n\n- Notes: unknown\n`).join('\n');
  return `# Design Sessions ${year}\n\n- Event: Xen Summit ${year}\n- Date: ${year}-06-04\n\n## Sessions\n\n${sessions}`;
}

const archive = Archive.of([
  readDocument('2019.md', page(2019, ['Live Foo Bar', 'Red pages', 'Grants'])).facts,
  readDocument(
    '2024.md',
    page(2024, [
      'Live Foo Bar',
      'Build System gripes',
      'Rust and Xen',
      'Blue pages for Arm',
      'Pushing before tests - aka Branch rules',
      'Community issues / Improvements - Communication, etc.',
      'Tool debt in the ecosystem (inc libfoo and foostored)',
      'XenWatch threads Design Session',
      'Panopticon: see no secrets',
      'Nested guests',
      'Grant tables v2',
      'Shared rings',
      'Shared Ring Session',
    ]),
  ).facts,
]);

function search(title: string, years: readonly number[] = [2024]): SessionSearch {
  return sessionByTitle(archive.knownSessions(), { title, years });
}

function told(found: SessionSearch): string | string[] {
  const titles = (found.kind === 'found' ? [found.entry] : found.entries).map((entry) =>
    sessionTarget(entry).replace('Design Sessions ', ''),
  );
  return found.kind === 'found' ? (titles[0] ?? '') : titles;
}

const found: readonly (readonly [title: string, session: string, by: string])[] = [
  ['live foo bar', 'Live Foo Bar', 'same'],
  ['Live-Foo Bar', 'Live Foo Bar', 'same'],
  ['LiveFoo bars', 'Live Foo Bar', 'same'],
  ['Rust & Xen', 'Rust and Xen', 'same'],
  ['Branch rules', 'Pushing before tests - aka Branch rules', 'same'],
  ['Pushing before tests', 'Pushing before tests - aka Branch rules', 'same'],
  ['Branch rule (formerly Pushing before tests)', 'Pushing before tests - aka Branch rules', 'same'],
  ['Build system gripe session', 'Build System gripes', 'ended'],
  ['Build System gripes, part 2', 'Build System gripes', 'ended'],
  ['XenWatch threads', 'XenWatch threads Design Session', 'ended'],
  ['Blue pages on Arm', 'Blue pages for Arm', 'close'],
  ['The nested guests', 'Nested guests', 'close'],
  ['Nesetd guests', 'Nested guests', 'close'],
  ['Community issues / improvements', 'Community issues / Improvements - Communication, etc.', 'close'],
  ['Tool debt in the ecosystem', 'Tool debt in the ecosystem (inc libfoo and foostored)', 'close'],
  ['Build System gripes: what to do', 'Build System gripes', 'close'],
  // Titles that differ in what one of them has at its end are told apart by it.
  ['Shared rings', 'Shared rings', 'same'],
];

const near: readonly (readonly [title: string, sessions: readonly string[]])[] = [
  ['Grant tables v3', ['2024#Grant tables v2']],
  ['Tested guests', ['2024#Nested guests']],
  ['Live update', []],
  ['Live Bar', ['2024#Live Foo Bar', '2019#Live Foo Bar']],
  ['Build system', ['2024#Build System gripes']],
  ['Red pages', ['2019#Red pages']],
  ['Build', ['2024#Build System gripes']],
  ['Xen', []],
  ['', []],
];

describe('the session that a title means', () => {
  it.each(found)('%s is found', (title, session, by) => {
    const search2024 = search(title);
    expect(told(search2024)).toBe(`2024#${session}`);
    expect(search2024).toMatchObject({ by });
  });

  it.each(near)('%s is not certain', (title, sessions) => expect(told(search(title))).toEqual(sessions));

  it('is of the year that is named first', () => {
    expect(told(search('Live Foo Bar', [2019, 2024]))).toBe('2019#Live Foo Bar');
    expect(told(search('Build System gripes', [2019, 2024]))).toBe('2024#Build System gripes');
  });

  it('is the only one where no year is known', () => {
    expect(told(search('Red pages', []))).toBe('2019#Red pages');
    expect(told(search('Live Foo Bar', []))).toEqual(['2019#Live Foo Bar', '2024#Live Foo Bar']);
  });
});
