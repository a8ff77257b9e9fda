import type { Archive } from '../archive/archive.js';
import { foldName } from '../archive/names.js';
import { affiliationsIn, type Affiliation, type Person } from '../archive/people.js';
import { yearOf } from '../document/dates.js';
import { place, type DocumentFacts } from '../document/document.js';
import type { PersonMention } from '../document/facts.js';
import { fieldNamed } from '../document/reading/section.js';
import { insertAt } from './insertField.js';
import { isKnownCompany, isSameCompany } from './companies.js';
import { defineRule, type Finding, type Fix } from './rule.js';
import { either, say } from '../text/say.js';

export const attendeeAffiliationConflict = defineRule({
  id: 'attendee-affiliation-conflict',
  summary: 'Somebody is listed with another company than the register has for that year',
  why: 'One of the two is wrong or out of date, and both are quoted: in statistics, in votes, in mails.',
  kinds: ['event', 'proposal', 'notes', 'minutes'],
  severity: { draft: 'hint', post: 'info' },
  fix: 'suggest',
  examples: [
    {
      bad: '# Minutes\n\n- Date: 2018-05-01\n\n## Attendees\n\n- Paul Durrant (⟦AWS⟧)\n- Jan Beulich (SUSE)\n',
      fixed: '# Minutes\n\n- Date: 2018-05-01\n\n## Attendees\n\n- Paul Durrant (Citrix)\n- Jan Beulich (SUSE)\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich (⟦Acme Computers⟧, chair)\n- Lars Kurth (Citrix)\n',
      fixed: '# Minutes\n\n## Attendees\n\n- Jan Beulich (SUSE, chair)\n- Lars Kurth (Citrix)\n',
    },
    {
      good: '# Minutes\n\n- Date: 2021-05-01\n\n## Attendees\n\n- Paul Durrant (Amazon Web Services)\n- Jan Beulich (Suse)\n- Lars Kurth (Citrix Systems)\n- Anil Madhavapeddy (University of Cambridge Computer Lab)\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Paul Durrant (AWS)\n- Jan Beulich (he/him)\n- Ian Campbell (joined late)\n- Wei Liu (Citrix)\n',
    },
  ],
  concerns: ({ heading, fields, people }) =>
    people.length > 0 || (heading?.people ?? []).length > 0 || fields.some((field) => field.people.length > 0),
  checkPlaced: (section, { document, archive }) => {
    const { heading, fields, people } = section.facts;
    const listed = people.filter((mention) => mention.as === 'attendee' || mention.as === 'apology');
    return [listed, heading?.people ?? [], ...fields.map((field) => field.people)].flatMap((list) =>
      list.flatMap((mention) => {
        const conflict = conflictOf(mention, list, document.facts, archive);
        return conflict ? [finding({ mention, ...conflict }, document.facts, archive, section)] : [];
      }),
    );
  },
});

interface Conflict {
  readonly person: Person;
  /** What the register has for that year. */
  readonly registered: readonly Affiliation[];
}

function conflictOf(
  { name, affiliation, unnamed }: PersonMention,
  list: readonly PersonMention[],
  document: DocumentFacts,
  archive: Archive,
): Conflict | undefined {
  const [person, other] = archive.people.byName.get(foldName(name)) ?? [];
  if (unnamed || affiliation === undefined || !person || other || !/\s/.test(name)) return undefined;
  const registered = affiliationsIn(person, yearOf(document.date?.iso));
  const stated = affiliation.split(/[,;/&]/);
  if (!registered || stated.some((each) => registered.some((known) => isSameCompany(each, known.name))))
    return undefined;
  return isCompany(affiliation, list, archive) ? { person, registered } : undefined;
}

/** Whether what stands behind a name is a company: one the register knows, or one in a list where others have such a one. */
function isCompany(text: string, list: readonly PersonMention[], archive: Archive): boolean {
  if (isKnownCompany(text, archive.people)) return true;
  if (!/^\p{Lu}[\p{L}\p{N}&.'’-]*(?: [\p{Lu}\p{N}&][\p{L}\p{N}&.'’-]*){0,4}$/u.test(text)) return false;
  return list.some(({ affiliation }) => affiliation !== undefined && isKnownCompany(affiliation, archive.people));
}

function finding(
  { mention, person, registered }: Conflict & { readonly mention: PersonMention },
  document: DocumentFacts,
  archive: Archive,
  section: { readonly start: number },
): Finding {
  const stated = mention.affiliation ?? '';
  const at = mention.text.indexOf(stated, mention.name.length);
  const start = mention.span.start + at;
  const span = place(section, at < 0 ? mention.nameSpan : { start, end: start + stated.length });
  const [only, other] = registered;
  const companies = either(registered.map((each) => each.name));
  const year = yearOf(document.date?.iso);
  const write =
    at >= 0 && only && !other ? [{ title: say`Write "${only.name}"`, edits: [{ span, text: only.name }] }] : [];
  return {
    span,
    message:
      year === undefined
        ? say`the register has ${person.name} with ${companies}, not with ${stated}; mend one of the two`
        : say`the register has ${person.name} with ${companies} in ${year}, not with ${stated}; mend one of the two`,
    fixes: [...write, ...register(person, `${stated}${year === undefined ? '' : ` (${year})`}`, archive)],
  };
}

/** Adds a company to a person of the archive's own register. */
function register(person: Person, entry: string, archive: Archive): Fix[] {
  const document = archive.documents.get(person.path);
  const section = document?.sections.find(
    ({ start, facts }) => facts.heading && start + facts.heading.titleSpan.start === person.span.start,
  );
  const field = section && fieldNamed(section.facts, 'Affiliation');
  if (!document || !section || !field || /[,;()]/.test(entry.replace(/ \(\d+\)$/, ''))) return [];
  const edits = [insertAt(section.start + field.valueSpan.end, `, ${entry}`)];
  return [{ title: say`Add "${entry}" to the register`, edits: [], elsewhere: [{ path: document.path, edits }] }];
}
