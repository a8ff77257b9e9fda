import path from 'node:path';
import { expect, it } from 'vitest';
import { Archive } from '../../server/src/archive/archive.js';
import { topicsInSentence, topicsInTitle } from '../../server/src/archive/topicNames.js';
import { placesOfTopic, topicPlaces } from '../../server/src/archive/topicPlaces.js';
import { readDocument } from '../../server/src/document/document.js';
import { corpusFolder, markdownBelow, read } from '../support/documents.js';
import { fixture } from '../support/fixture.js';

const corpus = Archive.of(
  markdownBelow(corpusFolder).map((file) => readDocument(path.relative(corpusFolder, file), read(file)).facts),
);

/** Where a topic is spoken of, as `kind: title (page)`. */
function told(archive: Archive, topic: string): string[] {
  return placesOfTopic(archive, topic, archive.documents.values()).map(
    ({ kind, section, document }) => `${kind}: ${section.facts.heading?.title ?? ''} (${document.path})`,
  );
}

it('finds groups and sections of the shipped archive as well as sessions', () => {
  expect(told(corpus, 'pvh').sort()).toEqual([
    'group: PVH (v2) (events/design-sessions-2017.md)',
    'section: 4.3 release status (minutes/2013-02-developer-meeting.md)',
  ]);
  expect(told(corpus, 'Xen on RISC-V').sort()).toEqual([
    'group: Xen on RISC-V (events/online-xen-summit-2020.md)',
    'session: Xen on RISC-V (events/design-sessions-2019.md)',
  ]);
});

const register = `# Topics

## All

### PVH

- Also known as: PVH (v2), guests of both kinds

### Events

### C++
`;
const page = `# Design Sessions 2019

- Date: 2019-07-09

## Group

### Memory

- Topics: PVH
- Host: Jan Beulich

#### PVH in detail

- Topics: C++
`;

/** Where topics are spoken of in a document beside a page with a session on PVH, as `kind: title → topic`. */
function placesIn(text: string): string[] {
  const { document, archive } = fixture(text, { files: { 'topics.md': register, 'page.md': page } });
  return topicPlaces(archive, document.facts).map(
    ({ kind, section, topic }) => `${kind}: ${section.facts.heading?.title ?? ''} → ${topic}`,
  );
}

it.each<[string, string[]]>([
  ['# Call Minutes\n\n- Date: 2024-01-02\n\n## 2. PVH status\n\n### PVH on Arm\n', ['section: 2. PVH status → PVH']],
  ['# Call Minutes\n\n- Topics: PVH\n\n## News\n', ['document: Call Minutes → PVH']],
  ['# Call Minutes\n\n- Topics: PVH\n\n## PVH\n\nText.\n', ['section: PVH → PVH']],
  [
    '# Design session notes: Memory\n\n- Session: [[Design Sessions 2019#Memory]]\n\n## PVH first\n',
    ['document: Design session notes: Memory → PVH', 'document: Design session notes: Memory → C++'],
  ],
  [
    '# Design session notes: Boot\n\n- Topics: Something else\n',
    ['document: Design session notes: Boot → Something else'],
  ],
  ['# Topics of a book\n\nPVH\n\n## PVH\n', []],
  [page.replace('2019', '2021'), ['session: Memory → PVH', 'session: Memory → C++']],
])('a document speaks of topics: %j', (text, places) => {
  expect(placesIn(text)).toEqual(places);
});

it.each<[string, string[], string[]]>([
  ['PVH (v2) and what became of it', ['PVH'], ['PVH']],
  ['Guests of both kinds', ['PVH'], ['PVH']],
  ['tell everybody of the events', ['Events'], []],
  ['pvh', ['PVH'], []],
  ['PVHX, and C', [], []],
  ['move to C++', ['C++'], []],
])('%j names topics in a title and in a sentence', (text, titled, said) => {
  const { topics } = Archive.of([readDocument('topics.md', register).facts]);
  expect(topicsInTitle(topics, text).map(({ name }) => name)).toEqual(titled);
  expect(topicsInSentence(topics, text).map(({ name }) => name)).toEqual(said);
});
