import { mentionsIn, type Archive } from '../../archive/archive.js';
import { foldName } from '../../archive/names.js';
import type { Person } from '../../archive/people.js';
import { resolvedName } from '../../archive/people.js';
import { place, type Document, type PlacedFacts } from '../../document/document.js';
import type { PersonMention } from '../../document/facts.js';
import type { TextEdit } from '../../text/edits.js';
import type { PlaceIn } from '../context.js';
import { meaning, type Wanted } from '../people.js';
import { say } from '../../text/say.js';
import { filesOf, type Documents, type Refused, type Renamed } from './renamed.js';
import { writtenAnew } from './writtenAnew.js';

export interface RenamedPerson extends Wanted {
  /** Where the register has the entry; absent for somebody in none. */
  readonly declaration?: Pick<Person, 'path' | 'span'>;
}

/** Somebody's new name in the register and everywhere that means them; what others may be meant by is left. */
export function renamePerson(
  archive: Archive,
  person: RenamedPerson,
  to: string,
  documents: Documents,
): Renamed | Refused {
  const refused = whyNot(archive, person, to);
  if (refused !== undefined) return { refused };
  const looks = documents.map((document) => [document, lookThrough(archive, person, to, document)] as const);
  const byDocument = new Map(looks);
  return {
    files: filesOf(documents, (document) => byDocument.get(document)?.edits ?? []),
    left: looks.flatMap(([, { left }]) => left),
  };
}

/** What would end a name in a list, a field or a speech. */
const endsName = /[\r\n()[\]<>|,;:/&*_`#@"]|\s(?:and|or)\s/;

function whyNot(archive: Archive, { name, aliases }: RenamedPerson, to: string): string | undefined {
  if (!/\p{L}/u.test(to) || to.length > 60) return say`a name has a letter, and at most 60 characters`;
  const sign = endsName.exec(to)?.[0].trim();
  if (sign !== undefined) return say`a name cannot hold "${sign}": it would end there`;
  const [other] = (archive.people.byName.get(foldName(to)) ?? []).filter(
    (each) => foldName(each.name) !== foldName(name),
  );
  if (other) return say`"${to}" is a name of ${other.name} already; two people would become one`;
  if (aliases.some((alias) => foldName(alias) === foldName(to)))
    return say`"${to}" stands among the other names of ${name}; take it from there first`;
  const taken = foldName(to) !== foldName(name) && isMentioned(archive, to);
  return taken ? say`somebody is called "${to}" already; two people would become one` : undefined;
}

function isMentioned({ documents }: Archive, name: string): boolean {
  const folded = foldName(name);
  return [...documents.values()].some((document) =>
    document.sections.some((section) => mentionsIn(section).some((mention) => foldName(mention.name) === folded)),
  );
}

interface Look {
  readonly edits: readonly TextEdit[];
  readonly left: readonly PlaceIn[];
}

function lookThrough(archive: Archive, person: RenamedPerson, to: string, document: Document): Look {
  const { facts, text, path } = document;
  const means = meaning(archive, person);
  const others = archive
    .company(facts)
    .names.map((name) => resolvedName(archive.person(name, facts)) ?? name)
    .filter((name) => foldName(name) !== foldName(person.name));
  const given = new Set(
    meant(facts.sections, (mention) => means(mention, facts)).flatMap(({ mention }) => mention.initials ?? []),
  );
  const edits: TextEdit[] = person.declaration?.path === path ? [{ span: person.declaration.span, text: to }] : [];
  const left: PlaceIn[] = [];
  for (const { mention, section } of meant(facts.sections, () => true)) {
    const span = place(section, mention.nameSpan);
    if (!means(mention, facts)) {
      if (mayMean(archive.person(mention.name, facts), person.name)) left.push({ path, span });
      continue;
    }
    // Initials that the list gives beside the name are their own.
    const anew = given.has(mention.name) ? undefined : writtenAnew(mention.name, [person.name, to], others);
    if (anew === undefined) continue;
    if (text.slice(span.start, span.end) === mention.name) edits.push({ span, text: anew });
    else left.push({ path, span });
  }
  return { edits, left };
}

function meant(
  sections: readonly PlacedFacts[],
  test: (mention: PersonMention) => boolean,
): { readonly mention: PersonMention; readonly section: PlacedFacts }[] {
  return sections.flatMap((section) =>
    mentionsIn(section).flatMap((mention) => (!mention.unnamed && test(mention) ? [{ mention, section }] : [])),
  );
}

function mayMean(resolution: ReturnType<Archive['person']>, name: string): boolean {
  return resolution.kind === 'ambiguous' && resolution.candidates.some((each) => foldName(each) === foldName(name));
}
