import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Converted } from '../../server/src/convert/converted.js';
import { readRendered } from '../../server/src/convert/rendered/readRendered.js';
import { readDocument, type DocumentFacts } from '../../server/src/document/document.js';
import { fieldNamed } from '../../server/src/document/reading/section.js';
import { compareDocuments } from '../../server/src/features/compare.js';
import { root } from '../support/documents.js';
import { tellAction, tellPeople } from '../support/told.js';
import { source } from './source.js';

/** Real pages, kept beside the checkout; their sentences are no part of the project. */
const folder = path.join(root, '../shared/seeds');
const here = existsSync(folder);
if (!here) console.warn(`${path.relative(root, folder)} is not here: the import of real pages is not checked`);

function imported(name: string): Converted {
  return readRendered(source(readFileSync(path.join(folder, name), 'utf8'), name.replace(/\.txt$/, '')));
}

function facts({ documents }: Converted, index = 0): DocumentFacts {
  const document = documents[index];
  return readDocument(document?.path ?? '', document?.text ?? '').facts;
}

const titles = (document: DocumentFacts): string[] => document.sessions.map(({ title }) => title);
const inGroup = (document: DocumentFacts, group: string): string[] =>
  document.sessions.filter((session) => session.group === group).map(({ title }) => title);
const count = <Item>(items: readonly Item[], wanted: (item: Item) => boolean): number => items.filter(wanted).length;
const headings = (document: DocumentFacts, depth: number): string[] =>
  document.sections.flatMap(({ facts: { heading } }) =>
    heading?.depth === depth && !heading.field ? [heading.title] : [],
  );

describe.runIf(here)('the page of 2019, later revision', () => {
  const read = here ? imported('design-sessions-2019.rev-1346.txt') : undefined;
  const page = (): DocumentFacts => facts(read as Converted);

  it('has 15 sessions with notes and 8 without', () => {
    expect(page().kind).toBe('event');
    expect(page().title).toBe('Design Sessions 2019');
    expect(page().sessions).toHaveLength(23);
    expect(inGroup(page(), 'Sessions with published notes')).toEqual([
      'Agreeing priorities for the next year',
      'osstest before push to nonrewinding branch - aka Branch management',
      'Build System gripes',
      'Further defences for speculative sidechannels',
      'Xen Toolstacks',
      'Xen Distros',
      'Live Updating Xen',
      expect.stringMatching(/^\(title lost\) /),
      'Technical debt in the Xen ecosystem (inc libxc/xenstored discussion)',
      'Rust and Xen',
      'Community Issues / Improvements - Communication, Code of Conduct, etc.',
      'Documentation improvements',
      'LivePatch improvements and features',
      "A Journey through Unikraft's Build System",
      'Dom0 Dissagregation with Unikraft',
    ]);
    expect(inGroup(page(), 'Sessions without published Notes')).toEqual([
      "Exposing hardware-backed CPU timers to limit overhead from Xen's software timers",
      'Xen Adventures in Edge Computing',
      'Run-time control of Speculative mitigation facilities',
      'A new book on Xen?',
      'Nested virtualization',
      'Multi-domain build system',
      'Xen hypercall ABI rework',
      'Xen on RISC-V',
    ]);
    expect(count(page().sessions, ({ status }) => status === 'notes')).toBe(15);
    expect(count(page().sessions, ({ status }) => status === 'none')).toBe(8);
  });

  it('keeps the form of a proposal, and a list without bullets', () => {
    const fields = page().sections.flatMap(({ facts: { heading } }) => heading?.field ?? []);
    expect(fields).toEqual(['Problem to solve', 'Attendee contributions']);
    const text = read?.documents[0]?.text ?? '';
    expect(text.match(/^- (?:Nested|Xen B|uXen|Xendbg).*$/gm)).toHaveLength(4);
    expect(
      page()
        .sections.flatMap((section) => section.facts.references)
        .map(({ target }) => target),
    ).toEqual(['XSA-295']);
  });

  it('tells of each notes line without an address, and of what else seems to be lost', () => {
    const { uncertain = [], dropped = [] } = read?.report ?? {};
    expect(
      uncertain.filter(({ what }) => what.startsWith('nothing follows "For notes, see"')).map(({ line }) => line),
    ).toEqual([19, 30, 78, 91, 98, 107, 125, 129, 142]);
    expect(uncertain).toContainEqual({
      line: 81,
      what: expect.stringMatching(/^the heading of this session is missing/),
    });
    expect(uncertain).toContainEqual({ line: 185, what: expect.stringMatching(/^"\(see" leads nowhere/) });
    expect(uncertain.map(({ line }) => line)).toEqual(expect.arrayContaining([32, 151, 279, 289, 291]));
    expect(dropped.map(({ line }) => line)).toEqual([3, 4]);
  });
});

describe.runIf(here)('the page of 2019, earlier revision', () => {
  it('has 7 sessions and 4 links', () => {
    const read = imported('design-sessions-2019.rev-1222.txt');
    const page = facts(read);
    expect(titles(page)).toEqual([
      'Branch management (related to CI v2)',
      'Build System gripes',
      'Further defences for speculative sidechannels',
      'Xen Toolstacks',
      'Xen Distros',
      'Live Updating Xen',
      'Virtio',
    ]);
    expect(page.sessions.flatMap(({ notes }) => notes.map((url) => url.slice(-5)))).toEqual([
      '00709',
      '00786',
      '00832',
      '01746',
    ]);
    expect(read.report.kept).toMatchObject({ sessions: 7, links: 4 });
    expect(read.report.uncertain.map(({ line }) => line)).toEqual([35, 44, 57]);
  });

  it('differs from the later one in a title and a description, and in what was added', () => {
    const [before, after] = ['design-sessions-2019.rev-1222.txt', 'design-sessions-2019.rev-1346.txt'].map((name) => {
      const document = imported(name).documents[0];
      return readDocument(document?.path ?? '', document?.text ?? '');
    });
    const changes = before && after ? compareDocuments(before, after) : [];
    const titlesOf = (kind: string): (string | undefined)[] =>
      changes
        .filter(({ change }) => change === kind)
        .map(({ title, was }) => (was === undefined ? title : `${was} → ${title}`));
    expect(titlesOf('renamed')).toEqual([
      'Branch management (related to CI v2) → osstest before push to nonrewinding branch - aka Branch management',
      expect.stringMatching(/^Virtio → \(title lost\) /),
    ]);
    expect(changes).toContainEqual(
      expect.objectContaining({
        change: 'description',
        title: 'Live Updating Xen',
        movedTo: 'LivePatch improvements and features',
      }),
    );
    expect(titlesOf('removed')).toEqual([]);
    expect(titlesOf('added')).toHaveLength(16);
  });
});

describe.runIf(here)('the page of 2018 and 2017', () => {
  const read = here ? imported('design-sessions-2018-2017.txt') : undefined;
  const later = (): DocumentFacts => facts(read as Converted, 0);
  const earlier = (): DocumentFacts => facts(read as Converted, 1);

  it('is two event pages', () => {
    expect(read?.report.documents).toEqual(['design-sessions-2018.md', 'design-sessions-2017.md']);
    expect([later().title, earlier().title]).toEqual(['Design Sessions 2018', 'Design Sessions 2017']);
    expect([later().kind, earlier().kind]).toEqual(['event', 'event']);
  });

  it('has 20 sessions of 2018 in 7 groups, 16 of them with TODO', () => {
    const groups = headings(later(), 2);
    expect(groups).toEqual([
      'Architecture',
      'Intel Specific',
      'Embedded and Safety',
      'Working Practice, Process, ...',
      'Performance',
      'Security',
      'Other',
    ]);
    expect(groups.map((group) => inGroup(later(), group).length)).toEqual([3, 4, 3, 3, 1, 3, 3]);
    expect(later().sessions).toHaveLength(20);
    expect(count(later().sessions, ({ status }) => status === 'todo')).toBe(16);
    expect(count(later().sessions, ({ status }) => status === 'unknown')).toBe(4);
    expect(titles(later()).filter((title) => title.startsWith('(title lost)'))).toHaveLength(3);
    expect(
      later().sessions.flatMap(({ title, hosts }) => hosts.map(({ mention }) => `${title}: ${tellPeople([mention])}`)),
    ).toEqual([
      'Resource mapping, PV-IOMMU and page ownership in Xen: Paul Durrant @Citrix',
      'USB pass-through on Xenserver: Xin Li @CITRIX',
      'From Hobbyist to Maintainer, Why and How: Wei Liu @Citrix',
      'Unikraft: Design and Use Cases: Florian Schmidt @NEC',
    ]);
    expect(later().sections.flatMap((section) => section.facts.todos)).toHaveLength(1);
  });

  it('has 4 proposals of 2017 with every field, and 7 groups that are empty', () => {
    expect(headings(earlier(), 2)).toEqual([
      'Intel sessions',
      'ARM Sessions',
      'Coprocessor Sharing and Stubdoms',
      'PVH (v2)',
      'Release and Build tools',
      'Security, Safety',
      'Community',
      'Sessions Highlighted on the Wiki',
      'Archive',
    ]);
    expect(titles(earlier())).toEqual([
      'Graphics Virtualization',
      'Xen Toolstacks for Server and Edge Use Cases',
      'Testing Server and Edge Hypervisors',
      'Design Session: Loose ends for becoming a CNA (CVE Numbering Authorities) and other Security Team Operational Questions -',
    ]);
    const proposals = earlier().sessions.map((session) => {
      const section = earlier().sections[session.section]?.facts;
      const value = (label: Parameters<typeof fieldNamed>[1]): string =>
        section ? (fieldNamed(section, label)?.value ?? '-') : '-';
      return [
        value('Date of insert'),
        value('Technical contact'),
        value('Schedule'),
        value('Outcomes'),
        value('Peer Review Comments'),
      ];
    });
    const outcomes = 'Not specified, project outcomes';
    expect(proposals).toEqual([
      ['July 11 2017', '(OpenXT) Rich Persaud, Christopher Clark', 'http://sched.co/AjEV', outcomes, 'none'],
      [
        'July 11 2017',
        '(OpenXT) Rich Persaud, Christopher Clark, Chris Rogers',
        'http://sched.co/AjHv',
        outcomes,
        'none',
      ],
      ['July 11 2017', '(OpenXT) Rich Persaud, Christopher Clark', 'http://sched.co/AjGk', outcomes, 'none'],
      ['July 13 2017', 'Lars Kurth, Ian Jackson', '-', outcomes, 'none'],
    ]);
    expect(earlier().sessions.every(({ summary }) => (summary ?? '').length > 100)).toBe(true);
  });

  it('tells of the contact that a missing pipe swallowed, and of lost titles', () => {
    const { uncertain = [], dropped = [] } = read?.report ?? {};
    expect(uncertain).toContainEqual({
      line: 150,
      what: expect.stringMatching(/^"Contact=Lars Kurth, Ian Jackson" stood in Date of insert/),
    });
    expect(dropped).toContainEqual({ line: 151, text: 'Not specified, project contact', why: expect.any(String) });
    expect(
      uncertain.filter(({ what }) => what.startsWith('the title of a session is missing')).map(({ line }) => line),
    ).toEqual([14, 15, 46]);
  });
});

describe.runIf(here)('the minutes of February 2013', () => {
  const read = here ? imported('developer-meeting-2013-02-minutes.txt') : undefined;
  const page = (): DocumentFacts => facts(read as Converted);
  const people = (as: 'attendee' | 'apology'): string[] =>
    page().sections.flatMap((section) =>
      section.facts.people.filter((each) => each.as === as).map((each) => tellPeople([each])),
    );

  it('has 12 attendees, one without a name, and 1 apology', () => {
    expect(page().kind).toBe('minutes');
    expect(people('attendee')).toEqual([
      'Ian Campbell',
      'Daniel De Graaf',
      'Andres Lagar-Cavilla',
      '? @Gridcentric',
      'Boris Ostrovsky',
      'Olaf Hering',
      'Lars Kurth',
      'James Bulpin',
      'Jan Beulich',
      'Jason Douglas',
      'Konrad Rzeszutek Wilk',
      'Donald Dugger',
      'Jun Nakajima',
    ]);
    expect(people('apology')).toEqual(['Matt Wilson']);
    expect(
      read?.report.uncertain.filter(({ what }) => what.startsWith('the heading of this list')).map(({ line }) => line),
    ).toEqual([6, 20]);
  });

  it('has 7 actions, one without an owner and one whose owner a template swallowed', () => {
    const actions = page().sections.flatMap((section) => section.facts.actions);
    expect(actions.filter(({ previous }) => !previous).map((action) => tellAction(action).split(' | ')[0])).toEqual([
      'nobody',
      'Don',
      'James',
      'unknown',
      'Konrad',
      'James',
      'Ian',
    ]);
    expect(actions.filter(({ previous }) => previous)).toHaveLength(6);
    expect(read?.report.uncertain).toContainEqual({
      line: 103,
      what: expect.stringMatching(/^an action whose owner was swallowed/),
    });
    expect(read?.report.kept.actions).toBe(7);
  });

  it('has 4 clarifications, and its agenda', () => {
    const clarifications = page().sections.flatMap((section) => section.facts.clarifications);
    expect(clarifications.map(({ by }) => by?.name)).toEqual([undefined, undefined, undefined, 'Jan']);
    expect(headings(page(), 2)).toEqual([
      'Attendees',
      'Apologies',
      'Mirage Incubation Project',
      'Previous ACTION items',
      'Current Technical Challenges',
      'Current an future work',
      'Community News',
    ]);
    expect(read?.documents[0]?.text).not.toMatch(/Pictogram|\.png|stub template|From Xen/);
  });
});

describe.runIf(here)('the report on the summit of 2020', () => {
  it('has 7 + 4 + 4 + 3 topics in four areas, and 5 points on RISC-V', () => {
    const read = imported('vates-blog-xen-summit-2020.txt');
    const page = facts(read);
    const areas = ['Xen Security', 'Embeded world', 'Xen features and performances', 'Xen Project improvements'];
    expect(page.kind).toBe('event');
    expect(page.date?.iso).toBe('2020-07-13');
    expect(headings(page, 2)).toEqual([
      'First online summit',
      ...areas,
      'Xen on RISC-V',
      'Feedback of XCP-ng and XO on the field',
      'Conclusion and thoughts',
    ]);
    expect(areas.map((area) => inGroup(page, area).length)).toEqual([7, 4, 4, 3]);
    expect(page.sessions).toHaveLength(18);
    const risc = read.documents[0]?.text.split('## Xen on RISC-V')[1]?.split('\n## ')[0] ?? '';
    expect(risc.match(/^\d\. /gm)).toEqual(['1. ', '2. ', '3. ', '4. ', '5. ']);
  });
});

describe.runIf(here)('every real page', () => {
  it('has each of its words in a document or in the report', () => {
    for (const name of [
      'design-sessions-2018-2017',
      'design-sessions-2019.rev-1222',
      'design-sessions-2019.rev-1346',
      'developer-meeting-2013-02-minutes',
      'vates-blog-xen-summit-2020',
    ]) {
      const text = readFileSync(path.join(folder, `${name}.txt`), 'utf8');
      const { documents, report } = imported(`${name}.txt`);
      const kept = [...documents.map((document) => document.text), ...report.dropped.map((each) => each.text)]
        .join('\n')
        .toLowerCase();
      const words = new Set(kept.match(/[\p{L}\p{N}]+/gu));
      expect([...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))].filter((word) => !words.has(word))).toEqual([]);
    }
  });
});
