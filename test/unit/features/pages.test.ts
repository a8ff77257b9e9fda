import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Archive } from '../../../server/src/archive/archive.js';
import { ownDocumentsOf } from '../../../server/src/features/context.js';
import { overview } from '../../../server/src/features/overview.js';
import { monthsSince } from '../../../server/src/features/overview/monthsSince.js';
import { htmlOf } from '../../../server/src/features/page/html.js';
import { markdownOf } from '../../../server/src/features/page/markdown.js';
import type { Page, PageLink } from '../../../server/src/features/page/page.js';
import { isReport, reportOf } from '../../../server/src/features/page/report.js';
import { pageOf, subjectsOf, type PageAsked } from '../../../server/src/features/pages.js';
import { readDocument } from '../../../server/src/document/document.js';
import { peopleRegister, topicsRegister } from '../../support/registers.js';

const today = '2026-11-28';
const page2019 = `# Design Sessions 2019

- Date: 2019-07-09 to 2019-07-11

## Sessions with published notes

### Ports

- Topics: RISC-V
- Host: Jan Beulich (SUSE)
- Notes: <https://lists.xenproject.org/archives/html/xen-devel/2019-07/msg00001.html>

### Testing

- Topics: osstest
- Host: Ian Jackson
- Notes: TODO
`;
const notes2020 = `# Design session notes: Ports again

- Session: [[Design Sessions 2019#Ports]]
- Date: 2020-01-02

## Attendees

- Jan Beulich (SUSE)
- George Dunlap (Citrix, scribe)

## Where it is

- Jan: it boots
- AGREED: keep it out of tree
- ACTION George (by 2020-02-01): ask who builds it
- [x] ACTION Jan: say what is missing
`;
const minutes2021 = `# Community Call Minutes

- Date: 2021-03-04

## Attendees

- Ian Jackson (Citrix)

## News

- ACTION Ian: build RISC-V in the CI
- ACTION Ian: write to the list
`;
const files = { 'page.md': page2019, 'notes.md': notes2020, 'call.md': minutes2021 };

function archiveOf(texts: Readonly<Record<string, string>>): Archive {
  const all = { 'people.md': peopleRegister, 'topics.md': topicsRegister, ...texts };
  return Archive.of(Object.entries(all).map(([path, text]) => readDocument(path, text).facts));
}

const address = (link: PageLink): string | undefined =>
  link.to === 'place' ? `${link.path}#L${link.line + 1}` : undefined;

function shown(asked: PageAsked, texts: Readonly<Record<string, string>> = files): string {
  const page = pageOf(ownDocumentsOf([archiveOf(texts)]), asked, today);
  return 'problem' in page ? page.problem : markdownOf(page, { href: address });
}

it('a topic through the years: what speaks of it, what was decided, and what is to be done', () => {
  expect(shown({ page: 'topic', name: 'risc-v' })).toBe(`# RISC-V

Topic of Hypervisor and guests · 6 places, 2019 to 2021

## Still to be done

- *ACTION* [ask who builds it](notes.md#L15) (Design session notes: Ports again, 2020-01-02) George Dunlap due 2020-02-01 *open*
- *ACTION* [build RISC-V in the CI](call.md#L11) (Community Call Minutes, 2021-03-04) Ian Jackson *open*

## 2019

- *Session* [Ports](page.md#L7) (Design Sessions 2019, 2019-07-09) *notes posted*

## 2020

- *Notes* [Design session notes: Ports again](notes.md#L1) (2020-01-02)
- *AGREED* [keep it out of tree](notes.md#L14) (Design session notes: Ports again, 2020-01-02)
- *ACTION* [ask who builds it](notes.md#L15) (Design session notes: Ports again, 2020-01-02) George Dunlap due 2020-02-01 *open*
- *ACTION* [say what is missing](notes.md#L16) (Design session notes: Ports again, 2020-01-02) Jan Beulich *done*

## 2021

- *ACTION* [build RISC-V in the CI](call.md#L11) (Community Call Minutes, 2021-03-04) Ian Jackson *open*
`);
});

it('a person through the years: sessions, companies, meetings and actions', () => {
  expect(shown({ page: 'person', name: 'Jan Beulich' })).toBe(`# Jan Beulich

Person · 3 places, 2019 to 2020

Affiliation: SUSE

Affiliation as documents have it: SUSE (2019, 2020)

## 2019

- *Session* [Ports](page.md#L7) (Design Sessions 2019, 2019-07-09) *notes posted*

## 2020

- *Notes* [Design session notes: Ports again](notes.md#L1) (2020-01-02) was there, spoke
- *ACTION* [say what is missing](notes.md#L16) (Design session notes: Ports again, 2020-01-02) Jan Beulich *done*
`);
  const { document, ...rest } = {
    document: 'x.md',
    text: '# Call Minutes 2019-01-02\n\n## Attendees\n\n- Zed Nowhere\n',
  };
  expect(shown({ page: 'person', name: 'zed nowhere' }, { [document]: rest.text })).toContain('Person in no register');
});

it.each<[PageAsked, string]>([
  [
    { page: 'topic', name: 'RISC-W' },
    'no register has the topic “RISC-W”, and nothing speaks of it; did you mean RISC-V?',
  ],
  [
    { page: 'person', name: 'Jan Beulick' },
    'no register has “Jan Beulick”, and no document names anybody so; did you mean Jan Beulich?',
  ],
  [{ page: 'person', name: 'Ian' }, '“Ian” may be Ian Campbell or Ian Jackson; give the full name'],
])('%j is told as what it is', (asked, problem) => {
  expect(shown(asked)).toBe(problem);
});

it('the overview counts sessions, topics, open actions and what is owed', () => {
  const text = shown({ page: 'overview' });
  expect(text).toContain('5 documents, 2 sessions, minutes of 1 meeting, 3 open actions; as of 2026-11-28');
  expect(text).toContain('| 2019 | 2 | 1 |  | 1 |  |  |');
  expect(text).toContain('| RISC-V | 1 | 1 | 2 |');
  expect(text).toContain('| Ian Jackson | 2 |  | 2 |  |  |  |');
  expect(text).toContain('| George Dunlap | 1 | 1 |  |  |  |  |');
  expect(text).toContain('- [Testing](page.md#L13) Ian Jackson *notes to be written*');
  expect(text).toContain('### Drafts not posted\n\n- [Design session notes: Ports again](notes.md#L1) (2020-01-02)');
  expect(shown({ page: 'overview' }, { 'people.md': '# People\n', 'topics.md': '# Topics\n' })).toContain(
    'No action is open',
  );
});

it.each([
  ['2026-08-29', 2],
  ['2026-08', 3],
  ['2013', 166],
  ['2026-12-01', 0],
])('from %s it is %s months', (date, months) => expect(monthsSince(date, today)).toBe(months));

it('tells what there are pages of', () => {
  const documents = ownDocumentsOf([archiveOf(files)]);
  expect(subjectsOf(documents).topics).toContainEqual({
    ...{ name: 'RISC-V', group: 'Hypervisor and guests', places: 2 },
    ...{ from: 2019, to: 2020 },
  });
  expect(subjectsOf(documents).people).toContainEqual({ name: 'Ian Jackson', documents: 2, from: 2019, to: 2021 });
});

const href = (link: PageLink): string => `command:x?${encodeURIComponent(JSON.stringify(link))}`;
const report = (archive: Archive): string =>
  reportOf(ownDocumentsOf([archive]), { today, address: encodeURIComponent, styleSource: () => "'sha256-x'" });

/** Tags and attributes of a text, without what is said between them. */
function marks(html: string): string[] {
  return [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/"[^"]*"/g, '""'));
}

const knownMarks =
  /^<(?:\/?(?:p|ul|li|nav|section|table|caption|thead|tbody|tr|th|td|div|span|a|svg|rect|h[1-6]|article))(?: (?:id|class|href|scope|role|tabindex|viewBox|preserveAspectRatio|x|width|height|aria-(?:label|labelledby|hidden))="")*\/?>$/;

it('nothing that a document says is mark-up on a page', () => {
  const hostile = [
    '<img src=x onerror=alert(1)>',
    '"><script>alert(1)</script>',
    "' onfocus='x",
    '</main>',
    '&lt;b&gt;',
    '`${x}`',
  ];
  const title = fc.constantFrom(...hostile).chain((text) => fc.constantFrom(text, `RISC-V ${text}`, `${text} RISC-V`));
  fc.assert(
    fc.property(title, title, title, (one, other, third) => {
      const archive = archiveOf({
        'page.md': `# Design Sessions 2019 ${one}\n\n- Date: 2019-07\n\n## ${other}\n\n### RISC-V ${third}\n\n- Topics: ${one}, RISC-V\n- Host: ${other}\n- Notes: TODO\n`,
        'call.md': `# Call Minutes 2020-01-02\n\n## Attendees\n\n- ${other}\n\n## RISC-V\n\n- AGREED: ${third}\n- ACTION ${other}: ${one}\n- ACTION Jan Beulich: ${third}\n`,
      });
      const documents = ownDocumentsOf([archive]);
      const asked: PageAsked[] = [
        { page: 'overview' },
        { page: 'topic', name: 'RISC-V' },
        { page: 'person', name: 'Jan Beulich' },
      ];
      for (const each of asked) {
        const page = pageOf(documents, each, today) as Page;
        for (const mark of marks(htmlOf(page, { id: 'page', level: 1, href }))) expect(mark).toMatch(knownMarks);
      }
      const body = report(archive).replace(/^[^]*<body>/, '');
      expect(marks(body).filter((mark) => !knownMarks.test(mark))).toEqual(['<main>', '</main>', '</body>', '</html>']);
    }),
    { numRuns: 40 },
  );
});

it('a report is a file of its own: it loads nothing, runs nothing, and its links lead into it or to documents', () => {
  const text = report(archiveOf(files));
  expect(text).toContain(
    `content="default-src 'none'; style-src &#39;sha256-x&#39;; base-uri 'none'; form-action 'none'"`,
  );
  expect(text).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|https?:/);
  const ids = new Set([...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
  const links = [...text.matchAll(/ href="([^"]*)"/g)].map(([, link = '']) => link);
  expect(links.filter((link) => !link.startsWith('#') && !/^(?:page|notes|call)\.md(?:#|$)/.test(link))).toEqual([]);
  for (const link of links) if (link.startsWith('#')) expect(ids).toContain(link.slice(1));
  expect(links).toContain('page.md#ports');
  expect([...text.matchAll(/<h1/g)]).toHaveLength(1);
  expect([isReport(text), isReport('# Notes\n'), report(archiveOf(files)) === text]).toEqual([true, false, true]);
});

it('ten thousand actions are counted, and as many are listed as are read', () => {
  const letter = (index: number): string => String.fromCharCode(97 + (index % 25));
  const name = (index: number): string => `A${letter(index)}na B${letter(Math.floor(index / 25) % 20)}lo`;
  const lines = Array.from({ length: 10_000 }, (_, index) => `- ACTION ${name(index)}: do thing ${index}`);
  const documents = ownDocumentsOf([
    archiveOf({ 'call.md': `# Call Minutes 2020-01-02\n\n## Points\n\n${lines.join('\n')}\n` }),
  ]);
  const found = overview(documents, today);
  expect([found.actions, found.owners.length]).toEqual([10_000, 500]);
  const page = pageOf(documents, { page: 'overview' }, today) as Page;
  expect(htmlOf(page, { id: 'page', level: 1, href }).length).toBeLessThan(200_000);
  expect(markdownOf(page, { href: address })).toContain('and 450 more');
});
