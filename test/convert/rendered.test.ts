import { describe, expect, it } from 'vitest';
import { readRendered } from '../../server/src/convert/rendered/readRendered.js';
import { source } from './source.js';

interface Case {
  readonly name: string;
  readonly text: string;
  /** The document, or all of them. */
  readonly markdown: string | readonly string[];
  /** `line: what`, by their beginnings. */
  readonly uncertain?: readonly string[];
  /** `line: text`. */
  readonly dropped?: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'takes the frame of a wiki away, and the title from before it',
    text: 'Some page\n\nFrom Xen\nRevision as of 12:22, 9 August 2019 by A (talk | contribs)\nJump to navigationJump to search\n\nA heading\n\nWords.\n\nRetrieved from "https://wiki/x"\n',
    markdown: '# Some page\n\n## A heading\n\nWords.\n',
    dropped: [
      '3: From Xen',
      '4: Revision as of 12:22, 9 August 2019 by A (talk | contribs)',
      '5: Jump to navigationJump to search',
      '11: Retrieved from "https://wiki/x"',
    ],
  },
  {
    name: 'takes the depth of headings from the table of contents',
    text: 'Page\n\nFrom Xen\n\nContents\n1 Build\n1.1 Tools\n2 Rest\n\nBuild[edit]\n\nOne.\n\nTools[edit]\n\nTwo.\n\nRest[edit]\n\nThree.\n',
    markdown: '# Page\n\n## Build\n\nOne.\n\n### Tools\n\nTwo.\n\n## Rest\n\nThree.\n',
    dropped: ['3: From Xen', '5: Contents', '6: 1 Build', '7: 1.1 Tools', '8: 2 Rest'],
  },
  {
    name: 'nests items by their bullets, and keeps the lines that go on in them',
    text: 'Ideas\n\nPlan\n\n  • one\n    goes on\n    • deeper\n\n      • deepest\n  • two\n  1. numbered\n  2. again\nText behind.\n',
    markdown:
      '# Ideas\n\n## Plan\n\n- one\n  goes on\n  - deeper\n    - deepest\n- two\n\n1. numbered\n2. again\n\nText behind.\n',
    uncertain: [],
  },
  {
    name: 'calls a page without a title by its file',
    text: 'Some words that end here.\n',
    markdown: '# imported\n\nSome words that end here.\n',
    uncertain: ['1: no title stands before the text'],
  },
  {
    name: 'reads actions, votes and ticks of templates',
    text: [
      'Board/May 2013 Minutes',
      '',
      'Votes',
      '',
      'Motion.jpg Vote|Motion:  Spend it',
      'Pictogram vote 15px.png PASSED:',
      '',
      'Pictogram voting comment 15px.png Action Lars:: Book a room',
      '',
      '  • ✓ Pictogram voting comment 15px.png Action All: Send names',
      '  • Pictogram voting comment 15px.png Action Konrad: or James to ask',
    ].join('\n'),
    markdown:
      '# Board/May 2013 Minutes\n\n## Votes\n\n- MOTION: Spend it\n- PASSED:\n- ACTION Lars: Book a room\n- [x] ACTION All: Send names\n- ACTION Konrad: or James to ask\n',
    uncertain: ['11: "or James" may be a second owner'],
    dropped: [
      '5: Motion.jpg Vote|Motion:',
      '6: Pictogram vote 15px.png',
      '8: Pictogram voting comment 15px.png',
      '10: Pictogram voting comment 15px.png',
      '11: Pictogram voting comment 15px.png',
    ],
  },
  {
    name: 'puts names before the agenda under the headings they lost',
    text: 'Call/June 2013 Minutes\n\nFrom Xen\n\n\nPeople on the call (in random-order):\n\n  • Ann Lee (Citrix)\n  • Bo Ek [non-voting]\n\n2 members (Quorum)\n\n\n  • Chris Doe\n\n\n  • It was agreed that this is no name.\n\nAgenda\n\nWords.\n',
    markdown:
      '# Call/June 2013 Minutes\n\n## Attendees\n\nPeople on the call (in random-order):\n\n- Ann Lee (Citrix)\n- Bo Ek [non-voting]\n\n2 members (Quorum)\n\n## Apologies\n\n- Chris Doe\n\n## (heading lost)\n\n- It was agreed that this is no name.\n\n## Agenda\n\nWords.\n',
    uncertain: [
      '8: the heading of this list is missing; it is put under "Attendees"',
      '14: the heading of this list is missing; it is put under "Apologies"',
      '17: the heading of this list is missing; it is put under "(heading lost)"',
    ],
    dropped: ['3: From Xen'],
  },
  {
    name: 'keeps words that a template which is not there may have swallowed a part of',
    text: 'Call/June 2013 Minutes\n\nAgenda\n\nIcon Info.png This is a stub template (aka an undefined template).\n\nto write it down.\n\nIcon Info.png This is a stub template (aka an undefined template).\n\nMore words.\n',
    markdown: '# Call/June 2013 Minutes\n\n## Agenda\n\n- ACTION unknown: to write it down.\n\nMore words.\n',
    uncertain: ['7: an action whose owner was swallowed', '11: the words before it may have been swallowed'],
    dropped: [
      '5: Icon Info.png This is a stub template (aka an undefined template).',
      '9: Icon Info.png This is a stub template (aka an undefined template).',
    ],
  },
  {
    name: 'reads a proposal as the template shows it, comments and what a missing pipe swallowed included',
    text: [
      'Design Sessions',
      '',
      'From Xen',
      '',
      'Groups',
      '',
      'One thing',
      '',
      'Date of insert: July 1 2017 Contact=Ann Lee;',
      'Technical contact: Not specified, project contact',
      'Description: What it is. SCHEDULE: http://sched.co/x',
      'Outcomes:',
      'Peer Review Comments',
      'Pictogram voting comment 15px.png  Good idea',
      '',
      'Pictogram vote 15px.png And whether you intend to attend:',
      '',
      'Other thing',
      '',
      'Date of insert: July 2 2017;',
      'Description: First.',
      '  • point',
      'Last.',
    ].join('\n'),
    markdown:
      '# Design Sessions\n\n## Groups\n\n### One thing\n\n- Date of insert: July 1 2017\n- Technical contact: Ann Lee\n- Schedule: <http://sched.co/x>\n- Description: What it is.\n- Outcomes:\n- Peer Review Comments: Good idea\n\n### Other thing\n\n- Date of insert: July 2 2017\n\n#### Description\n\nFirst.\n\n- point\n\nLast.\n',
    uncertain: ['9: "Contact=Ann Lee" stood in Date of insert'],
    dropped: [
      '3: From Xen',
      '10: Not specified, project contact',
      '14: Pictogram voting comment 15px.png',
      '16: Pictogram vote 15px.png',
      '16: And whether you intend to attend:',
    ],
  },
  {
    name: 'makes a page of each year, and sessions of the items of a list',
    text: [
      'Design Sessions',
      '',
      'From Xen',
      '',
      '2018: Summit A',
      '',
      'Icon todo.png To Do:',
      '',
      'Send notes.',
      '',
      'Group',
      '',
      'A talk about things whose title was a link.',
      '"A quoted one.',
      '  • a point"',
      '  • [TODO Memory] (Ann Lee, Citrix)',
      'Its text:',
      '  • of it',
      '  • [TODO Disks]',
      '',
      'Empty group',
      '',
      '2017: Summit B',
      '',
      'Notes',
      '',
      'Words.',
    ].join('\n'),
    markdown: [
      '# Design Sessions 2018\n\n- Event: Summit A\n\nTODO: Send notes.\n\n## Group\n\n### (title lost) A talk about things whose title was a link\n\nA talk about things whose title was a link.\n"A quoted one.\n\n- a point"\n\n### [TODO Memory] (Ann Lee, Citrix)\n\nIts text:\n\n- of it\n\n### [TODO Disks]\n\n## Empty group\n\n### (title lost) Empty group\n',
      '# Design Sessions 2017\n\n- Event: Summit B\n\n## Notes\n\nWords.\n',
    ],
    uncertain: [
      '13: the title of a session is missing',
      '21: nothing stands under "Empty group"',
      '21: the title of a session is missing',
    ],
    dropped: ['3: From Xen', '7: Icon todo.png To Do:'],
  },
  {
    name: 'gives a heading to a session that lost it behind a notes line',
    text: 'Design Sessions 2019\n\nFrom Xen\n\nSessions with published notes\n\nFirst\n\nWords.\n\nFor notes, see\n\n\nIt is about disks. And more.\n\nFor notes, see https://lists.xenproject.org/x\n\nThird\n\nFor notes, see\n',
    markdown:
      '# Design Sessions 2019\n\n## Sessions with published notes\n\n### First\n\nWords.\n\nFor notes, see\n\n### (title lost) It is about disks\n\nIt is about disks. And more.\n\nFor notes, see <https://lists.xenproject.org/x>\n\n### Third\n\nFor notes, see\n',
    uncertain: [
      '11: nothing follows "For notes, see"',
      '14: the heading of this session is missing',
      '20: nothing follows',
    ],
    dropped: ['3: From Xen'],
  },
  {
    name: 'makes an event page of a report, with what lists name as its sessions',
    text: 'Small Xen Summit 2021\n\nNews Jul 1, 2021\n\nDisks\n\nMany things, such as:\n\n  • fast disks\n  • slow disks\n\nWe liked it.\n\nA picture of a disk\n\nEnd\n\nBye.\n\n\nAnn Lee\n\nWith Bo Ek\n\nWho writes.\n',
    markdown:
      '# Small Xen Summit 2021\n\n- Event: Small Xen Summit 2021\n- Date: Jul 1, 2021\n\n## Disks\n\nMany things, such as:\n\nWe liked it.\n\nA picture of a disk\n\n### fast disks\n\n### slow disks\n\n## End\n\nBye.\n\nAnn Lee\n\nWith Bo Ek\n\nWho writes.\n',
    uncertain: [
      '3: the page is read as that of the event',
      '3: "Jul 1, 2021" is taken for the date',
      '21: 2 blank lines',
    ],
    dropped: ['3: News'],
  },
  {
    name: 'reads a page without blank lines, whose lines are its blocks',
    text: [
      'Board Meeting/June 2014 Minutes',
      'Minutes of the meeting on June 12th.',
      'Attendees',
      'Those on the call:',
      '- Jan Berg (SUSE)',
      '- Lea Dorn (Arm)',
      'Quorum',
      'Agenda',
      'Referred to Documents',
      '[1] Plan for 2015.pdf',
      'Proposed 2015 Spending',
      'Jan went through [1]',
      'There were no objections',
      'RESOLUTION: the board agrees with it',
      'Let new members in',
      'No objections',
      'How the lab is paid for',
      'The lab is paid for by all of those who use it, and by some of those who do not.',
      'Lea: and by us',
    ].join('\n'),
    markdown:
      '# Board Meeting/June 2014 Minutes\n\n- Date: 2014-06-12\n\nMinutes of the meeting on June 12th.\n\n## Attendees\n\nThose on the call:\n\n- Jan Berg (SUSE)\n- Lea Dorn (Arm)\n\nQuorum\n\n## Agenda\n\n## Referred to Documents\n\n[1] Plan for 2015.pdf\n\n## Proposed 2015 Spending\n\nJan went through [1]\n\nThere were no objections\n\n- RESOLUTION: the board agrees with it\n\nLet new members in\n\nNo objections\n\n## How the lab is paid for\n\nThe lab is paid for by all of those who use it, and by some of those who do not.\n\nLea: and by us\n',
    uncertain: ['2: "June 12th" is taken for the day of the meeting', '15: it stops with "new members in"'],
  },
  {
    name: 'reads names without bullets below "Attendees", up to the title behind them',
    text: 'Lab call, Brno\nAttendees\nJan Berg (SUSE)\nLea Dorn\nGeorge Holm\nNew Boards\nWe buy two of them.\n',
    markdown:
      '# Lab call, Brno\n\n## Attendees\n\nJan Berg (SUSE)\nLea Dorn\nGeorge Holm\n\n## New Boards\n\nWe buy two of them.\n',
  },
  {
    name: 'leaves a wrapped text without blank lines as it is wrapped',
    text: 'A text that was wrapped somewhere at\nsome width and goes on in the lines\nthat follow it.\n',
    markdown:
      '# imported\n\nA text that was wrapped somewhere at\nsome width and goes on in the lines\nthat follow it.\n',
  },
  {
    name: 'reads entries of the scheduler as they stand',
    text: [
      'Schedule of 2021',
      '',
      'Monday 6 July',
      '',
      'Boot time',
      'Owner: Jan Berg',
      'Time: Mon 4:45 PM 6 Jul Final',
      'Track: A',
      'Location: Room 2',
      '',
      'How long it takes.',
      '',
      'Cache colours',
      'Owner: Lea Dorn Time: Tuesday 10:00 Location: Room 1',
      '',
      'Which ones.',
    ].join('\n'),
    markdown:
      '# Schedule of 2021\n\n- Event: Schedule of 2021\n- Date: 2021\n\n## Monday 6 July\n\n### Boot time\n\n- Owner: Jan Berg\n- Time: Mon 4:45 PM 6 Jul Final\n- Track: A\n- Location: Room 2\n\nHow long it takes.\n\n### Cache colours\n\n- Owner: Lea Dorn\n- Time: Tuesday 10:00\n- Location: Room 1\n\nWhich ones.\n',
  },
  {
    name: 'is called by the title of its only entry',
    text: 'Boot time\nOwner: Jan Berg\nTime: Mon 4:45 PM\n\nHow long it takes.\n',
    markdown: '# Boot time\n\n- Owner: Jan Berg\n- Time: Mon 4:45 PM\n\nHow long it takes.\n',
  },
  {
    name: 'finds the mark of an action in the line or at the end of the line before',
    text: 'Call/May 2014 Minutes\n\nActions from last meeting\n\n✓\nAction Jan:: Find a room\n- This has been done. - ✗\nAction Lea:: Send the list\n- ✅\nAction Jan/Lea:: Ask\n✗ no action\n',
    markdown:
      '# Call/May 2014 Minutes\n\n## Actions from last meeting\n\n- [x] ACTION Jan: Find a room\n  - This has been done.\n- [ ] ACTION Lea: Send the list\n- [x] ACTION Jan/Lea: Ask\n\n✗ no action\n',
  },
  {
    name: 'ends motions and resolutions with their lines, unless they were wrapped',
    text: [
      'Call/May 2014 Minutes',
      '',
      'Votes',
      '',
      'Motion.jpg Vote|Motion:  would anyone object to guests No objections - carried',
      'Motion.jpg Vote|Motion: hire somebody. Deferred to June',
      'Vote|Motion: is there an objection?',
      'RESOLUTION: a line that was wrapped, as it is longer than lines are, and',
      'goes on',
      'Said next.',
    ].join('\n'),
    markdown:
      '# Call/May 2014 Minutes\n\n## Votes\n\n- MOTION: would anyone object to guests No objections - carried\n- MOTION: hire somebody. Deferred to June\n- MOTION: is there an objection?\n- RESOLUTION: a line that was wrapped, as it is longer than lines are, and\n  goes on\n\nSaid next.\n',
  },
  {
    name: 'takes speeches, remarks and files for no headings, and sentences neither',
    text: [
      'Call/May 2014 Minutes',
      '',
      'From Xen',
      '',
      '  • Jan Berg (Citrix/Chair)',
      '  • Lea Dorn (Arm)',
      '',
      '8 voting reps = quorum',
      '',
      '  • George Holm (LF)',
      '',
      'Action Update',
      '',
      'Do this by mail next time',
      '',
      'Budget',
      '',
      'Jan: asked for more',
      '',
      'Lea : Agreed',
      '',
      'Jan walked through the numbers',
      '',
      'Status: Bob will give a talk in June',
      '',
      'File:Slides.pdf',
      '',
      'Next call: 3 July 2014',
    ].join('\n'),
    markdown:
      '# Call/May 2014 Minutes\n\n## Attendees\n\n- Jan Berg (Citrix/Chair)\n- Lea Dorn (Arm)\n\n8 voting reps = quorum\n\n- George Holm (LF)\n\n## Action Update\n\nDo this by mail next time\n\n## Budget\n\nJan: asked for more\n\nLea : Agreed\n\nJan walked through the numbers\n\nStatus: Bob will give a talk in June\n\nFile:Slides.pdf\n\nNext call: 3 July 2014\n',
    dropped: ['3: From Xen'],
  },
  {
    name: 'reads titles with numbers, and speeches that follow one another',
    text: 'Call/May 2014 Minutes\n\nAttendees\n\n  • Jan Berg\n  • Lea Dorn\n\n1. Budget\n\nJan: it is\nspent\nLea: so be it\n\n2. Events\n\nNone.\n',
    markdown:
      '# Call/May 2014 Minutes\n\n## Attendees\n\n- Jan Berg\n- Lea Dorn\n\n## 1. Budget\n\nJan: it is\nspent\n\nLea: so be it\n\n## 2. Events\n\nNone.\n',
  },
  {
    name: 'reads proposals whose frame was copied as rows',
    text: [
      'Hackathon/May2013',
      'When and Where ?',
      'We meet on May 16-17, 2013.',
      'Topics',
      '| Rings "for all"',
      '| Date of insert: 12/03/2013; Verified: not in 2020; GSoC: N/A |  | Technical contact: Jan Berg |  | Mailing list/forum for project: xen-devel@ | IRC channel for project: #xen-devel | Description: Rings for',
      'all who want some',
      ' |  | Outcomes: Rings |  | ',
      '| Boards',
      '| Date of insert: 13/03/2013 | Technical contact: Lea Dorn | Description: Boards. |',
    ].join('\n'),
    markdown:
      '# Hackathon/May2013\n\n- Event: Hackathon/May2013\n- Date: 2013-05-16 to 2013-05-17\n\n## When and Where ?\n\nWe meet on May 16-17, 2013.\n\n## Topics\n\n### Rings "for all"\n\n- Date of insert: 12/03/2013\n- Verified: not in 2020\n- GSoC: N/A\n- Technical contact: Jan Berg\n- Mailing list: xen-devel@\n- IRC channel: #xen-devel\n- Outcomes: Rings\n\n#### Description\n\nRings for\n\nall who want some\n\n### Boards\n\n- Date of insert: 13/03/2013\n- Technical contact: Lea Dorn\n- Description: Boards.\n',
  },
  {
    name: 'makes a session of a marked title wherever it stands',
    text: 'Design Sessions 2021\nFrom Xen\nArchitecture\n[TODO Rings and more]\nWorking Practice\n[TODO Boot time]\nSaid of it.\n',
    markdown:
      '# Design Sessions 2021\n\n## Architecture\n\n### [TODO Rings and more]\n\n## Working Practice\n\n### [TODO Boot time]\n\nSaid of it.\n',
  },
  {
    name: 'reads tables whose cells are parted by tabs, also one of people without a head',
    text: 'Call/May 2014 Minutes\n\nAttendees\n\nJan Berg\tSUSE\nLea Dorn\tArm\n\nBudget\n\nItem\tCost\nBoard\t3\n',
    markdown:
      '# Call/May 2014 Minutes\n\n## Attendees\n\n| | |\n| - | - |\n| Jan Berg | SUSE |\n| Lea Dorn | Arm |\n\n## Budget\n\n| Item | Cost |\n| - | - |\n| Board | 3 |\n',
  },
  {
    name: 'takes away what is shown around two revisions that are compared',
    text: 'Page/One: Difference between revisions\n\nFrom Xen\nNo edit summary\n(3 intermediate revisions by 2 users not shown)\nLine 1: Line 1:\n\nRings\n\nWords.\n',
    markdown: '# Page/One\n\n## Rings\n\nWords.\n',
  },
  {
    name: 'escapes what Markdown would read as markup, and nothing else',
    text: 'Page\n\nPlan\n\n# no heading here.\n\nuse timer_slop, *one, [x] and <b>, at xen-devel@lists.xenproject.org or http://x.org/a_b.\n\n_so_ it is.\n',
    markdown:
      '# Page\n\n## Plan\n\n\\# no heading here.\n\nuse timer_slop, *one, [x] and \\<b>, at xen-devel@lists.xenproject.org or <http://x.org/a_b>.\n\n_so_ it is.\n',
  },
];

describe('the text of a wiki page', () => {
  it.each(cases)('$name', ({ text, markdown, uncertain, dropped }) => {
    const { documents, report } = readRendered(source(text));
    const read = documents.map((document) => document.text);
    expect(typeof markdown === 'string' ? read : read.slice()).toEqual(
      typeof markdown === 'string' ? [markdown] : markdown,
    );
    if (uncertain) {
      const told = report.uncertain.map(({ line, what }) => `${line}: ${what}`);
      expect(told.map((each, index) => each.slice(0, uncertain[index]?.length ?? 0))).toEqual(uncertain);
    }
    if (dropped) expect(report.dropped.map(({ line, text: said }) => `${line}: ${said}`)).toEqual(dropped);
  });

  it('is nothing where the source is a picture', () => {
    const { documents, report } = readRendered(
      source('\u0089PNG\r\n\u001a\u0000\u0000\u0000\rIHDR\u0000\u0000\ufffd\ufffd'),
    );
    expect(documents).toEqual([]);
    expect(report.uncertain).toEqual([{ line: 1, what: 'is no text; import a text or a mail' }]);
  });

  it('is read around bytes that are no text, and tells their lines', () => {
    const { documents, report } = readRendered(
      source('Page\n\nPlan\n\nAll is well.\nHere caf\ufffd and\u0000 there.\n'),
    );
    expect(documents.map(({ text }) => text)).toEqual([
      '# Page\n\n## Plan\n\nAll is well.\nHere caf\ufffd and there.\n',
    ]);
    expect(report.uncertain.map(({ line }) => line)).toEqual([6, 6]);
  });
});
