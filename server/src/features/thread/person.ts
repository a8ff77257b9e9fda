import { mentionsIn as mentionsInSection } from '../../archive/archive.js';
import { foldName } from '../../archive/names.js';
import { resolvedName, type Affiliation, type Person } from '../../archive/people.js';
import { yearOf } from '../../document/dates.js';
import type { DocumentFacts } from '../../document/document.js';
import type { PersonMention } from '../../document/facts.js';
import type { ArchivedDocument } from '../context.js';
import { memo } from '../../text/memo.js';
import { shownName } from '../people.js';
import { actionEntry, actionsGiven, byDate, placed, sessionEntry, type ThreadEntry } from './entries.js';

/** Somebody through the years: sessions hosted, meetings, companies, and what is to be done. */
export interface PersonThread {
  readonly name: string;
  /** Absent where no register has them. */
  readonly person?: Person;
  /** Companies as the register has them. */
  readonly affiliations: readonly Affiliation[];
  /** Companies that documents say, and the years of these documents. */
  readonly stated: readonly { readonly name: string; readonly years: readonly number[] }[];
  /** The oldest first. */
  readonly entries: readonly ThreadEntry[];
}

/** Why there is nobody: several are called so, or none is; `near` are those who may be meant. */
export interface NobodyMeant {
  readonly candidates: readonly string[];
}

/** The thread of somebody, by full name, alias or a short form that fits one. */
export function personThread(documents: readonly ArchivedDocument[], asked: string): PersonThread | NobodyMeant {
  const archives = [...new Set(documents.map(({ archive }) => archive))];
  const resolutions = archives.map((archive) => archive.person(asked));
  const person = resolutions.flatMap((each) => (each.kind === 'person' ? [each.person] : []))[0];
  const found = mentionsByPerson(documents).get(foldName(person?.name ?? asked));
  if (!person && !found)
    return { candidates: resolutions.flatMap((each) => (each.kind === 'ambiguous' ? each.candidates : [])) };
  return {
    name: person?.name ?? found?.name ?? asked,
    ...(person && { person }),
    affiliations: person?.affiliations ?? [],
    stated: statedCompanies(found?.mentioned ?? []),
    entries: byDate((found?.mentioned ?? []).flatMap(entriesIn)),
  };
}

/** A document that names somebody. */
interface Mentioned extends ArchivedDocument {
  readonly mentions: ReadonlySet<PersonMention>;
  /** Whether a register or those present tell who is meant. */
  readonly isKnown: boolean;
}

/** Somebody, as they are shown, and where they are named. */
interface MentionedPerson {
  readonly name: string;
  readonly mentioned: readonly Mentioned[];
}

/** Everybody whom documents name, by folded name: one look at each document tells it of all. */
export const mentionsByPerson = memo((documents: readonly ArchivedDocument[]): ReadonlyMap<string, MentionedPerson> => {
  const people = new Map<string, { readonly name: string; readonly mentioned: Mentioned[] }>();
  for (const each of documents)
    for (const [name, mentions] of mentionsIn(each)) {
      const isKnown = resolvedName(each.archive.person(name, each.document)) !== undefined;
      const known = people.get(foldName(name));
      if (known) known.mentioned.push({ ...each, mentions, isKnown });
      else people.set(foldName(name), { name, mentioned: [{ ...each, mentions, isKnown }] });
    }
  return people;
});

/** The mentions in a document by whom they mean; by what is written where that is nobody who is known. */
function mentionsIn({ archive, document }: ArchivedDocument): ReadonlyMap<string, ReadonlySet<PersonMention>> {
  const byName = new Map<string, Set<PersonMention>>();
  if (document.kind === undefined || document.kind === 'people' || document.kind === 'topics') return byName;
  for (const mention of document.sections.flatMap(mentionsInSection)) {
    if (mention.unnamed) continue;
    const name = shownName(archive, mention, document);
    const known = byName.get(name);
    if (known) known.add(mention);
    else byName.set(name, new Set([mention]));
  }
  return byName;
}

function entriesIn(mentioned: Mentioned): ThreadEntry[] {
  const { archive, document, mentions } = mentioned;
  if (mentions.size === 0) return [];
  const sessions = document.sessions
    .filter(({ hosts }) => hosts.some(({ mention }) => mentions.has(mention)))
    .map((session) => sessionEntry(mentioned, session));
  const actions = actionsGiven(document)
    .filter(({ action }) => action.owners.some((owner) => mentions.has(owner)))
    .map((entry) => actionEntry(archive, entry));
  return [...sessions, ...presence(document, mentions), ...actions];
}

/** The document as a whole, where somebody was there; a page of sessions names them with each. */
function presence(document: DocumentFacts, mentions: ReadonlySet<PersonMention>): ThreadEntry[] {
  const { kind } = document;
  if (kind !== 'notes' && kind !== 'minutes' && kind !== 'event') return [];
  const hosting = new Set(document.sessions.flatMap(({ hosts }) => hosts.map(({ mention }) => mention)));
  const roles = rolesOf(
    [...mentions].filter((mention) => mention.as !== 'owner' && !hosting.has(mention)),
    document,
  );
  if (roles.length === 0) return [];
  return [{ kind, title: document.title, ...placed(document, document.titleSpan.start), roles }];
}

/** What somebody was in a document, in its own words: `chair`, `Scribe`; else by where they are named. */
function rolesOf(mentions: readonly PersonMention[], document: DocumentFacts): string[] {
  const fields = document.sections.flatMap(({ facts }) =>
    facts.fields.filter(({ people }) => people.some((each) => mentions.includes(each))).map(({ written }) => written),
  );
  const said = mentions.flatMap(({ roles }) => roles);
  const byPlace = mentions.flatMap(({ as }) => (as === 'attendee' || as === 'apology' || as === 'speaker' ? [as] : []));
  const all = [...byPlace, ...said, ...fields];
  return [...new Map(all.map((role) => [foldName(role), role])).values()];
}

function statedCompanies(found: readonly Mentioned[]): PersonThread['stated'] {
  const companies = new Map<string, { name: string; years: Set<number> }>();
  for (const { document, mentions } of found)
    for (const { affiliation } of mentions) {
      if (affiliation === undefined) continue;
      const known = companies.get(foldName(affiliation)) ?? { name: affiliation, years: new Set() };
      companies.set(foldName(affiliation), known);
      const year = yearOf(document.date?.iso);
      if (year !== undefined) known.years.add(year);
    }
  return [...companies.values()].map(({ name, years }) => ({ name, years: [...years].sort((a, b) => a - b) }));
}

/** Whether somebody was found. */
export function isThread(found: PersonThread | NobodyMeant): found is PersonThread {
  return 'entries' in found;
}
