import { mentionsIn, type Archive } from '../archive/archive.js';
import { firstName, foldName } from '../archive/names.js';
import { meantAmong, type Company } from '../archive/people.js';
import { place, type DocumentFacts } from '../document/document.js';
import type { PersonMention, SectionFacts } from '../document/facts.js';
import { memo } from '../text/memo.js';
import type { Span } from '../text/span.js';
import { attendeeList } from './attendance.js';
import { meantByInitials } from './meantByInitials.js';
import { defineRule, type Finding } from './rule.js';
import { either, say } from '../text/say.js';

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
    {
      bad: '# Minutes\n\n## Attendees\n\n- Ian Campbell\n- Ian Jackson\n\n## Kexec\n\n- ⟦Ian⟧: nothing new\n- Ian: it is too late\n\n## PVH\n\n- Ian: no\n',
    },
    { bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\n- ACTION ⟦Ian⟧: send patches\n' },
    { good: '# Minutes\n\n## Attendees\n\n- Ian Campbell\n- Jan Beulich\n\n## Kexec\n\n- Ian: nothing new\n' },
    { good: '# Minutes\n\n## Attendees\n\n- Ian Campbell\n- Ian Jackson\n\n## Kexec\n\n- IanJ: nothing new\n' },
    { good: '# Minutes\n\n## Attendees\n\n- Andre Holm\n- André Wolf\n\n## Kexec\n\n- Andre: nothing new\n' },
    {
      good: '# Minutes\n\n## Attendees\n\n- Paul Durrant\n- Petre Dinu\n- Wei Liu (WL)\n- Will Lang\n\n## Kexec\n\n- PetreD: why?\n- PD: nothing new\n- WL: yes\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Paul Durrant\n- Petre Dinu\n\n## Kexec\n\n- PetreD: why?\n- PaulD: nothing\n- ⟦PD⟧: no\n',
    },
  ],
  concernsPlaced: ({ facts }, { document, archive }) => ambiguousIn(archive.company(document.facts), facts).length > 0,
  check: ({ document, archive, sections }) => {
    // Who is called by a short name is called so throughout: one finding tells of all places.
    const found = new Map<
      string,
      { readonly name: string; readonly candidates: readonly string[]; readonly spans: Span[] }
    >();
    for (const section of sections)
      for (const { mention, candidates: all } of ambiguousIn(archive.company(document.facts), section.facts)) {
        const { name } = mention;
        const span = place(section, mention.nameSpan);
        const known = found.get(foldName(name));
        if (known) known.spans.push(span);
        else {
          const candidates = meantByInitials(
            name,
            asWritten(name, atHome(all, document.facts, archive)),
            document.facts,
          );
          found.set(foldName(name), { name, candidates, spans: [span] });
        }
      }
    return [...found.values()].flatMap(({ name, candidates, spans }) =>
      candidates.length < 2 ? [] : finding(name, candidates, spans, document.path),
    );
  },
});

function finding(
  name: string,
  candidates: readonly string[],
  [span, ...others]: readonly Span[],
  path: string,
): Finding[] {
  if (!span) return [];
  const related = others
    .slice(0, mostRelated)
    .map((each) => ({ path, span: each, message: say`"${name}" here as well` }));
  return [
    {
      span,
      message: say`"${name}" may be ${listed(candidates)}; write the full name`,
      ...(related.length > 0 && { related }),
      fixes: candidates
        .slice(0, mostOffered)
        .map((each) => ({ title: say`Write "${each}"`, edits: [{ span, text: each }] })),
    },
  ];
}

interface Ambiguous {
  readonly mention: PersonMention;
  readonly candidates: readonly string[];
}

const ambiguousIn = memo((company: Company, facts: SectionFacts): readonly Ambiguous[] =>
  mentionsIn({ facts }).flatMap((mention) => {
    const resolution = mention.unnamed ? undefined : meantAmong(company, mention.name);
    return resolution?.kind === 'ambiguous' ? [{ mention, candidates: resolution.candidates }] : [];
  }),
);

/** Who has the name with the accents that it is written with: `Michael` beside `Michaël` is the one without. */
function asWritten(name: string, candidates: readonly string[]): readonly string[] {
  const same = candidates.filter((each) => firstName(each) === name);
  return same.length === 1 ? same : candidates;
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

const presentNames = memo(({ names }: Company): ReadonlySet<string> => new Set(names.map(foldName)));

/** More names and places than these are no help. */
const mostOffered = 6;
const mostRelated = 20;

function listed(candidates: readonly string[]): string {
  if (candidates.length <= mostOffered) return either(candidates);
  return say`${candidates.slice(0, mostOffered).join(', ')} or one of ${candidates.length - mostOffered} others`;
}
