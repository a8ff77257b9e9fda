import { yearOf } from '../../document/dates.js';
import type { ArchivedDocument } from '../context.js';
import { mentionsByPerson } from './person.js';

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
  return [...mentionsByPerson(documents).values()]
    .filter(({ mentioned }) => mentioned.some(({ isKnown }) => isKnown))
    .map(({ name, mentioned }) => {
      const years = mentioned.flatMap(({ document }) => yearOf(document.date?.iso) ?? []);
      return { name, documents: mentioned.length, ...period(years) };
    })
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

function period(years: readonly number[]): Pick<NamedPerson, 'from' | 'to'> {
  const [first] = years;
  if (first === undefined) return {};
  // So many years may not be given to one call.
  const from = years.reduce((least, year) => Math.min(least, year), first);
  return { from, to: years.reduce((most, year) => Math.max(most, year), first) };
}
