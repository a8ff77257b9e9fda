import { place } from '../document/document.js';
import type { PersonMention } from '../document/facts.js';
import { foldName } from '../archive/names.js';
import { agendaTitle } from '../document/schema.js';
import {
  absentee,
  addAttendee,
  attendeeList,
  isInUnreadEntry,
  notPlainlyPresent,
  type AttendeeList,
} from './attendance.js';
import { indexNames, nearestIn, type NameIndex } from './nearest.js';
import { keptForCompany } from './keptForCompany.js';
import { defineRule } from './rule.js';

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
  concernsPlaced: (section, context) => strangersIn(section, context).length > 0,
  check: (context) => {
    const { document, archive, sections } = context;
    const list = attendeeList(document.facts);
    if (!list) return [];
    const told = new Set<string>();
    return sections.flatMap((section) =>
      strangersIn(section, context).flatMap((speaker) => {
        const name = absentee(speaker.name, document.facts, archive);
        if (name === undefined || told.has(foldName(name)) || isInUnreadEntry(name, list, document)) return [];
        told.add(foldName(name));
        const span = place(section, speaker.nameSpan);
        const like = /\s/.test(speaker.name) ? likeListed(speaker.name, list) : undefined;
        const write = like === undefined ? [] : [{ title: `Write "${like}"`, edits: [{ span, text: like }] }];
        const fixes = [...write, ...addAttendee(name, document, archive)];
        const advice = like === undefined ? `add "${name}", or mend the name` : `write "${like}", or add "${name}"`;
        return [{ span, message: `"${speaker.name}" speaks but is not among the attendees; ${advice}`, fixes }];
      }),
    );
  },
});

const listed = new WeakMap<AttendeeList['mentions'], NameIndex>();

/** The name on the list that a name is most like. */
function likeListed(name: string, { mentions }: AttendeeList): string | undefined {
  const index = listed.get(mentions) ?? indexNames(mentions.map((mention) => mention.name));
  listed.set(mentions, index);
  return nearestIn(name, index)[0];
}

const strangersIn = keptForCompany(({ facts }, { document, archive }): PersonMention[] => {
  // On an agenda a name before a colon tells who is going to present.
  if (agendaTitle.test(facts.heading?.title ?? '')) return [];
  const speakers = facts.speeches.flatMap((speech) => speech.speakers);
  return notPlainlyPresent(speakers, document.facts, archive);
});
