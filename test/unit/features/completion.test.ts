import { describe, expect, test } from 'vitest';
import { completion } from '../../../server/src/features/completion.js';
import type { Completion, CompletionOptions } from '../../../server/src/features/completion/item.js';
import { chosen, cursor } from '../../support/cursor.js';

const page = `# Design Sessions 2030

- Date: 2030-05-01 to 2030-05-03

## Group

### Fast boot

- Formerly: Boot [again]
- Host: Jan Beulich

Starting in a second.

### Slow boot
`;
const files = { 'page.md': page };

function offered(source: string, opened: CompletionOptions['opened'] = 'asked'): readonly Completion[] {
  const { context, offset } = cursor(source, { files });
  return [...completion(context, offset, { today: '2030-05-02', opened })].sort((one, other) =>
    one.sortText < other.sortText ? -1 : 1,
  );
}

/** What a text is after one of its entries is chosen; the cursor stands as `$0`. */
function after(source: string, label: string): string | undefined {
  const item = offered(source).find((each) => each.label === label);
  return item && chosen(source.replace('$0', ''), item.edit);
}

const labels = (source: string, opened?: CompletionOptions['opened']): string[] =>
  offered(source, opened).map((item) => item.label);
const minutes =
  '# Minutes\n\n- Date: 2019-03-01\n\n## Attendees\n\n- Jan Beulich\n- Zed Unlisted (Acme)\n\n## Points\n\nText.\n\n';
const notes = '# Design session notes: Fast boot\n\n- Session: [[Design Sessions 2030#Fast boot]]\n';

describe('people', () => {
  test('those present come first, in the order of the list', () => {
    expect(labels(`${minutes}- ACTION $0`).slice(0, 3)).toEqual(['Jan Beulich', 'Zed Unlisted', 'Andrew Cooper']);
  });

  test.each([
    ['- ACTION Ia$0', '- ACTION Ian Jackson$0'],
    ['- ACTION Jan Beulich, $0: do', '- ACTION Jan Beulich, Ian Jackson$0: do'],
    ['- ACTION Jan Beulich and Ia$0', '- ACTION Jan Beulich and Ian Jackson$0'],
    ['- [ ] ACTION $0', '- [ ] ACTION Ian Jackson$0'],
    ['- Clarification ($0', '- Clarification (Ian Jackson$0'],
    ['- Ia$0', '- Ian Jackson: $0'],
    ['  - Ia$0: text', '  - Ian Jackson$0: text'],
  ])('%s', (source, expected) => {
    expect(after(minutes + source, 'Ian Jackson')).toBe(minutes + expected);
  });

  test('none behind a due date, in a long text, or after the colon', () => {
    expect(labels(`${minutes}- ACTION Jan Beulich (by $0`)).toEqual([]);
    expect(labels(`${minutes}- ACTION ask all of the people $0`)).toEqual([]);
    expect(labels(`${minutes}- ACTION Jan Beulich: ask $0`)).toEqual([]);
  });

  test('attendees get the company of the time, and nobody is offered twice', () => {
    const source =
      '# Minutes\n\n- Date: 2019-03-01\n\n## Attendees\n\n- Jan Beulich\n- Paul$0\n\n## Apologies\n\n- Wei Liu\n';
    expect(after(source, 'Paul Durrant')).toContain('- Paul Durrant (Citrix)$0\n');
    expect(after(source.replace('2019-03', '2021-03'), 'Paul Durrant')).toContain('- Paul Durrant (AWS)$0\n');
    expect(after(source.replace('$0', '$0 (Xen)'), 'Paul Durrant')).toContain('- Paul Durrant$0 (Xen)\n');
    expect(labels(source)).not.toContain('Jan Beulich');
    expect(labels(source)).not.toContain('Wei Liu');
    // What is half written is no name yet.
    expect(labels(source)).not.toContain('Paul');
  });

  test('who spoke last comes before the others that are present', () => {
    const said = '- Zed: one\n- Jan: two\n- Zed: three\n- Paul Durrant: four\n';
    expect(labels(`${minutes}${said}- ACTION $0`).slice(0, 4)).toEqual([
      'Paul Durrant',
      'Zed Unlisted',
      'Jan Beulich',
      'Andrew Cooper',
    ]);
    expect(labels(`${minutes}- $0\n- Jan: later\n`).slice(0, 2)).toEqual(['Jan Beulich', 'Zed Unlisted']);
  });

  test('nobody on an empty point, unless somebody asks', () => {
    const kinds = (opened: CompletionOptions['opened']): Set<string> =>
      new Set(offered(`${minutes}- $0`, opened).map(({ kind }) => kind));
    expect(kinds('typing')).not.toContain('person');
    expect(kinds('typing')).toContain('marker');
    expect(kinds('asked')).toContain('person');
  });

  test.each([
    ['a first name', 'pau', ['Paul Durrant']],
    ['a last name', 'beul', ['Jan Beulich']],
    ['first and last name', 'konrad w', ['Konrad Rzeszutek Wilk']],
    ['initials', 'krw', ['Konrad Rzeszutek Wilk']],
    ['a short form', 'ianj', ['Ian Jackson']],
    ['an alias', 'don du', ['Donald Dugger']],
    ['letters in a word', 'ok', []],
    ['letters of several words', 'done', []],
    ['a whole word of a sentence', 'good', []],
    ['signs', '+1', []],
  ])('what is offered begins with %s', (_, typed, expected) => {
    const found = offered(`${minutes}- ${typed}$0`, 'typing');
    expect(found.map(({ label }) => label)).toEqual(expected);
    expect(found.every(({ filterText }) => filterText.startsWith(typed))).toBe(true);
  });

  test('an alias and a short form find a person', () => {
    const item = offered(`${minutes}- ACTION $0`).find((each) => each.label === 'Donald Dugger');
    expect(item?.filterText).toBe('Donald Dugger Don Dugger Don donaldd dd');
  });

  test('roles within the parentheses of an attendee', () => {
    expect(after('# Minutes\n\n## Attendees\n\n- Jan Beulich (SUSE, s$0', 'scribe')).toMatch(/\(SUSE, scribe\$0$/);
  });
});

describe('references', () => {
  test.each([
    ['See [[$0', 'See [[Design Sessions 2030#Fast boot]]$0'],
    ['See [[Fa$0]] and', 'See [[Design Sessions 2030#Fast boot]]$0 and'],
    ['See [[Fa$0] and', 'See [[Design Sessions 2030#Fast boot]]$0 and'],
    ['See [[Design Sess$0ions 2030#Old title]] and', 'See [[Design Sessions 2030#Fast boot]]$0 and'],
    ['See [[Design Sessions 2030#$0', 'See [[Design Sessions 2030#Fast boot]]$0'],
    ['See [[Fa$0 and [[Other]]', 'See [[Design Sessions 2030#Fast boot]]$0 and [[Other]]'],
  ])('%s', (source, expected) => {
    expect(after(minutes + source, 'Fast boot')).toBe(minutes + expected);
  });

  test('pages come after the sessions, and this page is not among them', () => {
    const found = offered(`${minutes}See [[$0`);
    expect(found.map((item) => [item.label, item.kind])).toEqual([
      ['Fast boot', 'session'],
      ['Slow boot', 'session'],
      ['Design Sessions 2030', 'page'],
    ]);
  });

  test('a former title finds a session', () => {
    expect(offered(`${minutes}See [[$0`)[0]?.filterText).toBe('Fast boot Design Sessions 2030#Fast boot Boot [again]');
  });

  test('sections of this page', () => {
    expect(labels(`${minutes}See [[#$0]]`)).toEqual(['Attendees', 'Points']);
    expect(after(`${minutes}See [[#$0]]`, 'Points')).toBe(`${minutes}See [[#Points]]$0`);
  });

  test('not in code', () => {
    expect(labels(`${minutes}See \`[[$0`)).toEqual([]);
    expect(labels(`${minutes}\`\`\`\n[[$0\n\`\`\`\n`)).toEqual([]);
  });
});

describe('fields', () => {
  test('labels that are missing, the required one first', () => {
    expect(labels(`${notes}- $0`).slice(0, 4)).toEqual(['Date', 'Event', 'Time', 'Host']);
    expect(labels(`${notes}- $0`)).not.toContain('Session');
    expect(after(`${notes}- Da$0`, 'Date')).toBe(`${notes}- Date: $0`);
  });

  test('a page has other fields than its sessions', () => {
    expect(labels('# Design Sessions 2031\n\n- $0\n')).toEqual(['Event', 'Date', 'Place', 'Scribe', 'Participants']);
    const session = labels('# Design Sessions 2031\n\n## Group\n\n### Session\n\n- $0\n');
    expect(session.slice(0, 5)).toEqual(['Host', 'Scribe', 'Topics', 'Notes', 'Formerly']);
    expect(session).not.toContain('Place');
  });

  test('a register has its own', () => {
    const { context, offset } = cursor('# People\n\n## Jan Beulich\n\n- $0', { path: 'people.md' });
    expect(completion(context, offset).map((item) => item.label)).toEqual(['Also known as', 'Affiliation', 'Mail']);
  });

  test('none below prose or another list', () => {
    expect(labels('# Design Sessions 2031\n\n- Date: 2031\n\nText.\n\n* one\n\n- $0\n')).toEqual([]);
  });

  test.each([
    ['topics, but for those written', '- Topics: PVH, RI$0', 'RISC-V', '- Topics: PVH, RISC-V$0'],
    ['a topic on the next line', '- Topics: PVH,\n  $0', 'RISC-V', '- Topics: PVH,\n  RISC-V$0'],
    ['a topic behind a bare colon', '- Topics:$0', 'RISC-V', '- Topics: RISC-V$0'],
    ['people', '- Scribe: Jan Beulich, Pa$0', 'Paul Durrant', '- Scribe: Jan Beulich, Paul Durrant (AWS)$0'],
    ['a date', '- Date: 20$0', '2030-05-03', '- Date: 2030-05-03$0'],
  ])('%s', (_, source, label, expected) => {
    expect(after(notes.replace('notes: Fast', 'notes 2030: Fast') + source, label)).toBe(
      notes.replace('notes: Fast', 'notes 2030: Fast') + expected,
    );
  });

  test('topics that are written already are not offered', () => {
    expect(labels(`${notes}- Topics: PVH, $0`)).not.toContain('PVH');
  });

  test('days: those of the event, with their names', () => {
    expect(offered(`${notes}- Date: $0`).map(({ label, detail }) => `${label} ${detail ?? ''}`)).toEqual([
      '2030-05-02 Thursday, day 2 of Design Sessions 2030',
      '2030-05-01 Wednesday, day 1 of Design Sessions 2030',
      '2030-05-03 Friday, day 3 of Design Sessions 2030',
    ]);
    expect(offered('# Minutes\n\n- Date: $0\n').map(({ label, detail }) => `${label} ${detail ?? ''}`)).toEqual([
      '2030-05-02 Thursday, today',
    ]);
  });

  test.each([
    ['- Date: next fri$0', '- Date: 2030-05-10$0'],
    ['- Date: tod$0', undefined],
    ['- Date: today$0', '- Date: 2030-05-02$0'],
    ['- Date: //$0', '- Date: 2030-05-02$0'],
    ['- Date: May 21st 2030$0', '- Date: 2030-05-21$0'],
    ['\n## Points\n\n- ACTION Jan (by tomorrow$0', '\n## Points\n\n- ACTION Jan (by 2030-05-03$0'],
    ['\n## Points\n\n- ACTION Jan (by fri$0): do', '\n## Points\n\n- ACTION Jan (by 2030-05-03$0): do'],
    ['\n## Points\n\n- Jan: released on //$0', '\n## Points\n\n- Jan: released on 2030-05-02$0'],
    ['\n## Points\n\n- Jan: see http://$0', undefined],
    ['\n## Points\n\n- Jan: today$0', undefined],
  ])('a day in words: %s', (typed, expected) => {
    const [item] = offered(notes + typed).filter(({ label }) => /^\d{4}-/.test(label));
    expect(item && chosen((notes + typed).replace('$0', ''), item.edit)).toBe(expected && notes + expected);
  });

  test('a session, and the state of the notes', () => {
    expect(after('# Design session notes: x\n\n- Session: $0', 'Slow boot')).toBe(
      '# Design session notes: x\n\n- Session: [[Design Sessions 2030#Slow boot]]$0',
    );
    expect(labels('# Design Sessions 2031\n\n## G\n\n### S\n\n- Notes: $0')).toEqual(['TODO', 'none', 'unknown']);
  });
});

describe('sections and markers', () => {
  test('sections that are missing', () => {
    expect(labels('# Minutes\n\n## $0')).toEqual(['Attendees', 'Apologies', 'Previous actions', 'Actions']);
    expect(labels('# Minutes\n\n## Attendees\n\n- Jan\n\n## $0')).toEqual(['Apologies', 'Previous actions', 'Actions']);
    expect(labels('# Minutes\n\n## Ac$0')).toEqual(['Previous actions', 'Actions']);
    expect(labels('# Mi$0nutes\n')).toEqual([]);
  });

  test('long fields of a proposal', () => {
    expect(labels('# Proposal\n\n- Technical contact: Jan Beulich\n\n## $0')).toEqual([
      'Description',
      'Outcomes',
      'Problem to solve',
      'Attendee contributions',
      'Preparation',
    ]);
  });

  test('markers come between those present and the others', () => {
    const kinds = offered(`${minutes}- $0`).map((item) => item.kind);
    expect(kinds.indexOf('marker')).toBe(2);
    expect(kinds.lastIndexOf('person')).toBeGreaterThan(kinds.lastIndexOf('marker'));
    expect(after(`${minutes}- AC$0`, 'ACTION')).toBe(`${minutes}- ACTION $0`);
  });

  test('nothing in prose, in the middle of a point, in HTML, and in documents of no kind', () => {
    for (const source of [
      `${minutes}Jan $0`,
      `${minutes}- Jan said that $0`,
      `${minutes}<!-- \n- $0\n-->\n`,
      '# List\n\n- $0',
      '# List\n\n## $0',
    ])
      expect(labels(source)).toEqual([]);
  });
});
