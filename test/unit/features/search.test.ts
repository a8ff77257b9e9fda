import { describe, expect, it } from 'vitest';
import path from 'node:path';
import { archiveView, createSearch, excerptOf } from '../../../server/src/analysis.js';
import { filterAtEnd, readQuery } from '../../../server/src/features/search/query.js';
import { corpusFolder, markdownBelow, read } from '../../support/documents.js';
import { documentsOf } from '../../support/renaming.js';

const texts = new Map([
  ['people.md', '# People\n\n## Jan Beulich\n\n- Affiliation: SUSE\n'],
  [
    'page.md',
    '# Design Sessions 2017\n\n- Date: 2017-07\n\n## Sessions with published notes\n\n### PVH (v2)\n\n- Host: Roger Pau Monné\n- Topics: PVH\n- Notes: <https://lists.xenproject.org/a>\n\n#### Problem\n\nGuests boot without emulated devices.\n',
  ],
  [
    'call.md',
    '# Call Minutes 2019-01-02\n\n## Attendees\n\n- Jan Beulich\n\n## Boot order\n\n- Jan: PVH has to boot faster\n- ACTION Jan: measure the boot of guests\n- AGREED: measure first\n',
  ],
  ['other.md', '# Something else\n\nPVH and boot.\n'],
]);

function indexOf(from: ReadonlyMap<string, string> = texts): ReturnType<typeof createSearch> {
  const { documents, archive } = documentsOf(from);
  const index = createSearch();
  for (const { facts, text } of documents) index.put(archive, facts, text);
  return index;
}

const index = indexOf();
const found = (query: string): string[] => index.find(query, 10).map(({ entry }) => `${entry.path} ${entry.title}`);

it.each([
  ['pvh', ['page.md PVH (v2)', 'page.md Problem', 'call.md Boot order']],
  ['guests boot', ['call.md Boot order', 'page.md Problem']],
  ['MONNE', ['page.md PVH (v2)']],
  ['emulatd', ['page.md Problem']],
  ['pvh year:2017', ['page.md PVH (v2)', 'page.md Problem']],
  ['kind:min pvh', ['call.md Boot order']],
  ['person:beul', ['call.md Attendees', 'call.md Boot order']],
  ['person:"jan beulich" has:decisions', ['call.md Boot order']],
  ['is:open', ['call.md Boot order']],
  ['has:notes', ['page.md PVH (v2)']],
  ['topic:pvh problem', ['page.md Problem']],
  ['event:2017 pvh', ['page.md PVH (v2)', 'page.md Problem']],
  ['pvh nothing', []],
  ['', []],
  ['year:', []],
])('%j', (query, expected) => expect(found(query).sort()).toEqual([...expected].sort()));

it('what changed is found as it is now', () => {
  const changing = indexOf();
  const now = new Map([
    ...texts,
    ['call.md', '# Call Minutes 2019-01-02\n\n## Attendees\n\n- Jan Beulich\n\n## Vixen\n\n- Jan: no\n'],
  ]);
  const { documents, archive } = documentsOf(now);
  const call = documents.find(({ path }) => path === 'call.md');
  if (call) changing.put(archive, call.facts, call.text);
  expect(changing.find('vixen', 5)).toHaveLength(1);
  expect(changing.find('faster', 5)).toEqual([]);
  changing.remove('call.md');
  expect(changing.find('vixen', 5)).toEqual([]);
});

describe('a query', () => {
  it('has words and filters, quoted or not', () => {
    expect(readQuery('boot person:"Jan B" YEAR:2019 of guests topic:')).toEqual({
      words: 'boot of guests',
      filters: [
        { name: 'person', value: 'jan b' },
        { name: 'year', value: '2019' },
      ],
    });
    expect(readQuery('see https://xen.org kinds:x').filters).toEqual([]);
  });

  it('is completed where a filter is typed at its end', () => {
    expect(filterAtEnd('boot person:be')).toEqual({ before: 'boot person:', name: 'person', value: 'be' });
    expect(filterAtEnd('person:be boot')).toBeUndefined();
    expect(index.completions('boot person:be')).toEqual(['boot person:"Jan Beulich"']);
    expect(index.completions('boot to')).toEqual(['boot topic:']);
    expect(index.completions('has:')).toEqual(['has:notes', 'has:actions', 'has:decisions']);
    expect(index.completions('boot')).toEqual([]);
  });
});

describe('an excerpt', () => {
  const text = texts.get('call.md') ?? '';
  const start = text.indexOf('## Boot');
  it('is the line with the most words, or what stands below a heading', () => {
    expect(excerptOf(text, { start, end: text.length }, ['boot', 'guests'])).toEqual({
      text: 'ACTION Jan: measure the boot of guests',
      offset: text.indexOf('boot of'),
    });
    expect(excerptOf(text, { start, end: text.length }, ['order']).text).toMatch(/^Jan: PVH/);
    expect(excerptOf(text, { start, end: text.length }, []).offset).toBe(start);
  });

  it('is cut around the words of a long line', () => {
    const long = `- ${'word '.repeat(60)}Monné ${'word '.repeat(60)}`;
    const { text: cut, offset } = excerptOf(long, { start: 0, end: long.length }, ['monne']);
    expect(cut).toMatch(/^….*Monné.*…$/);
    expect(cut.length).toBeLessThan(170);
    expect(long.slice(offset, offset + 5)).toBe('Monné');
  });
});

describe('a word of thousands of sections', () => {
  const many = new Map(
    Array.from({ length: 6000 }, (_, nth) => [
      `call-${nth}.md`,
      `# Call Minutes ${2000 + (nth % 20)}-01-02\n\n## Attendees\n\n- Jan Beulich\n\n## Boot ${nth}\n\n- Jan: guests wait\n`,
    ]),
  );
  const large = indexOf(many);

  it('is looked for in the latest', () =>
    expect(large.find('guests', 5).map(({ entry }) => entry.year)).not.toContain(2000));
  it('is found in those that a filter leaves', () => expect(large.find('guests year:2000', 500)).toHaveLength(300));
  it('is found beside a rarer one', () =>
    expect(large.find('guests boot 4711', 5).map(({ entry }) => entry.path)).toEqual(['call-4711.md']));
});

describe('groups and sections of the archive that ships', () => {
  const corpus = new Map(markdownBelow(corpusFolder).map((file) => [path.relative(corpusFolder, file), read(file)]));

  it.each([
    ['topic:pvh year:2017', 'PVH (v2)'],
    ['topic:risc-v year:2020', 'Xen on RISC-V'],
  ])('are found by %s', (query, title) =>
    expect(
      indexOf(corpus)
        .find(query, 20)
        .map(({ entry }) => entry.title),
    ).toContain(title),
  );
  it('stand beside the sessions, for the filter of the tree', () => {
    const { events } = archiveView([documentsOf(corpus).archive], '2026-11-28');
    const sections = events.flatMap((event) =>
      event.sections.map(({ title, topics }) => `${title}: ${topics[0] ?? ''}`),
    );
    expect(sections).toEqual(expect.arrayContaining(['PVH (v2): PVH', 'Xen on RISC-V: RISC-V']));
  });
});
