import type { Archive } from '../archive/archive.js';
import { foldName } from '../archive/names.js';
import { fileName, registerOf } from '../archive/registers.js';
import type { People } from '../archive/people.js';
import { yearOf } from '../document/dates.js';
import { place, type DocumentFacts, type PlacedFacts } from '../document/document.js';
import type { PersonMention } from '../document/facts.js';
import { looksLikeName } from '../document/reading/people.js';
import { groupWords } from '../document/schema.js';
import { memo } from '../text/memo.js';
import { atEnd } from './atEnd.js';
import { meantBy } from './misspelt.js';
import { indexNames, nearestIn } from './nearest.js';
import { defineRule, type DocumentContext, type Fix } from './rule.js';
import { either, say } from '../text/say.js';

export const personUnknown = defineRule({
  id: 'person-unknown',
  summary: 'A contact, host, attendee or owner stands in no register',
  why: 'Only people of the register are offered in completion, found under all their names and listed with their actions.',
  kinds: ['event', 'proposal', 'notes', 'minutes'],
  severity: { draft: 'info', post: 'info' },
  fix: 'suggest',
  examples: [
    { bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich (SUSE)\n- ⟦Olaf Hering⟧ (SUSE)\n' },
    {
      bad: '# Minutes\n\n## Attendees\n\n- ⟦Wei Liao⟧\n',
      fixed: '# Minutes\n\n## Attendees\n\n- Wei Liu\n',
    },
    {
      bad: '# Loose ends\n\n- Technical contact: Lars Kurth, ⟦Rich Persaud⟧ (OpenXT)\n- Description: Becoming a CNA.\n',
    },
    { bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## PVH\n\n- ACTION ⟦Mukesh Rathor⟧ (absent): tell George\n' },
    {
      good: '# Minutes\n\n## Attendees\n\n- Jan Beulich (SUSE)\n- + another from Intel\n\n## PVH\n\n- Olaf Hering: asks\n',
    },
    { good: '# Minutes\n\n## Attendees\n\n- Jan Beulich (SUSE)\n\n## PVH\n\n- ACTION XenServer team: look\n' },
  ],
  concernsPlaced: (section, context) => unknownIn(section, context).length > 0,
  check: (context) => {
    const { document, archive, sections } = context;
    const register = registerOf(archive, 'people');
    if (!register) return [];
    const told = new Set<string>();
    return sections.flatMap((section) =>
      unknownIn(section, context).flatMap((mention) => {
        const key = foldName(mention.name);
        if (told.has(key)) return [];
        told.add(key);
        const span = place(section, mention.nameSpan);
        const others = likeIn(archive.people, mention.name);
        const fixes = [
          ...others.map((name): Fix => ({ title: say`Write "${name}"`, edits: [{ span, text: name }] })),
          addToRegister(mention, register, document.facts),
        ];
        return [
          {
            span,
            message: unknown(mention.name, fileName(register), others),
            fixes,
          },
        ];
      }),
    );
  },
});

function unknownIn(section: PlacedFacts, { document, archive }: DocumentContext): PersonMention[] {
  const { heading, fields, people, actions } = section.facts;
  const mentions = [
    ...(heading?.people ?? []),
    ...fields.flatMap((field) => field.people),
    ...people,
    ...actions.flatMap((action) => action.owners),
  ];
  return mentions.filter((mention) => isUnknown(mention.name, document.facts, archive));
}

const registered = memo(({ all }: People) => indexNames(all.map((person) => person.name)));

/** Names of the register that a name may be a slip of; the same strangers are asked for at each keystroke. */
const likeIn = memo((people: People, name: string): readonly string[] => nearestIn(name, registered(people)));

/** A full name of somebody that no register has, and that is no slip of a name one has. */
function isUnknown(name: string, document: DocumentFacts, archive: Archive): boolean {
  if (!/\s/.test(name) || !looksLikeName(name) || groupWords.some((word) => name.toLowerCase().endsWith(` ${word}`)))
    return false;
  const resolution = archive.person(name, document);
  const known =
    resolution.kind === 'person' || resolution.kind === 'ambiguous' || archive.people.byName.has(foldName(name));
  return !known && meantBy(name, archive.people) === undefined;
}

function addToRegister(mention: PersonMention, register: DocumentFacts, document: DocumentFacts): Fix {
  const year = yearOf(document.date?.iso);
  const company = mention.affiliation;
  const plain = company !== undefined && !/[,;()]/.test(company);
  const affiliation = plain ? `\n- Affiliation: ${company}${year === undefined ? '' : ` (${year})`}\n` : '';
  return {
    title: say`Add "${mention.name}" to ${fileName(register)}`,
    edits: [],
    elsewhere: [atEnd(register, `## ${mention.name}\n${affiliation}`)],
  };
}

function unknown(name: string, file: string, others: readonly string[]): string {
  return others.length === 0
    ? say`"${name}" is not in ${file}; add the name there`
    : say`"${name}" is not in ${file}; add the name there, or write ${either(others.map((each) => `"${each}"`))}`;
}
