import { expect, it } from 'vitest';
import type { Field } from '../../server/src/document/facts.js';
import { nearestLabel } from '../../server/src/document/reading/fields.js';
import { lastSection, sectionWith, tellPeople } from '../support/told.js';

/** `Label=value`; a label that is not known has a question mark. */
function tell(fields: readonly Field[]): string[] {
  return fields.map((field) => `${field.label ?? `?${field.written}`}=${field.value}`);
}

const lists = [
  [
    '- Technical contact: Lars Kurth\n- Description: Becoming a CNA',
    ['Technical contact=Lars Kurth', 'Description=Becoming a CNA'],
  ],
  [
    'Technical contact: Lars Kurth\nDescription: Becoming\na CNA',
    ['Technical contact=Lars Kurth', 'Description=Becoming a CNA'],
  ],
  ['- **Host:** Jan\n- **Scribe**: Lars\n- _Slot_: 3', ['Host=Jan', 'Scribe=Lars', 'Slot=3']],
  ['- Contact: Lars\n- Desc: x\n- DATE: 2013', ['Technical contact=Lars', 'Description=x', 'Date=2013']],
  ['- Outcomes:\n- Ref: none', ['Outcomes=', 'Ref=none']],
  [
    '- Description:\n\n  One paragraph\n\n  - and a list\n- Slot: 3',
    ['Description=One paragraph\nand a list', 'Slot=3'],
  ],
  ['- Notes: <https://xen.org/a> and [b](https://xen.org/b)', ['Notes=https://xen.org/a and b']],
  ['An introduction.\n\n- Topics: PVH', ['Topics=PVH']],
  ['- Tecnical contact: Lars\n- Mood: good\n- Slot: 3', ['?Tecnical contact=Lars', '?Mood=good', 'Slot=3']],
  ['- Topics: PVH\n- Jan: asks\n- ACTION Jan: ask', ['Topics=PVH']],
  ['- Topics: PVH\n- not a field\n- Slot: 3', ['Topics=PVH', 'Slot=3']],
  ['- Jan: asks\n- Problem: nobody answers\n- George: neither', []],
  ['- Votes: 3\n- Clarification: none', []],
  ['1. Host: Jan', []],
  ['> - Host: Jan', []],
  ['See: nothing known here', []],
] as const;

it.each(lists)('reads the fields of %j', (body, expected) => {
  const { facts, quote } = sectionWith(body);
  expect(tell(facts.fields)).toEqual(expected);
  for (const field of facts.fields) {
    expect(quote(field.labelSpan)).toBe(field.written);
    expect(quote(field.span)).toContain(field.written);
    if (field.value !== '' && !/[<\n]/.test(quote(field.valueSpan))) expect(quote(field.valueSpan)).toBe(field.value);
  }
});

it('takes the whole list below the title for fields', () => {
  const { facts } = lastSection('# Design Sessions 2019\n\n- Place: Chicago\n- Dinner: TBD\n');
  expect(tell(facts.fields)).toEqual(['Place=Chicago', '?Dinner=TBD']);
});

it('reads people, topics, dates and addresses of a value', () => {
  const body =
    '- Technical contact: (OpenXT) Rich Persaud, Christopher Clark\n- Topics: PVH, I/O (virtio, 9pfs); SMEP\n- Date: 21 Feb 2013\n- Notes: <https://xen.org/a>, [b](https://xen.org/b)';
  const [contact, topics, date, notes] = sectionWith(body).facts.fields;
  expect(contact && tellPeople(contact.people)).toBe('Rich Persaud @OpenXT + Christopher Clark @OpenXT');
  expect(topics?.items.map((item) => item.text)).toEqual(['PVH', 'I/O (virtio, 9pfs)', 'SMEP']);
  expect(date?.date?.iso).toBe('2013-02-21');
  expect(notes?.urls).toEqual(['https://xen.org/a', 'https://xen.org/b']);
});

it('keeps speeches and actions that follow the fields in one list', () => {
  const { facts } = sectionWith('- Topics: PVH\n- Jan: asks\n  - George: answers\n- ACTION Jan: ask\n');
  expect(facts.speeches.map(({ speakers }) => tellPeople(speakers))).toEqual(['Jan', 'George']);
  expect(facts.actions.length).toBe(1);
});

it('tells a long field by its heading', () => {
  const fields = ['Problem to solve', 'Desc', 'Attendee contribution', 'Kexec'].map(
    (title) => lastSection(`# Loose ends\n\n### ${title}\n\nText.\n`).facts.heading?.field,
  );
  expect(fields).toEqual(['Problem to solve', 'Description', 'Attendee contributions', undefined]);
});

it('knows which label a slip is of', () => {
  const labels = ['Tecnical contact', 'Descripton', 'Topcs', 'Technical contact', 'Host', 'Hots', 'Mood'].map(
    nearestLabel,
  );
  expect(labels).toEqual(['technical contact', 'description', 'topics', undefined, undefined, undefined, undefined]);
});

it.each([
  'Presenter',
  'Allocation',
  'Separation',
  'Costs',
  'Rates',
  'Chain',
  'Nodes',
  'Scheduler',
  'Events',
  'Problems',
])('takes %s for a word of its own', (label) => {
  expect(nearestLabel(label)).toBeUndefined();
});
