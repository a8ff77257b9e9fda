import { describe, expect, it } from 'vitest';
import { Archive } from '../../server/src/archive/archive.js';
import { readConfig } from '../../server/src/archive/config.js';
import { foldTitle, slug } from '../../server/src/archive/names.js';
import { affiliationIn, readAffiliation } from '../../server/src/archive/people.js';
import { resolveReference, type Resolution } from '../../server/src/archive/references.js';
import { readDocument, type DocumentFacts } from '../../server/src/document/document.js';

const page = `# Design Sessions 2019

- Event: Summit
- Date: 2019-07-09 to 2019-07-11
- Formerly: Sessions in Chicago

## Sessions with published notes

### Branch management before osstest

- Formerly: Branch management (related to CI v2)
- Notes: <https://lists.xenproject.org/archives/html/xen-devel/2019-07/threads.html#00709>

### Community Issues / Improvements - Communication, etc.

- Formerly: Talk, conduct, and tone
- Notes: unknown

## Sessions without published notes

### Nested virtualization

### [TODO NVDIMM Discussion] (Wei Liu, Citrix)
`;

function facts(path: string, text: string): DocumentFacts {
  return readDocument(path, text).facts;
}

/** Where the only reference of a text leads, told in a word. */
function leads(reference: string, archive: Archive): string {
  const from = facts('minutes/call.md', `# Call Minutes\n\nSee ${reference}.\n\n## Kexec\n`);
  const [found] = from.sections.flatMap((section) => section.facts.references);
  if (!found) return 'no reference';
  return told(resolveReference(archive.with(from), found, from));
}

function told(resolution: Resolution): string {
  if (resolution.kind !== 'found') return resolution.kind;
  const heading = resolution.section?.facts.heading?.title;
  return [resolution.document.path, heading, resolution.renamed === undefined ? undefined : 'renamed']
    .filter((part) => part !== undefined)
    .join(' | ');
}

describe('references', () => {
  const archive = Archive.of([facts('events/2019.md', page)]);
  it.each([
    ['[[Design Sessions 2019]]', 'events/2019.md'],
    ['[[design_sessions_2019#Nested_virtualization]]', 'events/2019.md | Nested virtualization'],
    ['[[Design Sessions 2019#NVDIMM Discussion]]', 'events/2019.md | NVDIMM Discussion'],
    [
      '[[Design Sessions 2019#Branch management (related to CI v2)|branches]]',
      'events/2019.md | Branch management before osstest | renamed',
    ],
    [
      '[[Design Sessions 2019#Community_Issues_.2F_Improvements_-_Communication.2C_etc]]',
      'events/2019.md | Community Issues / Improvements - Communication, etc.',
    ],
    [
      '[[Design Sessions 2019#Talk, conduct, and tone]]',
      'events/2019.md | Community Issues / Improvements - Communication, etc. | renamed',
    ],
    ['[[Sessions in Chicago]]', 'events/2019.md | renamed'],
    ['[[Sessions in Chicago#Nested virtualization]]', 'events/2019.md | Nested virtualization | renamed'],
    ['[[Design Sessions 2019#Nothing]]', 'noSection'],
    ['[[Nowhere#Nothing]]', 'noPage'],
    ['[[#Kexec]]', 'minutes/call.md | Kexec'],
    ['[page](../events/2019.md#nested-virtualization)', 'events/2019.md | Nested virtualization'],
    ['[page](../events/2019.md#nothing)', 'noSection'],
    [
      '[page](../events/2019.md#branch-management-related-to-ci-v2)',
      'events/2019.md | Branch management before osstest | renamed',
    ],
    ['[page](../events/2018.md)', 'noPage'],
    ['[page](/events/2019.md#nested-virtualization)', 'events/2019.md | Nested virtualization'],
    ['[page](/events/2018.md)', 'noPage'],
    ['[page](/docs/events/2019.md)', 'beyond'],
    ['[page](/README.md)', 'beyond'],
    ['[here](#kexec)', 'minutes/call.md | Kexec'],
    ['[slides](../slides.pdf)', 'beyond'],
    ['<https://xenproject.org/>', 'external'],
    ['XSA-295', 'external'],
    ['`[[Design Sessions 2019]]`', 'no reference'],
  ])('%s leads to %s', (reference, expected) => {
    expect(leads(reference, archive)).toBe(expected);
  });
});

describe('links from the root', () => {
  const of = (root: string): string => {
    const from = facts(`${root}/corpus/minutes/call.md`, '# Call Minutes\n\n[a](/corpus/a%20b.md), [b](/a b.md)\n');
    const archive = Archive.of([from, facts(`${root}/corpus/${root.includes(':') ? 'a%20b' : 'a b'}.md`, '# A\n')]);
    const targets = ['/corpus/a%20b.md', '/a%20b.md', '/minutes/x.md', '/corpus/x.md', '/other/x.md'];
    return targets
      .map((target) => resolveReference(archive, { kind: 'link', target, span: { start: 0, end: 0 } }, from).kind)
      .join(' ');
  };

  it.each([
    ['/home/xen/repository'],
    ['C:/xen'],
    ['file:///home/xen/my%20repository'],
    ['/home/xen/corpus'],
    ['repository'],
  ])('count from the root of the archive or of what is around it, below %s', (root) => {
    expect(of(root)).toBe('found found noPage noPage beyond');
  });
});

describe('sessions of an event page', () => {
  it('have groups, hosts and a status', () => {
    const { sessions } = facts('events/2019.md', page);
    expect(
      sessions.map(({ title, group, status, hosts }) => [
        title,
        group,
        status,
        hosts.map(({ mention }) => mention.name).join(),
      ]),
    ).toEqual([
      ['Branch management before osstest', 'Sessions with published notes', 'notes', ''],
      ['Community Issues / Improvements - Communication, etc.', 'Sessions with published notes', 'unknown', ''],
      ['Nested virtualization', 'Sessions without published notes', 'none', ''],
      ['NVDIMM Discussion', 'Sessions without published notes', 'todo', 'Wei Liu'],
    ]);
  });

  it('may stand without a group, and long fields are theirs', () => {
    const { sessions } = facts(
      'x.md',
      '# Design Sessions\n\n## Virtio\n\nFor notes, see\n<https://lists.xen.org/archives/html/xen-devel/2019-07/msg1.html>\n\n### Problem to solve\n\nNone.\n\n## Other\n\n### USB\n',
    );
    expect(sessions.map(({ title, status, group }) => [title, status, group])).toEqual([
      ['Virtio', 'notes', undefined],
      ['USB', 'unknown', 'Other'],
    ]);
  });
});

describe('a snapshot', () => {
  const people = facts(
    'people.md',
    '# People\n\n## Jan Beulich\n\n- Also known as: JBeulich\n- Affiliation: SUSE (from 2010)\n',
  );
  const minutes = facts('call.md', '# Call Minutes\n');

  it('takes over what a changed document does not feed', () => {
    const before = Archive.of([people, minutes]);
    const known = before.people;
    expect(before.with(facts('call.md', '# Call Minutes\n\n## Attendees\n')).people).toBe(known);
    expect(before.with(facts('people.md', '# People\n')).people.all).toEqual([]);
    expect(before.without('people.md').people.all).toEqual([]);
  });

  it('finds sessions by title, former ones too, whatever changes', () => {
    const event = (title: string, former = 'Boot'): DocumentFacts =>
      facts('event.md', `# Design Sessions 2030\n\n## Group\n\n### ${title}\n\n- Formerly: ${former}\n`);
    const fallback = Archive.of([
      facts('f/event.md', '# Design Sessions 2030\n\n## Group\n\n### Old\n'),
      facts('f/other.md', '# Design Sessions 2029\n\n## Group\n\n### Boot\n'),
    ]);
    const titled = (archive: Archive, title: string): string[] =>
      archive.sessionsTitled(title).map(({ document, session }) => `${document.title}: ${session.title}`);
    const archive = Archive.of([event('Fast boot'), minutes], {}, fallback);
    expect(titled(archive, 'fast_boot.')).toEqual(['Design Sessions 2030: Fast boot']);
    expect(titled(archive, 'Boot')).toEqual(['Design Sessions 2030: Fast boot', 'Design Sessions 2029: Boot']);
    expect(titled(archive, 'Old')).toEqual([]);
    const renamed = archive.with(event('Slow boot'));
    expect(titled(renamed, 'Fast boot')).toEqual([]);
    expect(titled(renamed, 'Slow boot')).toEqual(['Design Sessions 2030: Slow boot']);
    expect(titled(renamed.with(facts('call.md', '# Call Minutes\n\n## Attendees\n')), 'Boot')).toHaveLength(2);
    expect(titled(renamed.without('event.md'), 'Old')).toEqual(['Design Sessions 2030: Old']);
  });

  it('finds pages by former titles only while they are', () => {
    const titled = (former: string): DocumentFacts =>
      facts('event.md', `# Design Sessions 2030\n\n- Formerly: ${former}\n\n## Group\n`);
    const archive = Archive.of([titled('Design Sessions')]);
    expect(archive.pages('Design Sessions')).toHaveLength(1);
    const changed = archive.with(titled('Sessions in Chicago'));
    expect([changed.pages('Design Sessions'), changed.pages('sessions in Chicago')].map((each) => each.length)).toEqual(
      [0, 1],
    );
  });

  it('knows what its fallback knows, its own register first', () => {
    const fallback = Archive.of([
      facts('f/people.md', '# People\n\n## Jan Beulich\n\n- Affiliation: Novell\n\n## Wei Liu\n'),
    ]);
    const archive = Archive.of([people], {}, fallback);
    expect(archive.people.all.map((person) => [person.name, person.affiliations[0]?.name])).toEqual([
      ['Jan Beulich', 'SUSE'],
      ['Wei Liu', undefined],
    ]);
  });
});

describe('affiliations', () => {
  it.each([
    ['Citrix', { name: 'Citrix' }],
    ['Citrix (until 2019)', { name: 'Citrix', to: 2019 }],
    ['AWS (from 2020)', { name: 'AWS', from: 2020 }],
    ['NEC (2016 to 2018)', { name: 'NEC', from: 2016, to: 2018 }],
    ['SUSE (2013)', { name: 'SUSE', from: 2013, to: 2013 }],
  ])('%s', (text, expected) => {
    expect(readAffiliation(text)).toEqual(expected);
  });

  it('are those of the year asked for', () => {
    const [person] = Archive.of([
      facts('people.md', '# People\n\n## A B\n\n- Affiliation: Citrix (until 2019), AWS (from 2020)\n'),
    ]).people.all;
    expect(person && [2013, 2021, undefined].map((year) => affiliationIn(person, year)?.name)).toEqual([
      'Citrix',
      'AWS',
      undefined,
    ]);
  });
});

describe('configuration', () => {
  it('that is broken is told, and what is right of it holds', () => {
    expect(readConfig('{ "people": ').problems[0]?.message).toMatch(/^not valid JSON/);
    const { config, problems } = readConfig('{ "people": 5, "topics": "t.md", "rules": { "notes-todo": "off" } }');
    expect(config).toEqual({ topics: 't.md', rules: { 'notes-todo': 'off' } });
    expect(problems[0]?.message).toMatch(/^"people"/);
  });
});

describe('titles', () => {
  it('fold wiki anchors and case', () => {
    expect(foldTitle('Community_Issues_.2F_Improvements')).toBe(foldTitle('community issues / Improvements.'));
  });

  it('become anchors as editors make them', () => {
    expect(slug('A new book on Xen?')).toBe('a-new-book-on-xen');
  });
});
