import { mentionsIn, type Archive } from '../../archive/archive.js';
import { foldName } from '../../archive/names.js';
import { affiliationIn, resolvedName, type Affiliation } from '../../archive/people.js';
import { yearOf } from '../../document/dates.js';
import type { DocumentFacts } from '../../document/document.js';
import type { PersonMention } from '../../document/facts.js';
import { placeOf, type Place, type Scope } from './scope.js';

/** A person as a document names one. */
export interface PersonRow {
  /** Canonical name, or as written when nobody is known by it; left out for somebody unnamed. */
  readonly name?: string;
  readonly text: string;
  /** As written, else what the register says of the document's year. */
  readonly affiliation?: string;
  /** Without its `@`. */
  readonly handle?: string;
  /** What else the document says: `left early`. */
  readonly remark?: string;
  readonly roles: readonly string[];
  /** Whether a register has the person. */
  readonly resolved: boolean;
}

export function personRow(archive: Archive, document: DocumentFacts, mention: PersonMention): PersonRow {
  const { text, roles, handle, remark } = mention;
  const written = mention.affiliation === undefined ? {} : { affiliation: mention.affiliation };
  if (mention.unnamed) return { text, ...written, roles, resolved: false };
  const resolution = archive.person(mention.name, document);
  const person = resolution.kind === 'person' ? resolution.person : undefined;
  const affiliation = mention.affiliation ?? (person && affiliationIn(person, yearOf(document.date?.iso))?.name);
  return {
    name: resolvedName(resolution) ?? mention.name,
    text,
    ...(affiliation !== undefined && { affiliation }),
    ...(handle !== undefined && { handle }),
    ...(remark !== undefined && { remark }),
    roles,
    resolved: person !== undefined,
  };
}

/** Canonical names of those a document names; as written where they resolve to nobody. */
export function namesOf(archive: Archive, document: DocumentFacts, mentions: readonly PersonMention[]): string[] {
  const named = mentions.filter((mention) => !mention.unnamed);
  return [...new Set(named.map((mention) => resolvedName(archive.person(mention.name, document)) ?? mention.name))];
}

/** Whether a name is the one asked for: the person it stands for, or all its words. */
export function isNamed(archive: Archive, name: string, wanted: string): boolean {
  const resolution = archive.person(wanted);
  if (resolution.kind === 'person') return foldName(resolution.person.name) === foldName(name);
  const words = foldName(name).split(' ');
  return foldName(wanted)
    .split(' ')
    .every((word) => words.includes(word));
}

export interface RegisteredPersonRow extends Place {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly affiliations: readonly Affiliation[];
  readonly mail?: string;
  /** How often the documents name the person, in all roles. */
  readonly mentions: number;
}

/**
 * People of the archive's own register; of the fallback's where it has none. A register that was not asked for gives those
 * whom the documents name.
 */
export function queryPeople(scope: Scope): RegisteredPersonRow[] {
  const { archive } = scope;
  const counts = countMentions(scope);
  const own = archive.people.all.filter((person) => archive.documents.has(person.path));
  const asked = new Set(scope.documents.map((document) => document.path));
  return (own.length > 0 ? own : archive.people.all).flatMap((person) => {
    const mentions = counts.get(foldName(person.name)) ?? 0;
    const document = archive.document(person.path);
    if (!document || (mentions === 0 && !asked.has(person.path))) return [];
    const { name, aliases, affiliations, mail } = person;
    return [
      {
        name,
        aliases,
        affiliations,
        ...(mail !== undefined && { mail }),
        mentions,
        ...placeOf(scope, document, person.span.start),
      },
    ];
  });
}

/** Mentions by folded canonical name, in one pass over the documents. */
function countMentions({ archive, documents }: Scope): Map<string, number> {
  const counts = new Map<string, number>();
  for (const document of documents) {
    const keys = new Map<string, string | undefined>();
    for (const mention of document.sections.flatMap(mentionsIn)) {
      if (mention.unnamed) continue;
      if (!keys.has(mention.name)) {
        const resolution = archive.person(mention.name, document);
        keys.set(mention.name, resolution.kind === 'person' ? foldName(resolution.person.name) : undefined);
      }
      const key = keys.get(mention.name);
      if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}
