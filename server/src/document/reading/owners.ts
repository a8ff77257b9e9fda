import type { PersonMention } from '../facts.js';
import { dueBeginnings, fieldOf, groupWords, placeholderOwner, proseLabels, statedUnknown } from '../schema.js';
import type { LeafText } from './leafText.js';
import { looksLikeName, readPeople } from './people.js';

/** What stands between commas and the like. */
function parted(names: string): string[] {
  return names.split(/[,;&/+]|\band\b|\bor\b/).map((name) => name.trim());
}

/** `@jan`, as people are called on the web. */
const handle = /^@[\w-]+(?:\.[\w-]+)*$/;

/** A due date behind the owners; without parentheses it ends the head. */
export const dueForm = new RegExp(
  [
    /\(\s*(?:(?:by|due)\s+([^()\s][^()]*)|(\d{4}-\d{2}-\d{2})\s*)\)/.source,
    `\\s(?:by|due)\\s+(?!\\s)((?=[^(),:\\d]{0,80}\\d|(?:${dueBeginnings.join('|')})\\b)[^(),:]{1,80})$`,
  ].join('|'),
  'i',
);
const ownerGroup = new RegExp(`^\\S+(?:(?:\\s\\S+)?\\s(?:${groupWords.join('|')}))?$`, 'i');

/** The company behind an owner's name: `Jan Beulich from SUSE`. */
const fromCompany = /(?<!\s)\s+(?:from|of|at)\s+(\p{Lu}[\p{L}\d&. ]{0,80})$/u;

/** Between the marker and its colon stand names, a due date, or nothing; in upper case also a group such as "XenServer team". */
export function ownersPlausible(owners: string, upperCase: boolean): boolean {
  const names = owners
    .replace(dueForm, '')
    .replace(/\([^()]*\)|\[[^[\]]*\]|[*_]{1,2}/g, '')
    .replace(fromCompany, '')
    .trim();
  if (names === '' || statedUnknown.test(names)) return true;
  const words = parted(names).filter((name) => name !== '');
  const plausible = (name: string): boolean =>
    looksLikeName(name) || handle.test(name) || placeholderOwner.test(name) || (upperCase && ownerGroup.test(name));
  return words.length > 0 && words.every(plausible);
}

/** `(Jan)` and `[Jan]` are owners too when nothing else stands there; "or" parts names as a comma does; "someone" is nobody. */
export function readOwners(named: string, span: LeafText['span']): PersonMention[] {
  const open = (bracketedOwners(named) ?? named).replace(/\bor\b|(?<=\s)\+(?=\s)/g, (word) =>
    ','.padStart(word.length),
  );
  const company = fromCompany.exec(open);
  const text = company ? open.slice(0, company.index) : open;
  const owners = readPeople({ text, span }, 'owner').filter((owner) => !owner.unnamed);
  const affiliation = company?.[1]?.trim();
  return affiliation === undefined ? owners : owners.map((owner) => ({ affiliation, ...owner }));
}

/** The text with blanks for the brackets around names that stand alone; `undefined` when they hold no names. */
export function bracketedOwners(named: string): string | undefined {
  const inner = /^\s*[([]([^()[\]]+)[)\]]\s*$/.exec(named)?.[1];
  const names = inner === undefined ? undefined : parted(inner);
  return names?.every(looksLikeName) ? named.replace(/[()[\]]/g, ' ') : undefined;
}

/** Whether a text is nothing but names of people, none of them a word that labels what follows. */
export function namesPeople(text: string): boolean {
  const names = parted(text.replace(/(?<!\s)\s*\([^()]*\)/g, ''));
  return names.every(
    (name) =>
      handle.test(name) ||
      (looksLikeName(name) && !proseLabels.test(name) && fieldOf(name) === undefined && !otherLabels.test(name)),
  );
}

/** Words that begin what is told of an action, and are nobody's name. */
const otherLabels =
  /^(?:actions?|good|great|nice|fine|ok(?:ay)?|happy|ready|todo|done|open|closed|pending|everyone|everybody|all|none|nobody|someone|somebody|anyone|we|i|they|you|he|she|it|this|that|there|maybe|please|also|then|next|follow|need|see|add|ask|check|document|fix|get|make|move|ping|review|send|set|talk|try|update|write)\b/i;

/** Owners at the head of a text, and where the rest of it begins. */
export interface Headed {
  readonly owners: string;
  readonly length: number;
}

/** Who is to do what a text says, where it begins with them: `Jan: ask`, `Jan and Lea to ask`, `Jan will ask`, `[Jan] ask`, `@jan ask`. */
export function ownersAhead(text: string): Headed | undefined {
  const boxed = /^[[(]([^()[\]]{1,60})[)\]]:?\s+(?=\S)/.exec(text);
  if (boxed && namesPeople(boxed[1] ?? ''))
    return { owners: boxed[0].trimEnd().replace(/:$/, ''), length: boxed[0].length };
  const colon = /^([^:\n]{1,60}?)[*_]{0,2}\s?:{1,2}[*_]{0,2}\s+(?:[-–—]\s+)?(?=\S)/.exec(text);
  const before = colon?.[1]?.replace(/^[*_]+/, '') ?? '';
  if (colon && namesPeople(before)) return { owners: colon[1] ?? '', length: colon[0].length };
  const subject =
    /^([^:.;!?\n]{1,60}?)\s+(?=(?:to|will|shall|should|must|needs? to|has to|have to|(?:is|are) (?:going )?to)\s+\p{Ll})/u.exec(
      text,
    );
  if (subject && namesPeople(subject[1] ?? '')) return { owners: subject[1] ?? '', length: subject[0].length };
  const called = /^((?:@[\w.-]+[\s,&]+(?:and\s+)?)+)(?=\S)/.exec(text);
  return called
    ? { owners: (called[1] ?? '').replace(/(?<![\s,&])[\s,&]+$/, ''), length: called[0].length }
    : undefined;
}

/** Who is to do what a text says, where it ends with them: `ask (Jan/George)`, `ask [Jan]`; offset and length of the names. */
export function ownersBehind(
  text: string,
): { readonly at: number; readonly owners: string; readonly end: number } | undefined {
  const form = /\s[([](?:@(?=\w+[)\]]))?([^()[\]\n]{1,60})[)\]][\s.]*$/.exec(text);
  const owners = form?.[1] ?? '';
  if (!form || !(namesPeople(owners) || /\(@|\[@/.test(form[0]))) return undefined;
  return { at: form.index + form[0].indexOf(owners), owners, end: form.index };
}
