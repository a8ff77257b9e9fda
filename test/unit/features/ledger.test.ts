import { describe, expect, test } from 'vitest';
import { Archive } from '../../../server/src/archive/archive.js';
import { readDocument } from '../../../server/src/document/document.js';
import { ageOf, isOverdue, ledgerOf, type LedgerAction } from '../../../server/src/features/ledger/ledger.js';

/** Minutes by their dates; the texts stand below their heads. */
function archiveOf(meetings: Readonly<Record<string, string>>): Archive {
  return Archive.of(
    Object.entries(meetings).map(([name, text]) => {
      const date = name.replace(/[a-z]+$/, '');
      return readDocument(`${name}.md`, `# Call minutes\n\n- Date: ${date}\n\n${attendees}${text}\n`).facts;
    }),
  );
}

const attendees = '## Attendees\n\n- Ada Newcomer\n- Bo Newman\n\n## Talk\n\n';

function told(meetings: Readonly<Record<string, string>>): string[] {
  return ledgerOf(archiveOf(meetings)).actions.map(shown);
}

function shown({ owners, text, open, state, openAt, origin, due }: LedgerAction): string {
  const since = origin.document.date?.iso ?? '';
  const how = open ? `open at ${openAt.length}` : String(state);
  return `${owners.join(' & ') || 'nobody'}: ${text}, ${how}, since ${since}${due ? `, by ${due.text}` : ''}`;
}

const given = '- ACTION Ada (by 2019-02-01): book a room';
const carried = (item: string): string => `text\n\n## Previous actions\n\n${item}`;

describe('an action is one over the meetings it is carried through', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['given once', { '2019-01-10': given }, ['Ada Newcomer: book a room, open at 1, since 2019-01-10, by 2019-02-01']],
    [
      'carried over with other marks and a state',
      {
        '2019-01-10': given,
        '2019-02-14': carried('- Ada: Book a room! - in progress'),
        '2019-03-14': carried('- [ ] ACTION Ada Newcomer: book a room'),
      },
      ['Ada Newcomer: book a room, open at 3, since 2019-01-10, by 2019-02-01'],
    ],
    [
      'done at the second meeting',
      { '2019-01-10': given, '2019-02-14': carried('- [x] Ada: book a room') },
      ['Ada Newcomer: book a room, done, since 2019-01-10, by 2019-02-01'],
    ],
    [
      'given once more while it is open',
      { '2019-01-10': given, '2019-02-14': given },
      ['Ada Newcomer: book a room, open at 2, since 2019-01-10, by 2019-02-01'],
    ],
    [
      'given anew after its end',
      { '2019-01-10': given, '2019-02-14': carried('- Ada: book a room - done'), '2019-03-14': given },
      [
        'Ada Newcomer: book a room, done, since 2019-01-10, by 2019-02-01',
        'Ada Newcomer: book a room, open at 1, since 2019-03-14, by 2019-02-01',
      ],
    ],
    [
      'of two people',
      { '2019-01-10': given, '2019-02-14': '- ACTION Bo: book a room' },
      [
        'Ada Newcomer: book a room, open at 1, since 2019-01-10, by 2019-02-01',
        'Bo Newman: book a room, open at 1, since 2019-02-14',
      ],
    ],
    [
      'somebody is found for it',
      { '2019-01-10': '- ACTION: book a room', '2019-02-14': carried('- Bo: book a room - open') },
      ['Bo Newman: book a room, open at 2, since 2019-01-10'],
    ],
    [
      'handed over, and linked',
      {
        '2019-01-10': given,
        '2019-02-14': carried('- [ ] ACTION Bo Newman: book a room\n  - from [2019-01-10](2019-01-10.md#talk)'),
      },
      ['Bo Newman: book a room, open at 2, since 2019-01-10, by 2019-02-01'],
    ],
    [
      'said in other words, and linked',
      {
        '2019-01-10': given,
        '2019-02-14': carried('- [ ] ACTION Ada: a room for the summit\n  - from [2019-01-10](2019-01-10.md#talk)'),
      },
      ['Ada Newcomer: a room for the summit, open at 2, since 2019-01-10, by 2019-02-01'],
    ],
    [
      'in two documents of one day',
      { '2019-01-10': given, '2019-01-10b': given },
      ['Ada Newcomer: book a room, open at 1, since 2019-01-10, by 2019-02-01'],
    ],
    [
      'of one word, which may come up again',
      { '2019-01-10': '- ACTION Ada: Kexec', '2019-02-14': '- ACTION Ada: Kexec' },
      ['Ada Newcomer: Kexec, open at 1, since 2019-01-10', 'Ada Newcomer: Kexec, open at 1, since 2019-02-14'],
    ],
    [
      'from a meeting that is not there: a point of an agenda, and something somebody has to do',
      { '2019-02-14': carried('- The state of PVH\n- Bo: send the minutes') },
      ['Bo Newman: send the minutes, open at 1, since 2019-02-14'],
    ],
    [
      'due on a day that the meeting tells',
      { '2019-01-10': '- ACTION Ada (by Friday): ask Bo' },
      ['Ada Newcomer: ask Bo, open at 1, since 2019-01-10, by 2019-01-11'],
    ],
  ])('%s', (_, meetings, expected) => {
    expect(told(meetings)).toEqual(expected);
  });
});

test('a place leads to its action, and tells how late and old it is', () => {
  const ledger = ledgerOf(archiveOf({ '2019-01-10': given, '2019-02-14': carried('- Ada: book a room') }));
  const [action] = ledger.actions;
  expect(action?.places.map((each) => ledger.of(each))).toEqual([action, action]);
  if (!action) return;
  expect([isOverdue(action, '2019-02-01'), isOverdue(action, '2019-02-02')]).toEqual([false, true]);
  expect(ageOf(action, '2019-03-10')).toBe(59);
});

test.each<[string, (index: number) => string]>([
  ['of other words', (index) => `- ACTION Ada: point ${index}`],
  ['of the same words and owner', () => '- ACTION Ada: book a room'],
  ['of the same words and other owners', (index) => `- ACTION Nam${letters(index)} Surname: book a room`],
  ['ended', () => '- [x] ACTION Ada: book a room'],
])('many actions %s take time that follows their number', (_, line) => {
  const cost = (count: number): number => {
    const many = Array.from({ length: count }, (_each, index) => line(index)).join('\n');
    const archive = archiveOf({ '2019-01-10': many, '2019-02-14': carried(many) });
    const before = process.cpuUsage();
    ledgerOf(archive);
    return process.cpuUsage(before).user / 1000;
  };
  cost(100);
  const [few, lots] = [cost(500), cost(4000)];
  // Eight times as many, with much room for what else the machine does.
  expect(lots).toBeLessThan(24 * few + 200);
});

function letters(index: number): string {
  return String(index).replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
}
