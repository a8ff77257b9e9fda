import { describe, expect, it } from 'vitest';
import { lint } from '../../../server/src/analysis.js';
import { corpusFolder, markdownBelow, read } from '../../support/documents.js';
import { documentsOf, renamed, type Asked, type Texts } from '../../support/renaming.js';

const archive: Texts = new Map([
  [
    'people.md',
    '# People\n\n## Ian Campbell\n\n- Affiliation: Citrix\n- Also known as: ijc\n\n## Ian Jackson\n\n- Affiliation: Citrix\n\n## Jan Beulich\n\n- Affiliation: SUSE\n',
  ],
  ['topics.md', '# Topics\n\n## Things\n\n### Virtio\n\n- Also known as: virtual devices\n\nAbout it.\n'],
  [
    'page.md',
    '# Design Sessions 2019\n\n- Event: Summit\n- Date: 2019-07\n\n## Thursday\n\n### Boot\n\n- Host: Ian Campbell\n- Topics: Virtio, PVH\n\nText.\n\n### Fast boot\n\nText.\n',
  ],
  [
    'notes/boot.md',
    '# Design session notes: Boot\n\n- Session: [[Design Sessions 2019#Boot]]\n- Date: 2019-07-10\n\n## Attendees\n\n- Ian Campbell\n- Jan Beulich (JB)\n\n## Talk\n\n- Ian: see [it](../page.md#boot)\n- IanC: and [[Design Sessions 2019#Boot|Boot]]\n- ijc: and\n- JB: no\n- ACTION IC: ask\n',
  ],
  [
    'call.md',
    '# Call Minutes 2019-01-02\n\n## Attendees\n\n- Ian Campbell\n- Ian Jackson\n\n## Talk\n\n- Ian: which?\n',
  ],
]);

function ask(asked: Asked): string {
  const result = renamed(archive, asked);
  if (typeof result === 'string') return result;
  const lines = [...result.texts].flatMap(([path, text]) => {
    const before = archive.get(path)?.split('\n') ?? [];
    return text.split('\n').flatMap((line, index) => (line === before[index] || before.includes(line) ? [] : [line]));
  });
  return [...lines, ...(result.left > 0 ? [`left: ${result.left}`] : [])].join('\n');
}

it('a person: in each form the name is written in, by the register or any place', () => {
  const now = [
    '## Rohan Campbell',
    '- Host: Rohan Campbell',
    '- Rohan Campbell',
    '- Rohan: see [it](../page.md#boot)',
    '- RohanC: and [[Design Sessions 2019#Boot|Boot]]',
    '- ACTION RC: ask',
    '- Rohan Campbell',
    'left: 1',
  ].join('\n');
  expect(ask({ path: 'people.md', on: 'Ian Campbell', to: 'Rohan Campbell' })).toBe(now);
  expect(ask({ path: 'notes/boot.md', on: 'Ian:', to: 'Rohan Campbell' })).toBe(now);
});

it("a short form that would be two people's becomes the whole name", () => {
  expect(ask({ path: 'people.md', on: 'Ian Campbell', to: 'Jan Campbell' })).toContain('- Jan Campbell: see [it]');
});

it('a topic, a session with its references, anchors, notes and former title', () => {
  expect(ask({ path: 'page.md', on: 'Virtio', to: 'Virtual I/O' })).toBe('### Virtual I/O\n- Topics: Virtual I/O, PVH');
  expect(ask({ path: 'page.md', on: 'Boot', to: 'Early start' })).toBe(
    [
      '### Early start',
      '- Formerly: Boot',
      '# Design session notes: Early start',
      '- Session: [[Design Sessions 2019#Early start]]',
      '- Ian: see [it](../page.md#early-start)',
      '- IanC: and [[Design Sessions 2019#Early start|Early start]]',
    ].join('\n'),
  );
});

it('a page from the first part of a reference, the section from the second', () => {
  expect(ask({ path: 'notes/boot.md', on: 'Sessions 2019#', to: 'Design Sessions 2019 in Chicago' })).toBe(
    [
      '# Design Sessions 2019 in Chicago',
      '- Formerly: Design Sessions 2019',
      '- Session: [[Design Sessions 2019 in Chicago#Boot]]',
      '- IanC: and [[Design Sessions 2019 in Chicago#Boot|Boot]]',
    ].join('\n'),
  );
  expect(ask({ path: 'notes/boot.md', on: 'oot]]', to: 'Start' })).toContain('### Start');
});

it.each([
  [{ path: 'call.md', on: 'Ian:', to: 'X Y' }, '"Ian" may be Ian Campbell or Ian Jackson; write the full name first'],
  [
    { path: 'people.md', on: 'Ian Campbell', to: 'Ian Jackson' },
    '"Ian Jackson" is a name of Ian Jackson already; two people would become one',
  ],
  [{ path: 'people.md', on: 'Ian Campbell', to: 'Ian, Campbell' }, 'a name cannot hold ",": it would end there'],
  [{ path: 'page.md', on: 'Fast boot', to: 'Boot' }, '"Design Sessions 2019" has a section "Boot" already'],
  [
    { path: 'page.md', on: 'Design Sessions 2019', to: 'Call Minutes 2019-01-02' },
    'there is a page "Call Minutes 2019-01-02" already',
  ],
  [{ path: 'page.md', on: 'Boot', to: 'a\nb' }, 'a title stands on one line'],
  [{ path: 'page.md', on: 'Boot', to: 'Attendees' }, '"Attendees" would say something else of what stands below it'],
  [{ path: 'page.md', on: 'Host', to: 'Chair' }, "this is a word of the format, and nobody's name"],
  [{ path: 'page.md', on: 'Text', to: 'x' }, 'nothing there'],
])('is refused or left alone: %j', (asked, why) => expect(ask(asked)).toBe(why));

describe('in the archive that ships', () => {
  const texts: Texts = new Map(
    markdownBelow(corpusFolder).map((file) => [file.slice(corpusFolder.length + 1), read(file)]),
  );
  const { documents, archive: whole } = documentsOf(texts);
  const found = (now: Texts): readonly string[] => {
    const { documents: all, archive: known } = documentsOf(now);
    return all
      .flatMap((document) => lint(document, known, { mode: 'post' }).map(({ rule }) => `${document.path} ${rule}`))
      .sort();
  };

  const there = (asked: Asked, name: string): Texts => {
    const now = renamed(texts, asked);
    if (typeof now === 'string') throw new Error(`${name}: ${now}`);
    const back = renamed(now.texts, { path: asked.path, on: asked.to, to: name });
    if (typeof back === 'string') throw new Error(`${name}: ${back}`);
    for (const [path, text] of texts) expect(back.texts.get(path), `${name} in ${path}`).toBe(text);
    return now.texts;
  };

  it('every person gets another name, and the own one again', () => {
    const people = whole.people.all;
    expect(people.length).toBeGreaterThan(20);
    for (const { name } of people) there({ path: 'people.md', on: name, to: 'Quirin Zabel' }, name);
    const one = there({ path: 'people.md', on: people[0]?.name ?? '', to: 'Quirin Zabel' }, people[0]?.name ?? '');
    expect(found(one)).toEqual(found(texts));
  });

  it('every session gets another title, and the own one again', () => {
    const sessions = documents.flatMap(({ facts }) => facts.sessions.map((session) => ({ path: facts.path, session })));
    expect(sessions.length).toBeGreaterThan(50);
    for (const { path, session } of sessions) {
      const text = texts.get(path) ?? '';
      const after = text.slice(0, session.titleSpan.start);
      there({ path, on: session.title, after, to: 'Quite another matter' }, session.title);
    }
  });
});
