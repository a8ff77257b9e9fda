import type { Archive } from '../archive/archive.js';
import { mentionsIn, type MentionEntry } from '../archive/archive.js';
import { firstName, foldName, initials, shortForm } from '../archive/names.js';
import type { Affiliation, Person } from '../archive/people.js';
import { resolvedName } from '../archive/people.js';
import type { DocumentFacts, PlacedFacts } from '../document/document.js';
import type { PersonMention } from '../document/facts.js';
import { say } from '../text/say.js';

/** Somebody to look for: a person of the register, or a name that no register has. */
export interface Wanted {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Tests whether a mention in a document means somebody. A name that cannot be a form of theirs is never resolved. */
export function meaning(
  archive: Archive,
  wanted: Wanted,
): (mention: PersonMention, document: DocumentFacts) => boolean {
  const forms = new Set(
    [wanted.name, ...wanted.aliases].flatMap((name) => [
      foldName(name),
      foldName(firstName(name)),
      shortForm(name),
      initials(name),
    ]),
  );
  const key = foldName(wanted.name);
  return (mention, document) => {
    if (mention.unnamed) return false;
    const written = foldName(mention.name);
    if (!forms.has(written)) return false;
    const name = resolvedName(archive.person(mention.name, document));
    return name === undefined ? written === key : foldName(name) === key;
  };
}

/** Everywhere the archive's own documents name somebody. */
export function mentionsOf(archive: Archive, wanted: Wanted): MentionEntry[] {
  const means = meaning(archive, wanted);
  return [...archive.documents.values()].flatMap((document) =>
    document.sections.flatMap((section) => mentionsInSection(document, section, means)),
  );
}

/** The mentions of somebody in one section. */
export function mentionsInSection(
  document: DocumentFacts,
  section: PlacedFacts,
  means: ReturnType<typeof meaning>,
): MentionEntry[] {
  return mentionsIn(section).flatMap((mention) => (means(mention, document) ? [{ document, section, mention }] : []));
}

/** The name somebody is shown under: the register's where a mention resolves, else the one written. */
export function shownName(archive: Archive, mention: PersonMention, document: DocumentFacts): string {
  return resolvedName(archive.person(mention.name, document)) ?? mention.name;
}

/** What a person is looked for by. */
export function wanted(person: Person): Wanted {
  return { name: person.name, aliases: person.aliases };
}

/** A company and the years somebody was with it. */
export function affiliationDated({ name, from, to }: Affiliation): string {
  if (from !== undefined && to !== undefined)
    return from === to ? `${name} (${from})` : say`${name} (${from} to ${to})`;
  if (from !== undefined) return say`${name} (from ${from})`;
  return to !== undefined ? say`${name} (until ${to})` : name;
}
