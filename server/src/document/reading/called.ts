import { memo } from '../../text/memo.js';
import type { SectionFacts } from '../facts.js';
import { isAttendance } from '../schema.js';

const form = /(?:^|[\r\n])[ \t]*(?:[-*+][ \t]+|\d{1,3}[.)][ \t]+)?[*_]{0,2}(\p{Ll}{2,20}(?: \p{Ll}{2,20})?)[*_]{0,2}$/u;
/** Characters of a line before such a colon: a marker, two words, what sets them off. */
const longest = 80;

/** What stands before a colon at the head of a line, in small letters: somebody's name or any word. */
export const calledIn = memo(({ text }: { readonly text: string }): readonly string[] => {
  const names = new Set<string>();
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    if (!/\s/.test(text.charAt(colon + 1))) continue;
    const name = form.exec(text.slice(Math.max(0, colon - longest), colon))?.[1];
    if (name !== undefined) names.add(name);
  }
  return [...names];
});

/** What those whom a section lists as present may be called in small letters: their first names and whole names. */
export const namesListed = memo((facts: SectionFacts): readonly string[] => {
  const fields = facts.fields.filter(({ label }) => label === 'Participants').flatMap(({ people }) => people);
  const present = isAttendance(facts.heading?.role) ? facts.people : [];
  return [...fields, ...present].flatMap(({ name }) => namesOf(name.toLowerCase()));
});

function namesOf(name: string): string[] {
  const first = name.split(' ')[0] ?? '';
  return first === name ? [name] : [name, first];
}
