import { describe, expect, it } from 'vitest';
import { sectionWith, tellAction, tellPeople } from '../support/told.js';

const speeches = [
  ['- Jan: why?', 'Jan'],
  ['- Jan Beulich: why?', 'Jan Beulich'],
  ['- Jan, George: why?', 'Jan + George'],
  ['- Jan/George: why?', 'Jan + George'],
  ['- Jan and George: why?', 'Jan + George'],
  ['- Lars (via chat): hello', 'Lars #via chat'],
  ['- Lars (in chat): hello', 'Lars #via chat'],
  ['**Lars** (chat): hello', 'Lars #via chat'],
  ['- **Wei**: bold', 'Wei'],
  ['- **Wei:** bold', 'Wei'],
  ['- Cody : a blank', 'Cody'],
  ['- IanC: short form', 'IanC'],
  ['Jan: a paragraph', 'Jan'],
  ['> Jan: quoted', undefined],
  ['- Jan asked: why?', 'Jan'],
  ['- Jan Summarizes: why?', 'Jan'],
  ['- Jan Beulich (JB) (on behalf of SUSE): why?', 'Jan Beulich'],
  ['- Jan, could it be: yes', undefined],
  ['- see https://xenbits.xen.org: there', undefined],
  ['- 4.3: the next release', undefined],
  ['- Description: a field', undefined],
  ['- Open question: who', undefined],
  ['- Actions: none', undefined],
  ['- Where: Room 2', undefined],
  ['Results:\nfor 3', undefined],
] as const;

it.each(speeches)('reads the speaker of %j', (line, expected) => {
  const { facts, quote } = sectionWith(`- an item\n- another\n\n${line}`);
  const [speech] = facts.speeches;
  expect(speech && tellPeople(speech.speakers)).toBe(expected);
  for (const speaker of speech?.speakers ?? []) expect(quote(speaker.nameSpan)).toBe(speaker.name);
});

/** A line, what is read, and the head it should have where it has another one. */
const actions = [
  ['- ACTION Jan: ask', 'Jan | - | ask'],
  ['- ACTION Konrad Rzeszutek Wilk, Jan (SUSE): ask', 'Konrad Rzeszutek Wilk + Jan @SUSE | - | ask'],
  ['- ACTION Jan or George: ask', 'Jan + George | - | ask'],
  ['- ACTION Jan/George: ask', 'Jan + George | - | ask'],
  ['- ACTION Mukesh Rathor (absent): ask', 'Mukesh Rathor #absent | - | ask'],
  ['- ACTION unknown: ask', 'unknown | - | ask'],
  ['- ACTION XenServer team: ask', 'XenServer team | - | ask'],
  ['- ACTION: ask Jan', 'nobody | - | ask Jan'],
  ['- ACTION Jan, George (by 2013-03-15): ask', 'Jan + George | 2013-03-15 | ask'],
  ['- ACTION Jan (by the release): ask', 'Jan | "the release" | ask'],
  ['- [ ] ACTION Jan: ask', 'Jan | - | ask'],
  ['- [x] ACTION Jan: ask', 'Jan | - | ask | done | progress'],
  ['- ACTION Jan: ask\n  - asked', 'Jan | - | ask | progress'],
  ['- ACTION Jan: see https://xen.org: there', 'Jan | - | see https://xen.org: there'],
  ['- **ACTION Jan: ask**', 'Jan | - | ask'],
  ['- Topics: PVH\n- ACTION Jan: ask', 'Jan | - | ask'],
  ['ACTION Jan: ask', 'Jan | - | ask'],
  ['- ACTION ask Jan', 'nobody | - | ask Jan', 'ACTION: '],
  ['- ACTION ask Jan: now', 'nobody | - | ask Jan: now', 'ACTION: '],
  ['- ACTION Jan (due 15 March 2013): ask', 'Jan | 2013-03-15 | ask', 'ACTION Jan (by 15 March 2013): '],
  ['- ACTION Jan by 2013-03-15: ask', 'Jan | 2013-03-15 | ask', 'ACTION Jan (by 2013-03-15): '],
  ['- ACTION Jan by Friday: ask', 'Jan | "Friday" | ask', 'ACTION Jan (by Friday): '],
  ['- ACTION Jan, George by next call: ask', 'Jan + George | "next call" | ask', 'ACTION Jan, George (by next call): '],
  ['- ACTION Jan (by next call): ask', 'Jan | "next call" | ask'],
  ['- ACTION @jan: ask', '@jan | - | ask'],
  ['- Action @jan, @george.d: ask', '@jan + @george.d | - | ask', 'ACTION @jan, @george.d: '],
  ['- ACTION TBD: ask', 'TBD | - | ask'],
  ['- Action someone: ask', 'nobody | - | ask', 'ACTION someone: '],
  ['- ACTION (Jan): ask', 'Jan | - | ask', 'ACTION Jan: '],
  ['- ACTION [Jan, George]: ask', 'Jan + George | - | ask', 'ACTION Jan, George: '],
  ['- ACTION on Jan: ask', 'Jan | - | ask', 'ACTION Jan: '],
  ['- ACTION - Jan: ask', 'Jan | - | ask', 'ACTION Jan: '],
  [
    '- ACTION Jan, George (by 2013-03-15) - ask: now',
    'Jan + George | 2013-03-15 | ask: now',
    'ACTION Jan, George (by 2013-03-15): ',
  ],
  ['- ACTION Jan - George - ask', 'Jan | - | George - ask', 'ACTION Jan: '],
  ['- ACTION XenServer team - Jan: ask', 'nobody | - | XenServer team - Jan: ask', 'ACTION: '],
  ['- Action Plan - the next steps', undefined],
  ['- Action Lars:: ask', 'Lars | - | ask', 'ACTION Lars: '],
  ['- Action Lars: - ask', 'Lars | - | ask', 'ACTION Lars: '],
  ['- Action item: Lars to ask', 'Lars | - | to ask', 'ACTION Lars: '],
  ['- ACTION POINT Lars: ask', 'Lars | - | ask', 'ACTION Lars: '],
  ['- **ACTION**: ask', 'nobody | - | ask', 'ACTION: '],
  ['- **ACTION:** ask', 'nobody | - | ask', 'ACTION: '],
  ['- **ACTION** Jan: ask', 'Jan | - | ask', 'ACTION Jan: '],
  ['- Action Jan::**not** now', 'Jan | - | not now', 'ACTION Jan: '],
  ['- Pictogram voting comment 15px.png Action Don: to ask', 'Don | - | to ask', 'ACTION Don: '],
  ['- action is needed: soon', undefined],
  ['- Actions: none', undefined],
  ['Action Items:\nJan ask', 'nobody | - | Jan ask'],
  ['- Action plan for 4.3: none', undefined],
  ['- `ACTION Jan: ask`', undefined],
  ['> ACTION Jan: ask', undefined],
] as const;

describe('actions', () => {
  it.each(actions)('reads %j', (line, expected, head?: string) => {
    const { facts, quote } = sectionWith(line);
    const [action] = facts.actions;
    expect(action && tellAction(action)).toBe(expected);
    expect(action?.canonicalHead?.text).toBe(head);
    if (!action) return;
    expect(quote(action.markerSpan)).toMatch(/^(?:action|AI|AP|TODO|)$/i);
    for (const owner of action.owners) expect(quote(owner.nameSpan)).toBe(owner.name);
    if (action.due) expect(quote(action.due.span)).toContain(action.due.text);
  });

  const previous = [
    ['- find a machine', 'nobody | - | find a machine | previous'],
    ['- Boris: find a machine', 'Boris | - | find a machine | previous'],
    ['- ACTION Boris: find a machine', 'Boris | - | find a machine | previous'],
    ['- [ ] find a machine', 'nobody | - | find a machine | previous | progress'],
    ['- [x] find a machine', 'nobody | - | find a machine | done | previous | progress'],
    ['- find a machine\n  - asked around', 'nobody | - | find a machine | previous | progress'],
    ['- ACTION Boris: find a machine - in progress', 'Boris | - | find a machine - in progress | previous | progress'],
    ['- find a machine. In progress', 'nobody | - | find a machine. In progress | previous | progress'],
    ['- find a machine. Open the box', 'nobody | - | find a machine. Open the box | previous'],
    ['- find a machine. DONE', 'nobody | - | find a machine. DONE | done | previous | progress'],
    ['- find a machine (carried over)', 'nobody | - | find a machine (carried over) | previous | progress'],
    ['- Boris: open the box', 'Boris | - | open the box | previous'],
    ['- Performance measurement: start', 'nobody | - | Performance measurement: start | previous'],
    ['- none', undefined],
  ] as const;

  it.each(previous)('reads %j under "Previous actions"', (line, expected) => {
    for (const heading of ['Previous actions', 'Previous ACTION items', 'Actions from last meeting']) {
      const [action] = sectionWith(line, heading).facts.actions;
      expect(action && tellAction(action)).toBe(expected);
    }
  });
});

const others = [
  ['- MOTION: accept the charter', 'motion: accept the charter'],
  ['- **PASSED:** accept', 'passed: accept'],
  ['- Rejected: accept', 'rejected: accept'],
  ['- DEFERRED: accept', 'deferred: accept'],
  ['- RESOLUTION: accept', 'resolution: accept'],
  ['- Agreed: one month', 'agreed: one month'],
  ['- DECISION (unanimous): one month', 'decision: one month'],
  ['- QUORUM: 5 of 7', 'quorum: 5 of 7'],
  ['- Votes: 5 for', 'votes: 5 for'],
  ['- Clarification: both', 'clarification: both'],
  ['- Clarification (Jan Beulich): both', 'clarification by Jan Beulich: both'],
  ['- **Clarification**: both', 'clarification: both'],
  ['- TODO write it down', 'todo: write it down'],
  ['- TODO: write it down', 'todo: write it down'],
  ['- [TODO NVDIMM Discussion]', 'todo: NVDIMM Discussion'],
  ['- Todd: writes it down', ''],
  ['- Q: who?', ''],
  ['- Open question: who?', ''],
] as const;

it('reads markers that begin a line in the order of the text', () => {
  const { facts } = sectionWith('- MOTION: accept\nQUORUM: 5 of 7\nPASSED: accept');
  expect(facts.decisions.map(({ kind }) => kind)).toEqual(['motion', 'quorum', 'passed']);
});

it.each(others)('reads the marker of %j', (line, expected) => {
  const { facts } = sectionWith(line);
  const told = [
    ...facts.decisions.map(({ kind, text }) => `${kind}: ${text}`),
    ...facts.clarifications.map(({ by, text }) => `clarification${by ? ` by ${by.name}` : ''}: ${text}`),
    ...facts.todos.map(({ title }) => `todo: ${title}`),
  ];
  expect(told.join('\n')).toBe(expected);
  expect(facts.fields).toEqual([]);
});
