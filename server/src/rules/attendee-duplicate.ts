import type { Archive } from '../archive/archive.js';
import { foldName } from '../archive/names.js';
import type { Company } from '../archive/people.js';
import { place, type DocumentFacts, type PlacedFacts } from '../document/document.js';
import type { PersonMention, SectionFacts } from '../document/facts.js';
import { isSurelyMeant } from './attendance.js';
import { unlist } from './listEntries.js';
import { moveFinding } from './moveFinding.js';
import { defineRule, type DocumentContext, type Finding } from './rule.js';
import { say } from '../text/say.js';

export const attendeeDuplicate = defineRule({
  id: 'attendee-duplicate',
  summary: 'Somebody is listed twice',
  why: 'Whoever counts those who were there, for a quorum or for the next room, counts one too many.',
  kinds: ['event', 'notes', 'minutes'],
  severity: { draft: 'warning', post: 'warning' },
  fix: 'safe',
  examples: [
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich (SUSE)\n- Lars Kurth\n- ⟦Jan Beulich⟧\n- ⟦Lars Kurth⟧ (Citrix)\n\n## PVH\n',
      fixed: '# Minutes\n\n## Attendees\n\n- Jan Beulich (SUSE)\n- Lars Kurth (Citrix)\n\n## PVH\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Andrew Cooper (Citrix), Lars Kurth and ⟦Andy Cooper⟧\n\n## PVH\n',
      fixed: '# Minutes\n\n## Attendees\n\n- Andrew Cooper (Citrix), Lars Kurth\n\n## PVH\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\nJan Beulich\n⟦Jan Beulich⟧\nLars Kurth\n\n## PVH\n',
      fixed: '# Minutes\n\n## Attendees\n\nJan Beulich\nLars Kurth\n\n## PVH\n',
    },
    {
      bad: '# Minutes\n\n- Participants: Jan Beulich, ⟦Jan Beulich⟧, Lars Kurth\n\n## PVH\n',
      fixed: '# Minutes\n\n- Participants: Jan Beulich, Lars Kurth\n\n## PVH\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jose Garcia\n- ⟦José García⟧\n\n## PVH\n',
      fixed: '# Minutes\n\n## Attendees\n\n- José García\n\n## PVH\n',
    },
    { bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Apologies\n\n- ⟦Jan Beulich⟧\n\n## PVH\n' },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n- Lars Kurth\n- ⟦Jan Beulich⟧\n  - left early\n\n## PVH\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Ian Campbell\n- Ian Jackson\n- Ian\n- Ian\n- Wei Wang (NEC)\n- Wei Wang (Intel)\n',
    },
    { good: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## PVH\n\n- Participants: Jan Beulich\n' },
  ],
  concerns: ({ people, fields }) => people.some(isListed) || fields.some(({ label }) => label === 'Participants'),
  check: (context) => {
    const { path } = context.document;
    const within = context.sections.flatMap((section) =>
      repeatedIn(section, context).map(({ finding, first }): Finding => ({
        ...moveFinding(finding, section.start),
        related: [{ path, span: place(section, first.nameSpan), message: say`listed here before` }],
      })),
    );
    return [...within, ...excused(context)];
  },
});

function isListed({ as }: PersonMention): boolean {
  return as === 'attendee' || as === 'apology';
}

function told(first: PersonMention, again: PersonMention): string {
  return first.name === again.name
    ? say`"${again.name}" is listed twice; take one of the entries out`
    : say`"${first.name}" and "${again.name}" are one person; take one of the entries out`;
}

/** What is made of one section, kept for as long as its facts and the company at the document are the same; spans are its own. */
function perSection<Made>(
  make: (section: PlacedFacts, context: DocumentContext) => Made,
): (section: PlacedFacts, context: DocumentContext) => Made {
  const memo = new WeakMap<SectionFacts, { readonly company: Company; readonly made: Made }>();
  return (section, context) => {
    const company = context.archive.company(context.document.facts);
    const known = memo.get(section.facts);
    if (known?.company === company) return known.made;
    const made = make({ ...section, start: 0, end: section.end - section.start }, context);
    memo.set(section.facts, { company, made });
    return made;
  };
}

interface Repeated {
  /** Of the later entry; spans are the section's. */
  readonly finding: Finding;
  readonly first: PersonMention;
}

/** Lists that are repeated elsewhere, for another day or topic, are no concern: a section is looked at by itself. */
const repeatedIn = perSection((section, { document, archive }): Repeated[] => {
  const { facts } = section;
  const lists = [
    facts.people.filter((mention) => mention.as === 'attendee'),
    facts.people.filter((mention) => mention.as === 'apology'),
    ...facts.fields.flatMap((field) => (field.label === 'Participants' ? [field.people] : [])),
  ];
  return lists.flatMap((list) =>
    repeated(list, document.facts, archive).map(({ first, again }) => {
      const fixes = unlist(first, again, section, document);
      const message = told(first, again);
      return { first, finding: { span: again.nameSpan, message, ...(fixes.length > 0 && { fixes }) } };
    }),
  );
});

interface Pair {
  readonly first: PersonMention;
  readonly again: PersonMention;
}

function repeated(list: readonly PersonMention[], document: DocumentFacts, archive: Archive): Pair[] {
  const seen = new Map<string, PersonMention[]>();
  return list.flatMap((again) => {
    const key = identity(again, document, archive);
    if (key === undefined) return [];
    const before = seen.get(key) ?? [];
    const first = before.find((each) => sameCompany(each, again));
    // Who is listed a third time is measured against the first entry too.
    if (!first) seen.set(key, [...before, again]);
    return first ? [{ first, again }] : [];
  });
}

/** One text for each human; a first name alone may be that of two. */
function identity(mention: PersonMention, document: DocumentFacts, archive: Archive): string | undefined {
  if (mention.unnamed) return undefined;
  const resolution = archive.person(mention.name, document);
  if (resolution.kind === 'person' && isAlias(mention.name, resolution.person.name, archive))
    return isSurelyMeant(mention.name, document, archive) ? foldName(resolution.person.name) : undefined;
  return /\s/.test(mention.name.trim()) ? foldName(mention.name) : undefined;
}

function isAlias(name: string, canonical: string, archive: Archive): boolean {
  return (archive.people.byName.get(foldName(name)) ?? []).some((person) => person.name === canonical);
}

/** Two of one name who come from two companies are likely two. */
function sameCompany(one: PersonMention, other: PersonMention): boolean {
  if (one.affiliation === undefined || other.affiliation === undefined) return true;
  return foldName(one.affiliation) === foldName(other.affiliation);
}

interface Known {
  readonly key: string;
  readonly mention: PersonMention;
}

const knownIn = perSection(({ facts }, { document, archive }) => {
  const of = (as: PersonMention['as']): Known[] =>
    facts.people.flatMap((mention) => {
      const key = mention.as === as ? identity(mention, document.facts, archive) : undefined;
      return key === undefined ? [] : [{ key, mention }];
    });
  const apologies = of('apology');
  return { attendees: new Map(of('attendee').map((each) => [each.key, each.mention])), apologies };
});

/** Those who sent apologies and are listed as having come. */
function excused(context: DocumentContext): Finding[] {
  const { path } = context.document;
  const sections = context.sections.map((section) => ({ section, ...knownIn(section, context) }));
  return sections.flatMap(({ section, apologies }) =>
    apologies.flatMap(({ key, mention }) => {
      const came = sections.find(({ attendees }) => attendees.has(key));
      const other = came?.attendees.get(key);
      if (!came || !other || !sameCompany(other, mention)) return [];
      const span = place(came.section, other.nameSpan);
      return [
        {
          span: place(section, mention.nameSpan),
          message: say`"${mention.name}" sent apologies and is listed as having come; take one of the entries out`,
          related: [{ path, span, message: say`listed here as an attendee` }],
        },
      ];
    }),
  );
}
