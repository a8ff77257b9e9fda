import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { Archive } from '../../../server/src/archive/archive.js';
import { readDocument, type DocumentFacts } from '../../../server/src/document/document.js';
import { sessionMeant } from '../../../server/src/features/beginning/sessionMeant.js';
import { newKinds, type NewKind } from '../../../server/src/features/beginning/templates.js';
import { newDocument, type NewDocument, type NewDocumentOptions } from '../../../server/src/features/newDocument.js';
import { sessionTarget } from '../../../server/src/archive/sessionByTitle.js';
import { lint } from '../../../server/src/rules/lint.js';
import { corpusFolder, markdownBelow, minutesOfOthers, otherMinutes, read } from '../../support/documents.js';

/** An archive of texts by their paths. */
function archiveOf(files: Readonly<Record<string, string>>): Archive {
  return Archive.of(Object.entries(files).map(([at, text]) => readDocument(at, text).facts));
}

const corpus = archiveOf(
  Object.fromEntries(markdownBelow(corpusFolder).map((file) => [path.relative(corpusFolder, file), read(file)])),
);
const folder = { relative: (at: string) => at, absolute: (at: string) => at };
const today = '2031-06-05';

type Wanted = Partial<NewDocumentOptions> & { readonly kind: NewKind };

function begin(wanted: Wanted): NewDocument {
  const begun = newDocument({ archive: corpus, folder, today, ...wanted });
  if ('problem' in begun) throw new Error(begun.problem);
  return begun;
}

function problem(wanted: Wanted): string | undefined {
  const begun = newDocument({ archive: corpus, folder, today, ...wanted });
  return 'problem' in begun ? begun.problem : undefined;
}

/** What is found in a new document, as somebody sees it who writes. */
function found({ path: at, text }: NewDocument, archive = corpus): string[] {
  const document = readDocument(at, text);
  // A session's title is written as its page has it, slips and all.
  const own = lint(document, archive.with(document.facts), { mode: 'draft' }).filter(
    ({ span }) => span.start > document.facts.titleSpan.end || document.facts.kind !== 'notes',
  );
  return own.map((each) => `${each.rule}: ${each.message}`);
}

function factsOf(archive: Archive, at: string): DocumentFacts {
  const document = archive.documents.get(at);
  if (!document) throw new Error(`${at} is not there`);
  return document;
}

const february = factsOf(corpus, 'minutes/2013-02-developer-meeting.md');

describe('what is begun', () => {
  test.each<[string, Wanted, NewKind]>([
    ['notes of no session', { kind: 'notes', title: 'Fast boot' }, 'notes'],
    ['a proposal', { kind: 'proposal', title: 'Fast boot' }, 'proposal'],
    ['minutes', { kind: 'minutes', title: 'Community call' }, 'minutes'],
    ['minutes without a title', { kind: 'minutes' }, 'minutes'],
    ['the next minutes', { kind: 'minutes', previous: february }, 'minutes'],
    ['design sessions', { kind: 'event' }, 'event'],
    ['another event', { kind: 'event', title: 'Xen Winter Meetup', date: '2031-12-01' }, 'event'],
    ['a title of marks', { kind: 'proposal', title: '*What* if <nothing> [works] & 1. `fails`?' }, 'proposal'],
  ])('is of its kind and without a finding: %s', (_, wanted, kind) => {
    for (const writer of [undefined, 'Jan Beulich', 'Nobody Known'])
      for (const text of [begin({ ...wanted, writer })]) {
        expect(found(text)).toEqual([]);
        const { facts } = readDocument(text.path, text.text);
        expect([facts.kind, facts.title]).toEqual([kind, text.title]);
      }
  });

  test('notes of every session at hand are without a finding', () => {
    for (const session of corpus.sessions()) {
      const begun = begin({ kind: 'notes', session, writer: 'George Dunlap' });
      expect(found(begun)).toEqual([]);
      expect(begun.text).toContain(`- Session: [[${sessionTarget(session)}]]\n`);
    }
  });

  test('the meeting after others at hand is without a finding', () => {
    for (const file of minutesOfOthers({ oneOf: 25 })) {
      const { facts } = readDocument(path.relative(otherMinutes, file), read(file));
      if (facts.kind !== 'minutes') continue;
      const archive = Archive.of([facts], {}, corpus);
      const begun = begin({ kind: 'minutes', previous: facts, archive });
      expect(found(begun, archive), file).toEqual([]);
    }
  });
});

describe('what is filled in', () => {
  const files = {
    'events/2031.md':
      '# Design Sessions 2031\n\n- Date: 2031-06-04 to 2031-06-06\n\n## Group\n\n### Fast boot\n\n- Host: Jan Beulich\n- Topics: PVH\n\nStarting in a second. It\n\n### Old\n\n## Other\n\n### Old\n',
    'people.md': '# People\n\n## Jan Beulich\n\n- Affiliation: SUSE\n\n## Wei Liu\n\n- Affiliation: Citrix\n',
    'topics.md': '# Topics\n\n## Guests\n\n### PVH\n\n- Also known as: PVHv2\n',
    'minutes/2031-05-call.md':
      '# Community call, May 2031 minutes\n\n- Date: 2031-05-01\n- Time: 16:00 UTC\n\n## Attendees\n\n- Jan Beulich\n- Wei Liu\n\n## Previous actions\n\n- [ ] ACTION Jan: review PVH patches\n- [x] ACTION Wei: book a room\n\n## Releases\n\n- ACTION Wei (by 2031-05-20): write the *news*\n- ACTION someone: look at CI\n- ACTION Jan: done this\n  - done\n',
    'minutes/2031-04-call.md':
      '# Community call, April 2031 minutes\n\n- Date: 2031-04-03\n\n## Attendees\n\n- Jan Beulich\n\n## PVH & friends\n\n- ACTION Jan: review PVH patches\n',
  };
  const archive = archiveOf(files);

  test('notes: session, day of the event, host, topics, scribe and what it is about', () => {
    const session = sessionMeant(archive, 'Fast boot');
    if ('problem' in session) throw new Error(session.problem);
    expect(begin({ kind: 'notes', archive, session, writer: 'Wei Liu' })).toMatchObject({
      title: 'Design session notes: Fast boot',
      path: 'notes/fast-boot.md',
      text: '# Design session notes: Fast boot\n\n- Session: [[Design Sessions 2031#Fast boot]]\n- Date: 2031-06-05\n- Host: Jan Beulich\n- Scribe: Wei Liu\n- Topics: PVH\n\nStarting in a second.\n\n## Attendees\n\n## Points\n\n- \n',
      snippet:
        '# Design session notes: Fast boot\n\n- Session: [[Design Sessions 2031#Fast boot]]\n- Date: 2031-06-05\n- Host: Jan Beulich\n- Scribe: Wei Liu\n- Topics: PVH\n\nStarting in a second.\n\n## Attendees\n\n$1\n\n## Points\n\n- $0\n',
    });
    expect(begin({ kind: 'notes', archive, session, today: '2032-01-01' }).text).toContain(
      '- Date: 2031-06-04 to 2031-06-06\n- Host: Jan Beulich\n- Scribe:\n',
    );
  });

  test('the next meeting has what is still to be done, with where it was given', () => {
    const begun = begin({ kind: 'minutes', archive, previous: factsOf(archive, 'minutes/2031-05-call.md') });
    expect(begun.path).toBe('minutes/2031-06-call.md');
    expect(begun.text).toBe(
      '# Community call, June 2031 minutes\n\n- Date: 2031-06-05\n- Time: 16:00 UTC\n- Chair:\n- Scribe:\n\n## Attendees\n\n## Previous actions\n\n- [ ] ACTION Jan Beulich: review PVH patches\n  - from [2031-04-03](2031-04-call.md#pvh--friends)\n- [ ] ACTION Wei Liu (by 2031-05-20): write the news\n  - from [2031-05-01](2031-05-call.md#releases)\n- [ ] ACTION unknown: look at CI\n  - from [2031-05-01](2031-05-call.md#releases)\n\n## Points\n\n- \n',
    );
    expect(found(begun, archive)).toEqual([]);
  });

  test('links in what is still to be done lead where they led', () => {
    const text =
      '# Call, May 2031 minutes\n\n- Date: 2031-05-01\n\n## Attendees\n\n- Jan Beulich\n\n## CI\n\n' +
      [
        '- ACTION Jan: read [the *plan*](../plans/ci.md#next_week) and [above](#attendees)',
        '- ACTION Jan: answer <https://lists.example.org/msg_1_a.html> and [her mail](https://lore.example.org/1/)',
        '- ACTION Jan: as [[Design_Sessions_2031#Fast boot]] and [[#CI|here]] say, mend XSA-12 in `a_b` [sic]',
      ].join('\n') +
      '\n';
    const previous = readDocument('minutes/2031/05.md', text).facts;
    const begun = begin({ kind: 'minutes', archive: archive.with(previous), previous, at: 'log/june.md' });
    const actions = begun.text.split('\n').filter((line) => line.startsWith('- [ ] ACTION'));
    expect(actions).toEqual([
      '- [ ] ACTION Jan Beulich: read [the plan](../minutes/plans/ci.md#next_week) and [above](../minutes/2031/05.md#attendees)',
      '- [ ] ACTION Jan Beulich: answer <https://lists.example.org/msg_1_a.html> and [her mail](https://lore.example.org/1/)',
      '- [ ] ACTION Jan Beulich: as [[Design Sessions 2031#Fast boot]] and [[Call, May 2031 minutes#CI|here]] say, mend XSA-12 in a_b [sic]',
    ]);
  });

  test.each([
    ['Fast boot', 'Design Sessions 2031#Fast boot'],
    ['[[Design Sessions 2031#Fast boot]]', 'Design Sessions 2031#Fast boot'],
    ['[[Design_Sessions_2031#Fast_boot|there]]', 'Design Sessions 2031#Fast boot'],
    ['Old', '"Design Sessions 2031" has two sessions called "Old"; give one of them another title first'],
    ['Fast boots', 'no session is called "Fast boots"; did you mean "Design Sessions 2031#Fast boot"'],
    ['Zebras', 'no session is called "Zebras"; name one as Page#Title'],
  ])('the session that %s means', (named, expected) => {
    const meant = sessionMeant(archive, named);
    expect('problem' in meant ? meant.problem : sessionTarget(meant)).toBe(expected);
  });
});

describe('where it has its place', () => {
  test.each<[string, readonly string[], Wanted, string]>([
    ['a folder of its kind', ['events/a.md'], { kind: 'notes', title: 'Fast boot' }, 'notes/fast-boot.md'],
    ['at the top, where the others are', ['a.md'], { kind: 'notes', title: 'Fast boot' }, 'fast-boot.md'],
    ['beside others of its kind', ['log/a.md'], { kind: 'event', title: 'Meetup' }, 'log/meetup.md'],
    ['in the folder of its year', ['x/2030/a.md'], { kind: 'event', title: 'Meetup', date: today }, 'x/2031/meetup.md'],
    [
      'with the date where others have it',
      ['x/2030-01-02-a.md'],
      { kind: 'event', title: 'M', date: today },
      'x/2031-06-05-m.md',
    ],
    ['with as much of the date', ['x/a_203001.md'], { kind: 'event', title: 'M', date: today }, 'x/m-203106.md'],
    ['minutes by their day', [], { kind: 'minutes', title: 'Call' }, 'minutes/2031-06-05-call-minutes.md'],
    [
      'beside one of that name',
      ['events/a.md', 'events/Meetup.md'],
      { kind: 'event', title: 'Meetup' },
      'events/meetup-2.md',
    ],
    ['a title that no file can have', [], { kind: 'proposal', title: '../a\\b: "c*" | <d>?' }, 'proposals/a-b-c-d.md'],
    ['a title of signs', [], { kind: 'proposal', title: '???' }, 'proposals/proposal.md'],
    ['a title that is a device', [], { kind: 'proposal', title: 'CON' }, 'proposals/proposal-con.md'],
    ['accents', [], { kind: 'proposal', title: 'Réseau ünïcode 漢字' }, 'proposals/reseau-unicode-漢字.md'],
    [
      'a long title',
      [],
      { kind: 'proposal', title: 'word '.repeat(99) },
      `proposals/${'word-'.repeat(12).slice(0, -1)}.md`,
    ],
  ])('%s', (_, there, wanted, expected) => {
    const pages = there.map((at, index) => [
      at,
      `# Design Sessions ${2030 - index}\n\n- Date: ${2030 - index}-01-02\n`,
    ]);
    expect(begin({ ...wanted, archive: archiveOf(Object.fromEntries(pages)) }).path).toBe(expected);
  });
});

describe('what cannot be begun', () => {
  test.each<[string, Wanted, string | RegExp]>([
    ['a proposal without a title', { kind: 'proposal', title: '  ' }, 'a proposal needs a title'],
    ['notes of nothing', { kind: 'notes' }, 'notes need a session or a title'],
    [
      'an event that is there',
      { kind: 'event', title: 'design sessions 2019' },
      '"design sessions 2019" is there already, in events/design-sessions-2019.md; give it another title',
    ],
    [
      'a template with a slip',
      { kind: 'notes', title: 'x', template: '# {title}\n\n{sesion}\n' },
      /^the template of notes cannot be used: line 3 has \{sesion\}, which stands for nothing; write one of \{title\}, /,
    ],
    ['an empty template', { kind: 'notes', title: 'x', template: ' \n' }, /there is nothing in it/],
  ])('%s', (_, wanted, expected) => {
    expect(problem(wanted)).toMatch(expected);
  });
});

test('every kind has a template', () => {
  expect([...newKinds]).toEqual(['notes', 'proposal', 'minutes', 'event']);
});
