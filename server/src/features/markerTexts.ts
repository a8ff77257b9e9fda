import type { markers } from '../document/schema.js';
import { term } from '../text/say.js';

/** What a marker is for, and how a line with it is written; in the order completion offers them. */
export const markerTexts: readonly {
  readonly marker: (typeof markers)[number];
  readonly insert: string;
  readonly about: string;
  readonly example: string;
}[] = [
  {
    marker: 'ACTION',
    insert: 'ACTION ',
    about: term`Somebody takes on something; owners, a day by which it is due, and what is to be done`,
    example: 'ACTION Jan Beulich (by 2013-03-15): ping the maintainers',
  },
  {
    marker: 'AGREED',
    insert: 'AGREED: ',
    about: term`What those present agreed on`,
    example: 'AGREED: one month of delay is acceptable',
  },
  { marker: 'DECISION', insert: 'DECISION: ', about: term`What was decided`, example: 'DECISION: release in June' },
  {
    marker: 'TODO',
    insert: 'TODO ',
    about: term`Something the notes still lack`,
    example: 'TODO add the link to the slides',
  },
  {
    marker: 'Clarification',
    insert: 'Clarification: ',
    about: term`Added after the meeting, with who added it in parentheses`,
    example: 'Clarification (Jan Beulich): only PV is affected',
  },
  {
    marker: 'Open question',
    insert: 'Open question: ',
    about: term`What nobody could answer`,
    example: 'Open question: who maintains the driver',
  },
  {
    marker: 'Q',
    insert: 'Q: ',
    about: term`A question, where nobody is named as asking it`,
    example: 'Q: does it work on Arm',
  },
  {
    marker: 'MOTION',
    insert: 'MOTION: ',
    about: term`What is put to the vote; its result follows`,
    example: 'MOTION: accept the project for incubation',
  },
  { marker: 'PASSED', insert: 'PASSED: ', about: term`The motion was carried`, example: 'PASSED: unanimously' },
  {
    marker: 'REJECTED',
    insert: 'REJECTED: ',
    about: term`The motion was lost`,
    example: 'REJECTED: two in favour, five against',
  },
  {
    marker: 'DEFERRED',
    insert: 'DEFERRED: ',
    about: term`The motion was put off`,
    example: 'DEFERRED: to the next meeting',
  },
  {
    marker: 'RESOLUTION',
    insert: 'RESOLUTION: ',
    about: term`What the body resolved, in its words`,
    example: 'RESOLUTION: the budget is approved',
  },
  {
    marker: 'QUORUM',
    insert: 'QUORUM: ',
    about: term`How many of those who vote were there`,
    example: 'QUORUM: 7 of 9',
  },
  { marker: 'Votes', insert: 'Votes: ', about: term`How votes were cast`, example: 'Votes: 6 in favour, 1 against' },
];
