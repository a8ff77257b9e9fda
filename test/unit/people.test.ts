import { expect, it } from 'vitest';
import { looksLikeName } from '../../server/src/document/reading/people.js';
import { lastSection, sectionWith, tellPeople, tellPerson } from '../support/told.js';

const attendees = [
  ['- Jan Beulich', 'Jan Beulich'],
  ['- Jan Beulich (SUSE)', 'Jan Beulich @SUSE'],
  ['- Jan Beulich (SUSE, chair)', 'Jan Beulich @SUSE #chair'],
  ['- Jan Beulich (scribe)', 'Jan Beulich #scribe'],
  ['- Amir Chaudhry (University of Cambridge, Computer Lab)', 'Amir Chaudhry @University of Cambridge, Computer Lab'],
  ['- Ian Campbell, Ian Jackson', 'Ian Campbell + Ian Jackson'],
  ['- Ian Campbell (Citrix) & Ian Jackson and Keir Fraser', 'Ian Campbell @Citrix + Ian Jackson + Keir Fraser'],
  ['- James Bulpin, Citrix', 'James Bulpin @Citrix'],
  ['- James Bulpin - Citrix', 'James Bulpin @Citrix'],
  ['- James Bulpin (Citrix), remote', 'James Bulpin @Citrix #remote'],
  ['- (OpenXT) Rich Persaud, Christopher Clark', 'Rich Persaud @OpenXT + Christopher Clark @OpenXT'],
  ['- Andres Lagar-Cavilla (+ another from Gridcentric?)', 'Andres Lagar-Cavilla + ? @Gridcentric'],
  ['- + another from ARM?', '? @ARM'],
  ['- Jan Beulich\n+ 2 others from Intel', 'Jan Beulich + ? @Intel'],
  ['- Susie Li(Intel)', 'Susie Li @Intel'],
  ['- 李新（Citrix）, Susie Li（Intel, remote）', '李新 @Citrix + Susie Li @Intel #remote'],
  ['- Don Dugger [Intel] [non-voting]', 'Don Dugger @Intel #non-voting'],
  ['- Lars Kurth [Linux Foundation) [non-voting]', 'Lars Kurth @Linux Foundation #non-voting'],
  ['- **Paul Durrant** (on call)', 'Paul Durrant #on call'],
  ['- Wei Liu <wei@example.org>', 'Wei Liu'],
  ['- Wei Liu \\<wei@example.org\\> (Citrix)', 'Wei Liu @Citrix'],
  ['* Daniel De Graaf\n* Edwin Török (Citrix)', 'Daniel De Graaf + Edwin Török @Citrix'],
  ['1. 李新 (Citrix)', '李新 @Citrix'],
  ['- Jan Beulich\n  - joined late', 'Jan Beulich'],
  ['(OpenXT) Rich Persaud, chair\nJan Beulich', 'Rich Persaud @OpenXT #chair + Jan Beulich @OpenXT'],
  ['Jan Beulich and Ian Campbell are going to write all of it down', ''],
  ['Virtual Attendees:\n\n- Jan Beulich', 'Jan Beulich'],
  ['- none', ''],
  ['- the people whose names nobody wrote down that day', ''],
] as const;

it.each(attendees)('reads the attendee list %j', (list, expected) => {
  const { facts, quote } = sectionWith(list, 'Attendees');
  expect(tellPeople(facts.people)).toBe(expected);
  for (const person of facts.people) expect(quote(person.nameSpan)).toBe(person.unnamed ? person.text : person.name);
});

it('tells attendees from apologies, and finds the lists under several headings', () => {
  const roles = ['Attendees', 'People Present:', 'In attendance', 'Apologies', 'Regrets', 'Minutes'].map(
    (heading) => sectionWith('- Matt Wilson (Amazon)', heading).facts.people[0]?.as,
  );
  expect(roles).toEqual(['attendee', 'attendee', 'attendee', 'apology', 'apology', undefined]);
});

const hosts = [
  ['### [TODO Safety] (Paul Durrant, Citrix)', 'Safety', 'Paul Durrant @Citrix'],
  ['### [TODO NVDIMM Discussion]', 'NVDIMM Discussion', ''],
  ['### (NO NOTES) Graphics', 'Graphics', ''],
] as const;

it.each(hosts)('reads the heading %j', (heading, title, expected) => {
  const { facts, quote } = lastSection(`# Design Sessions 2018\n\n## Other\n\n${heading}\n`);
  expect(facts.heading?.title).toBe(title);
  expect(facts.heading?.people.map(tellPerson).join(' + ')).toBe(expected);
  for (const person of facts.heading?.people ?? []) expect(quote(person.nameSpan)).toBe(person.name);
});

it('knows the shape of a name', () => {
  const names = [
    'Jan',
    'IanC',
    'Daniel De Graaf',
    'Andres Lagar-Cavilla',
    "Brian O'Neill",
    'Vincent van Dijk',
    'D. Dugger',
  ];
  const others = ['jan', 'XenServer team', 'One two', 'A B C D E', '4.3', ''];
  expect(names.filter(looksLikeName)).toEqual(names);
  expect(others.filter(looksLikeName)).toEqual([]);
});
