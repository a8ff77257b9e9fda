import { mentionsIn } from '../../archive/archive.js';
import { foldName } from '../../archive/names.js';
import type { Affiliation, Person } from '../../archive/people.js';
import { yearOf } from '../../document/dates.js';
import type { DocumentFacts } from '../../document/document.js';
import type { PersonMention } from '../../document/facts.js';
import type { ArchivedDocument } from '../context.js';
import { meaning, wanted, type Wanted } from '../people.js';
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
  const who: Wanted = person ? wanted(person) : { name: asked.trim(), aliases: [] };
  const found = documents.map((each) => ({ ...each, mentions: mentionsOfIn(each, who) }));
  const entries = found.flatMap(entriesIn);
  if (!person && entries.length === 0)
    return { candidates: resolutions.flatMap((each) => (each.kind === 'ambiguous' ? each.candidates : [])) };
  return {
    name: who.name,
    ...(person && { person }),
    affiliations: person?.affiliations ?? [],
    stated: statedCompanies(found),
    entries: byDate(entries),
  };
}

interface Mentioned extends ArchivedDocument {
  /** Mentions of the person. */
  readonly mentions: ReadonlySet<PersonMention>;
}

function mentionsOfIn({ archive, document }: ArchivedDocument, who: Wanted): ReadonlySet<PersonMention> {
  const means = meaning(archive, who);
  return new Set(document.sections.flatMap(mentionsIn).filter((mention) => means(mention, document)));
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
