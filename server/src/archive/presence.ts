import { firstName, foldName, initials, shortForm } from './names.js';

/** Those who were there, found by what each may be called: one look-up a name, however many were there. */
export interface Presence {
  /** One name for each human, in the order they are listed. */
  readonly names: readonly string[];
  /** Positions in `names` by a form and what it is: full name, first name, short form or initials. */
  readonly byForm: ReadonlyMap<string, ReadonlySet<number>>;
}

/** `canonical` gives the register's name for a name as listed, so that an alias and the full name of one person are the same. */
export function presenceOf(listed: readonly string[], canonical: (name: string) => string): Presence {
  const names: string[] = [];
  const positions = new Map<string, number>();
  const byForm = new Map<string, Set<number>>();
  for (const each of listed) {
    const name = canonical(each);
    const key = foldName(name);
    const position = positions.get(key) ?? names.push(name) - 1;
    positions.set(key, position);
    for (const form of each === name ? formsOf(name) : [...formsOf(each), ...formsOf(name)]) {
      const known = byForm.get(form);
      if (known) known.add(position);
      else byForm.set(form, new Set([position]));
    }
  }
  return { names, byForm };
}

const forms = new Map<string, readonly string[]>();
const formsLimit = 20_000;

/** What somebody of a full name may be called; who is listed by one word only has no shorter form. */
function formsOf(name: string): readonly string[] {
  const known = forms.get(name);
  if (known) return known;
  const own = [`full ${foldName(name)}`];
  if (/\s/.test(name.trim()))
    own.push(`first ${foldName(firstName(name))}`, `short ${shortForm(name)}`, `initials ${initials(name)}`);
  if (forms.size >= formsLimit) forms.clear();
  forms.set(name, own);
  return own;
}

/** Everybody present whom a name may mean: by the full name, the first name, `IanC` or `IC`. */
export function presentUnder({ names, byForm }: Presence, name: string): string[] {
  const key = foldName(name);
  const asked = [`full ${key}`];
  if (!key.includes(' ')) {
    asked.push(`first ${key}`);
    if (/^\p{Lu}\p{Ll}+\p{Lu}$/u.test(name)) asked.push(`short ${key}`);
    if (/^\p{Lu}{2,4}$/u.test(name)) asked.push(`initials ${key}`);
  }
  const found = new Set(asked.flatMap((form) => [...(byForm.get(form) ?? [])]));
  return [...found].sort((one, other) => one - other).flatMap((position) => names[position] ?? []);
}
