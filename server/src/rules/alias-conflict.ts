import type { Archive } from '../archive/archive.js';
import { foldName } from '../archive/names.js';
import { place, type Document, type DocumentFacts, type PlacedFacts } from '../document/document.js';
import type { Field } from '../document/facts.js';
import { fieldNamed } from '../document/reading/section.js';
import type { Span } from '../text/span.js';
import { defineRule, type Finding, type Fix } from './rule.js';
import { say } from '../text/say.js';

export const aliasConflict = defineRule({
  id: 'alias-conflict',
  summary: 'A name of the register stands for two people, or one person has two entries',
  why: 'A name that two people claim resolves to neither, and of two entries for one person the second is not read.',
  kinds: ['people'],
  severity: { draft: 'warning', post: 'warning' },
  fix: 'suggest',
  examples: [
    {
      bad: '# People\n\n## Ian Campbell\n\n- Also known as: IanC, Ian\n\n## Ian Jackson\n\n- Also known as: ⟦Ian⟧, IanJ\n',
      fixed: '# People\n\n## Ian Campbell\n\n- Also known as: IanC, Ian\n\n## Ian Jackson\n\n- Also known as: IanJ\n',
      path: 'people.md',
    },
    {
      bad: '# People\n\n## Andrew Cooper\n\n- Also known as: ⟦Andy Cooper⟧\n\n## Andy Cooper\n\n- Affiliation: Citrix\n',
      path: 'people.md',
    },
    {
      bad: '# People\n\n## ⟦Jan Beulich⟧\n\n- Affiliation: SUSE\n',
      path: 'b/people.md',
      files: { 'people.md': '# People\n\n## jan beulich\n' },
    },
    {
      good: '# People\n\n## Ian Campbell\n\n- Also known as: IanC, Ian Campbell, IanC\n\n## Ian Jackson\n\n- Also known as: IanJ\n',
      path: 'people.md',
    },
  ],
  check: ({ document, archive }) => {
    const claims = firstClaims(archive);
    return entriesOf(document.facts).flatMap((entry) => [
      ...elsewhere(entry, document.facts, claims),
      ...aliasesOf(entry).flatMap((alias) => claimed(alias, entry, document, claims)),
    ]);
  },
});

interface Entry {
  readonly section: PlacedFacts;
  readonly name: string;
  readonly span: Span;
}

/** One section a person, below the title of the register. */
function entriesOf({ sections }: DocumentFacts): Entry[] {
  const title = sections.find((section) => section.facts.heading);
  return sections.flatMap((section) => {
    const { heading } = section.facts;
    if (section === title || !heading || heading.title === '') return [];
    return [{ section, name: heading.title, span: place(section, heading.titleSpan) }];
  });
}

function aliasesOf({ section }: Entry): Field['items'] {
  return fieldNamed(section.facts, 'Also known as')?.items ?? [];
}

interface Claim {
  readonly entry: Entry;
  readonly path: string;
  readonly span: Span;
}

/** Who has a name first, by the folded name: entries come before those who only go by it, and earlier ones before later. */
function firstClaims({ documents }: Archive): ReadonlyMap<string, Claim> {
  const claims = new Map<string, Claim>();
  const claim = (name: string, made: Claim): void => {
    const key = foldName(name);
    if (!claims.has(key)) claims.set(key, made);
  };
  const registers = [...documents.values()].filter((document) => document.kind === 'people');
  const entries = registers.flatMap((facts) => entriesOf(facts).map((entry) => ({ entry, path: facts.path })));
  for (const { entry, path } of entries) claim(entry.name, { entry, path, span: entry.span });
  for (const { entry, path } of entries)
    for (const { text, span } of aliasesOf(entry)) claim(text, { entry, path, span: place(entry.section, span) });
  return claims;
}

/** An entry that another register has too; two in one register are told as two headings of one name. */
function elsewhere({ name, span }: Entry, { path }: DocumentFacts, claims: ReadonlyMap<string, Claim>): Finding[] {
  const first = claims.get(foldName(name));
  if (!first || first.path === path) return [];
  const message = say`"${first.entry.name}" has an entry in ${first.path.replace(/^.*[\\/]/, '')} of another folder already; merge the two`;
  return [{ span, message, related: [{ path: first.path, span: first.span, message: say`the first entry` }] }];
}

function claimed(
  alias: Field['items'][number],
  entry: Entry,
  document: Document,
  claims: ReadonlyMap<string, Claim>,
): Finding[] {
  const first = claims.get(foldName(alias.text));
  if (!first || foldName(first.entry.name) === foldName(entry.name)) return [];
  const own = foldName(first.entry.name) === foldName(alias.text);
  const fixes = without(alias, entry, document);
  return [
    {
      span: place(entry.section, alias.span),
      message: own
        ? say`"${alias.text}" has an entry of its own; merge the two, or take the name out here`
        : say`"${alias.text}" stands for ${first.entry.name} too; take it out of one of the two`,
      related: [{ path: first.path, span: first.span, message: say`the first to have this name` }],
      ...(fixes.length > 0 && { fixes }),
    },
  ];
}

/** Takes a name out of a list of several. */
function without({ text, span }: Field['items'][number], { section }: Entry, document: Document): Fix[] {
  const whole = document.cut.sections[section.index]?.text ?? '';
  const [behind] = /^[ \t]*[,;][ \t]*/.exec(whole.slice(span.end)) ?? [];
  const [before] = /[,;][ \t]*$/.exec(whole.slice(0, span.start)) ?? [];
  if (behind === undefined && before === undefined) return [];
  const removed =
    behind === undefined
      ? { start: span.start - (before?.length ?? 0), end: span.end }
      : { start: span.start, end: span.end + behind.length };
  return [{ title: say`Take "${text}" out here`, edits: [{ span: place(section, removed), text: '' }] }];
}
