import { isNickname } from '../document/schema.js';
import { memo } from '../text/memo.js';
import { firstName, foldName, initials, shortForm } from './names.js';

/** Those who were there, found by what each may be called: one look-up a name, however many were there. */
export interface Presence {
  /** One name for each human, in the order they are listed. */
  readonly names: readonly string[];
  /** Positions in `names` by a form and what it is: full name, first name, short form or initials. */
  readonly byForm: ReadonlyMap<string, ReadonlySet<number>>;
}

/** Somebody as listed, and what else the list says they are called: initials, a handle. */
export interface Listed {
  readonly name: string;
  readonly also: readonly string[];
}

/** `canonical` gives the register's name for a name as listed, so that an alias and the full name of one person are the same. */
export function presenceOf(listed: readonly Listed[], canonical: (name: string) => string): Presence {
  const names: string[] = [];
  const positions = new Map<string, number>();
  const byForm = new Map<string, Set<number>>();
  for (const { name: each, also } of listed) {
    const name = canonical(each);
    const key = foldName(name);
    const position = positions.get(key) ?? names.push(name) - 1;
    positions.set(key, position);
    const called = also.map((other) => `called ${foldName(other)}`);
    for (const form of [...(each === name ? [] : formsOf(each)), ...formsOf(name), ...called]) {
      const known = byForm.get(form);
      if (known) known.add(position);
      else byForm.set(form, new Set([position]));
    }
  }
  return { names, byForm };
}

/** What somebody of a full name may be called; who is listed by one word only has no shorter form. */
const formsOf = memo((name: string): readonly string[] => {
  const own = [`full ${foldName(name)}`];
  if (/\s/.test(name.trim())) {
    const nick = /["“‘(]([^"”’)]{1,20})["”’)]/.exec(name)?.[1];
    const plain = nick === undefined ? name : name.replace(/\s?["“‘(][^"”’)]{1,20}["”’)]/, '');
    own.push(`first ${foldName(firstName(name))}`, `short ${shortForm(name)}`, `initials ${initials(plain)}`);
    own.push(...withoutMiddle(plain).map((form) => `full ${form}`));
    if (nick !== undefined)
      own.push(`full ${foldName(plain)}`, `full ${foldName(nick)}`, `full ${foldName(plain.replace(/^\S+/, nick))}`);
  }
  return own;
});

/** `Steven R. Lumis` is `Steven Lumis` as well: who has a middle name is called without it. */
function withoutMiddle(name: string): string[] {
  const words = foldName(name).split(' ');
  return words.length > 2 ? [`${words[0] ?? ''} ${words.at(-1) ?? ''}`] : [];
}

/** Whether two first names may be one's: one begins with the other, or they are known to be. */
export function mayBeOne(one: string, other: string): boolean {
  if (one === other) return false;
  const long = Math.min(one.length, other.length) >= shortest;
  return (long && (one.startsWith(other) || other.startsWith(one))) || isNickname(one, other);
}

/** Shorter beginnings of a first name are no short form of it. */
const shortest = 3;

/**
 * Everybody present whose first name is another form of `name`: `Steve` for `Steven`, `Mike` for `Michael`. It tells when nobody is
 * called so.
 */
export function presentLike({ names }: Presence, name: string): string[] {
  const [first = '', ...rest] = foldName(name).split(' ');
  return names.filter((each) => {
    const [own = '', ...more] = foldName(each).split(' ');
    return mayBeOne(own, first) && more.length > 0 && (rest.length === 0 || rest.at(-1) === more.at(-1));
  });
}

/** Everybody present whom a name may mean: by the full name, the first name, `IanC` or `IC`. */
export function presentUnder({ names, byForm }: Presence, name: string): string[] {
  const key = foldName(name);
  const called = byForm.get(`called ${key}`);
  // Initials that the list gives to somebody are not those of others.
  if (called) return [...called].flatMap((position) => names[position] ?? []);
  const asked = [`full ${key}`];
  asked.push(...withoutMiddle(name).map((form) => `full ${form}`));
  if (!key.includes(' ')) {
    asked.push(`first ${key}`);
    if (/^\p{Lu}\p{Ll}+\p{Lu}$/u.test(name)) asked.push(`short ${key}`);
    if (/^\p{Lu}{2,4}$/u.test(name)) asked.push(`initials ${key}`);
  }
  const found = new Set(asked.flatMap((form) => [...(byForm.get(form) ?? [])]));
  return [...found].sort((one, other) => one - other).flatMap((position) => names[position] ?? []);
}
