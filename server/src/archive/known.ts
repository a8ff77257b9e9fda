import type { PersonRole, SectionFacts } from '../document/facts.js';
import { looksLikeName } from '../document/reading/people.js';
import { mentionsIn, type Archive } from './archive.js';
import { firstName, foldName } from './names.js';

const besideLists: ReadonlySet<PersonRole> = new Set<PersonRole>(['speaker', 'clarifier', 'owner']);

/** First names of those a section lists by their full names: attendees, people of fields; not who only speaks or owns an action. */
function firstNamesListed(facts: SectionFacts): string[] {
  return mentionsIn({ facts })
    .filter(({ as, name }) => !besideLists.has(as) && /\s/.test(name) && looksLikeName(name))
    .map(({ name }) => foldName(firstName(name)));
}

/**
 * Whether capitalised words are likely a person's name, and no heading such as "Next Steps": somebody of that first name is
 * listed in this archive, in the one it falls back to, or in a register.
 */
export function isLikelyPerson(archive: Archive, name: string): boolean {
  if (!/^\p{Lu}[\p{Ll}'’](?:[\p{L}'’.-]*\s)+(?:(?!\p{Ll})\p{L})*\p{Ll}/u.test(name)) return false;
  const first = foldName(firstName(name));
  if (archive.people.byFirstName.has(first)) return true;
  for (let each: Archive | undefined = archive; each; each = each.fallback)
    if (each.documentsWith(firstNamesListed, first).length > 0) return true;
  return false;
}
