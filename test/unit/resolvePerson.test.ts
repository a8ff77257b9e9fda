import { expect, it } from 'vitest';
import type { PersonResolution } from '../../server/src/archive/people.js';
import { fixture } from '../support/fixture.js';

/** `Name` of the register, `Name (present)`, `One | Other`, or `?` with those who share the first name. */
function tell(resolution: PersonResolution): string {
  if (resolution.kind === 'person') return resolution.person.name;
  if (resolution.kind === 'present') return `${resolution.name} (present)`;
  if (resolution.kind === 'ambiguous') return resolution.candidates.join(' | ');
  return ['?', ...resolution.candidates.map((person) => person.name)].join(' ');
}

function resolve(name: string, attendees: readonly string[], fields: readonly string[] = []): string {
  const head = fields.map((field) => `- ${field}\n`).join('');
  const list = attendees.length > 0 ? `## Attendees\n\n${attendees.map((each) => `- ${each}\n`).join('')}` : '';
  const { document, archive } = fixture(`# Call Minutes\n\n${head}\n${list}`);
  return tell(archive.person(name, document.facts));
}

const cases = [
  // In the register, whoever is present.
  ['Jan Beulich', [], 'Jan Beulich'],
  ['jan  beulich', [], 'Jan Beulich'],
  ['Andy Cooper', [], 'Andrew Cooper'],
  ['Don', [], 'Donald Dugger'],
  ['Konrad', ['Konrad Rzeszutek Wilk'], 'Konrad Rzeszutek Wilk'],
  ['IanC', [], 'Ian Campbell'],
  ['PaulD', [], 'Paul Durrant'],
  // A first name is not enough, and two that fit are never chosen between.
  ['Jan', [], '? Jan Beulich'],
  ['Ian', [], 'Ian Campbell | Ian Jackson'],
  ['Olaf', [], '?'],
  ['Olaf Hering', [], '?'],
  // Among those present a first name or initials are, when they fit one.
  ['Jan', ['Jan Beulich (SUSE)', 'Ian Campbell'], 'Jan Beulich'],
  ['Ian', ['Ian Campbell', 'Lars Kurth'], 'Ian Campbell'],
  ['Ian', ['Ian Campbell', 'Ian Jackson'], 'Ian Campbell | Ian Jackson'],
  ['IanJ', ['Ian Campbell', 'Ian Jackson'], 'Ian Jackson'],
  ['Olaf', ['Olaf Hering'], 'Olaf Hering (present)'],
  ['OH', ['Olaf Hering'], 'Olaf Hering (present)'],
  ['Andrew', ['Andy Cooper'], 'Andrew Cooper'],
  ['Andy', ['Andy Cooper'], 'Andrew Cooper'],
  // An alias of somebody who is absent gives way to somebody present of that first name.
  ['Don', ['Don Slutz'], 'Don Slutz (present)'],
  ['Konrad', ['Konrad R Wilk', 'Konrad Zuse'], 'Konrad Rzeszutek Wilk | Konrad Zuse'],
  ['PW', ['Konrad R Wilk', 'Paul Weiss', 'Petra Wolf'], 'Paul Weiss | Petra Wolf'],
  // A handle is looked up as the name behind the sign.
  ['@jan', ['Jan Beulich (SUSE)'], 'Jan Beulich'],
  ['@Don', [], 'Donald Dugger'],
  ['@jan', [], '? Jan Beulich'],
  // One human under two names is no choice.
  ['Andy Cooper', ['Andy Cooper', 'Andrew Cooper'], 'Andrew Cooper'],
] as const;

it.each(cases)('takes %j among %j for %s', (name, attendees, expected) => {
  expect(resolve(name, attendees)).toBe(expected);
});

it('counts those in people fields as present', () => {
  expect(resolve('Ian', [], ['Scribe: Ian Jackson'])).toBe('Ian Jackson');
  expect(resolve('Olaf', [], ['Host: Olaf Hering (SUSE)'])).toBe('Olaf Hering (present)');
});
