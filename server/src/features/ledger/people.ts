import type { Archive } from '../../archive/archive.js';
import { foldName } from '../../archive/names.js';
import { presentAt, resolvedName } from '../../archive/people.js';
import type { DocumentFacts } from '../../document/document.js';
import type { PersonMention } from '../../document/facts.js';
import type { FeatureContext } from '../context.js';
import { shownName } from '../people.js';
import type { ActionPlace } from './changes/way.js';
import { ledgerOf } from './ledger.js';

/** Who may be given an action of a document: those who were there, then those who have others to do, then the register. */
export function offeredOwners(archive: Archive, document: DocumentFacts | undefined): string[] {
  const present = document ? presentAt(document).map((mention) => shownName(archive, mention, document)) : [];
  const others = ledgerOf(archive).actions.flatMap(({ owners }) => owners);
  const registered = archive.people.all.map(({ name }) => name);
  const byName = new Map([...present, ...others, ...registered].reverse().map((name) => [foldName(name), name]));
  return [...byName.values()].reverse();
}

/** Those who were there and have none of some actions to do. */
export function othersPresent(
  { document: { facts }, archive }: FeatureContext,
  places: readonly ActionPlace[],
): string[] {
  const named = (mentions: readonly PersonMention[]): string[] =>
    mentions.filter(({ unnamed }) => !unnamed).map((mention) => shownName(archive, mention, facts));
  const owners = new Set(places.flatMap(({ action }) => named(action.owners)));
  return [...new Set(named(presentAt(facts)))].filter((name) => !owners.has(name));
}

/** The canonical name of somebody who goes by a name of their own, such as that of git; the name where nobody is known by it. */
export function personMeant(archive: Archive, name: string): string {
  return resolvedName(archive.person(name)) ?? name;
}
