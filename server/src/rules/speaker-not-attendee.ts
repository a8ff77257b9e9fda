import { place } from '../document/document.js';
import type { PersonMention, SectionFacts } from '../document/facts.js';
import { foldName } from '../archive/names.js';
import type { Company } from '../archive/people.js';
import { agendaTitle } from '../document/schema.js';
import { memo } from '../text/memo.js';
import { absentee, addAttendee, attendeeList, isInUnreadEntry, notPlainlyPresent } from './attendance.js';
import { indexNames, nearestIn } from './nearest.js';
import { defineRule } from './rule.js';
import { say } from '../text/say.js';

export const speakerNotAttendee = defineRule({
  id: 'speaker-not-attendee',
  summary: 'Somebody speaks who is not on the attendee list',
  why: 'Either somebody was there and is not credited, or a remark is put into the wrong mouth.',
  kinds: ['notes', 'minutes', 'event'],
  severity: { draft: 'info', post: 'warning' },
  fix: 'suggest',
  examples: [
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich (SUSE)\n- Lars Kurth (Citrix)\n\n## PVH\n\n- ⟦George Dunlap⟧: asks\n- Jan: answers\n- George Dunlap: asks again\n',
      fixed:
        '# Minutes\n\n## Attendees\n\n- Jan Beulich (SUSE)\n- Lars Kurth (Citrix)\n- George Dunlap (Citrix)\n\n## PVH\n\n- George Dunlap: asks\n- Jan: answers\n- George Dunlap: asks again\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n1. Jan Beulich\n2. Lars Kurth\n\n## PVH\n\n- ⟦IanC⟧: asks\n',
      fixed: '# Minutes\n\n## Attendees\n\n1. Jan Beulich\n2. Lars Kurth\n3. Ian Campbell\n\n## PVH\n\n- IanC: asks\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## PVH\n\n- Jan: answers\n- Note: nothing new\n- Next Steps: none\n',
    },
    { bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## PVH\n\n- ⟦George⟧: asks\n' },
    { good: '# Minutes\n\n- Scribe: Lars Kurth\n\n## Attendees\n\n- Jan Beulich\n\n## PVH\n\n- Lars: answers\n' },
    { good: '# Minutes\n\n## PVH\n\n- George Dunlap: asks\n' },
    {
      good: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n- Richard (Rich) Persaud / @rp\n\n## PVH\n\n- Rich Persaud: asks\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Donald Slutz\n- Olaf\n\n## PVH\n\n- Don Slutz: asks\n- Olaf Hering: answers\n',
    },
    {
      good: '# Minutes\n\n## Agenda items\n\n1. George Dunlap: PVH\n\n## Attendees\n\n- Jan Beulich\n',
    },
  ],
  concernsPlaced: ({ facts }, { document, archive }) => strangersIn(archive.company(document.facts), facts).length > 0,
  check: ({ document, archive, sections }) => {
    const list = attendeeList(document.facts);
    if (!list) return [];
    const told = new Set<string>();
    return sections.flatMap((section) =>
      strangersIn(archive.company(document.facts), section.facts).flatMap((speaker) => {
        const name = absentee(speaker.name, document.facts, archive);
        if (name === undefined || told.has(foldName(name)) || isInUnreadEntry(name, list, document)) return [];
        told.add(foldName(name));
        const span = place(section, speaker.nameSpan);
        const like = /\s/.test(speaker.name) ? nearestIn(speaker.name, listed(list.mentions))[0] : undefined;
        const write = like === undefined ? [] : [{ title: say`Write "${like}"`, edits: [{ span, text: like }] }];
        const fixes = [...write, ...addAttendee(name, document, archive)];
        const message =
          like === undefined
            ? say`"${speaker.name}" speaks but is not among the attendees; add "${name}", or mend the name`
            : say`"${speaker.name}" speaks but is not among the attendees; write "${like}", or add "${name}"`;
        return [{ span, message, fixes }];
      }),
    );
  },
});

const listed = memo((mentions: readonly PersonMention[]) => indexNames(mentions.map((mention) => mention.name)));

const strangersIn = memo((company: Company, { heading, speeches }: SectionFacts): readonly PersonMention[] => {
  // On an agenda a name before a colon tells who is going to present.
  if (agendaTitle.test(heading?.title ?? '')) return [];
  return notPlainlyPresent(
    speeches.flatMap((speech) => speech.speakers),
    company,
  );
});
