import { expect, it } from 'vitest';
import type { PersonMention } from '../../server/src/document/facts.js';
import { lastSection, tellPerson } from '../support/told.js';

/** Attendees, then after a slash those who sent apologies, wherever the section names them. */
function tell(people: readonly PersonMention[]): string {
  const of = (as: PersonMention['as']): string =>
    people
      .filter((mention) => mention.as === as)
      .map(tellPerson)
      .join(' + ');
  return `${of('attendee')} / ${of('apology')}`;
}

const forms = [
  ['Attendees: Jan Beulich (SUSE), Wei Liu\nApologies: Matt Wilson', 'Jan Beulich @SUSE + Wei Liu / Matt Wilson'],
  ['- Attendees: Jan Beulich\n- Apologies: Matt Wilson (Amazon)', 'Jan Beulich / Matt Wilson @Amazon'],
  ['- **Present:** Jan Beulich\n- **Regrets:** none', 'Jan Beulich / '],
  ['- Attendees:\n  - Jan Beulich, SUSE\n  - Wei Liu\n- Apologies:\n  - none', 'Jan Beulich @SUSE + Wei Liu / '],
  [
    '**Attendees:**\n\n- Jan Beulich\n- Wei Liu\n\n**Apologies:**\n\n- Matt Wilson',
    'Jan Beulich + Wei Liu / Matt Wilson',
  ],
  ['Date: 2013-02-21\nAttendees (2):\n- Jan Beulich\n- Wei Liu', 'Jan Beulich + Wei Liu / '],
  ['The call was short.\n\n**Attendees**\n\n1. Jan Beulich\n2. Wei Liu', 'Jan Beulich + Wei Liu / '],
  ['The call was short.\n\nAttendees: Jan, Wei,\nLars\nRegrets: Matt Wilson', 'Jan + Wei + Lars / Matt Wilson'],
  ['Attendees:\nJan Beulich\nWei Liu (Citrix)\n\nNobody else.', 'Jan Beulich + Wei Liu @Citrix / '],
  ['Attendees:\nJan Beulich\nApologies:\nMatt Wilson\nTime: 16:00', 'Jan Beulich / Matt Wilson'],
  ['The call was short.\n\nAttendees:\nJan Beulich\nWei Liu', 'Jan Beulich + Wei Liu / '],
  ['Participants:\n\n- Jan Beulich', 'Jan Beulich / '],
  ['Attendees: unknown\n\n- Jan Beulich: asks', ' / '],
  ['Attendees of the last call:\n\n- Jan Beulich', ' / '],
  ['> Attendees:\n\n- Jan Beulich', ' / '],
] as const;

it.each(forms)('reads who was there of %j', (body, expected) => {
  const { facts, quote } = lastSection(`# Call Minutes\n\n${body}\n`);
  const people = [...facts.fields.flatMap((field) => field.people), ...facts.people];
  expect(tell(people)).toBe(expected);
  for (const person of people) expect(quote(person.nameSpan)).toBe(person.name);
});

it('leaves the guests of a topic guests', () => {
  const { facts } = lastSection('# Call Minutes\n\n## Mirage\n\n**Participants:**\n\n- Amir Chaudhry\n');
  expect(facts.people).toEqual([]);
});

it('takes a label for no summary', () => {
  const { facts } = lastSection('# Call Minutes\n\n**Attendees:**\n\n- Jan Beulich\n\nThe call was short.\n');
  expect(facts.summary).toBe('The call was short.');
});
