import { mentionsIn } from '../../archive/archive.js';
import { foldName } from '../../archive/names.js';
import { resolvedName } from '../../archive/people.js';
import { yearOf } from '../../document/dates.js';
import type { DocumentFacts } from '../../document/document.js';
import type { ArchivedDocument } from '../context.js';

/** Somebody whom documents name. */
export interface NamedPerson {
  readonly name: string;
  /** Number of documents that name them. */
  readonly documents: number;
  /** First and last year of these. */
  readonly from?: number;
  readonly to?: number;
}

/** Everybody whom documents name so that it is known who is meant, by name. */
export function peopleNamed(documents: readonly ArchivedDocument[]): readonly NamedPerson[] {
  const people = new Map<string, { name: string; documents: number; years: number[] }>();
  for (const each of documents) {
    const year = yearOf(each.document.date?.iso);
    for (const name of namesIn(each)) {
      const person = people.get(foldName(name)) ?? { name, documents: 0, years: [] };
      people.set(foldName(name), person);
      person.documents++;
      if (year !== undefined) person.years.push(year);
    }
  }
  return [...people.values()]
    .map(({ name, documents: count, years }) => ({ name, documents: count, ...period(years) }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

function namesIn({ archive, document }: ArchivedDocument): ReadonlySet<string> {
  if (isRegister(document)) return new Set();
  const written = new Set(
    document.sections.flatMap((section) => mentionsIn(section).flatMap(({ name, unnamed }) => (unnamed ? [] : name))),
  );
  return new Set([...written].flatMap((name) => resolvedName(archive.person(name, document)) ?? []));
}

function isRegister({ kind }: DocumentFacts): boolean {
  return kind === undefined || kind === 'people' || kind === 'topics';
}

function period(years: readonly number[]): Pick<NamedPerson, 'from' | 'to'> {
  const [first] = years;
  if (first === undefined) return {};
  // So many years may not be given to one call.
  const from = years.reduce((least, year) => Math.min(least, year), first);
  return { from, to: years.reduce((most, year) => Math.max(most, year), first) };
}
