import { mentionsIn, type Archive } from '../archive/archive.js';
import { foldName } from '../archive/names.js';
import type { Company } from '../archive/people.js';
import { place, type DocumentFacts, type PlacedFacts } from '../document/document.js';
import type { PersonMention } from '../document/facts.js';
import { attendeeList } from './attendance.js';
import { meantByInitials } from './meantByInitials.js';
import { defineRule, type DocumentContext } from './rule.js';

export const personAmbiguous = defineRule({
  id: 'person-ambiguous',
  summary: 'A short name fits more than one person',
  why: 'Whoever chases an action or quotes a remark later has to know which of the two was meant.',
  kinds: ['event', 'proposal', 'notes', 'minutes'],
  severity: { draft: 'warning', post: 'warning' },
  fix: 'suggest',
  examples: [
    {
      bad: '# Minutes\n\n## Attendees\n\n- Ian Campbell\n- Ian Jackson\n\n## Kexec\n\n- ⟦Ian⟧: nothing new\n',
      fixed: '# Minutes\n\n## Attendees\n\n- Ian Campbell\n- Ian Jackson\n\n## Kexec\n\n- Ian Campbell: nothing new\n',
    },
    { bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\n- ACTION ⟦Ian⟧: send patches\n' },
    { good: '# Minutes\n\n## Attendees\n\n- Ian Campbell\n- Jan Beulich\n\n## Kexec\n\n- Ian: nothing new\n' },
    { good: '# Minutes\n\n## Attendees\n\n- Ian Campbell\n- Ian Jackson\n\n## Kexec\n\n- IanJ: nothing new\n' },
    {
      good: '# Minutes\n\n## Attendees\n\n- Paul Durrant\n- Petre Dinu\n- Wei Liu (WL)\n- Will Lang\n\n## Kexec\n\n- PetreD: why?\n- PD: nothing new\n- WL: yes\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Paul Durrant\n- Petre Dinu\n\n## Kexec\n\n- PetreD: why?\n- PaulD: nothing\n- ⟦PD⟧: no\n',
    },
  ],
  concernsPlaced: (section, context) => ambiguousIn(section, context).length > 0,
  check: (context) => {
    const { document, archive, sections } = context;
    const told = new Set<string>();
    return sections.flatMap((section) =>
      ambiguousIn(section, context).flatMap(({ mention, candidates: all }) => {
        // Where people are called by their initials throughout, one finding is enough.
        if (told.has(mention.name)) return [];
        const candidates = meantByInitials(mention.name, atHome(all, document.facts, archive), document.facts);
        if (candidates.length < 2) return [];
        if (/^\p{Lu}+$/u.test(mention.name)) told.add(mention.name);
        const span = place(section, mention.nameSpan);
        return [
          {
            span,
            message: `"${mention.name}" may be ${listed(candidates)}; write the full name`,
            fixes: candidates
              .slice(0, mostOffered)
              .map((name) => ({ title: `Write "${name}"`, edits: [{ span, text: name }] })),
          },
        ];
      }),
    );
  },
});

interface Ambiguous {
  readonly mention: PersonMention;
  readonly candidates: readonly string[];
}

function ambiguousIn(section: PlacedFacts, { document, archive }: DocumentContext): Ambiguous[] {
  return mentionsIn(section).flatMap((mention) => {
    const resolution = mention.unnamed ? undefined : archive.person(mention.name, document.facts);
    return resolution?.kind === 'ambiguous' ? [{ mention, candidates: resolution.candidates }] : [];
  });
}

/**
 * The candidates that concern this document: who was there, or stands in its own archive's register. The register that ships
 * counts only where the archive knows nobody of that name and nobody is listed.
 */
function atHome(candidates: readonly string[], document: DocumentFacts, archive: Archive): readonly string[] {
  const present = presentNames(archive.company(document));
  const own = candidates.filter((name) => {
    const person = archive.people.byName.get(foldName(name))?.[0];
    return present.has(foldName(name)) || (person !== undefined && archive.documents.has(person.path));
  });
  return own.length > 0 || attendeeList(document) ? own : candidates;
}

const memo = new WeakMap<Company, ReadonlySet<string>>();

function presentNames(company: Company): ReadonlySet<string> {
  const known = memo.get(company);
  if (known) return known;
  const names = new Set(company.names.map(foldName));
  memo.set(company, names);
  return names;
}

/** More names than these are no help. */
const mostOffered = 6;

function listed(candidates: readonly string[]): string {
  if (candidates.length <= mostOffered) return candidates.join(' or ');
  return `${candidates.slice(0, mostOffered).join(', ')} or one of ${candidates.length - mostOffered} others`;
}
