import type { DocumentFacts, PlacedFacts } from '../document/document.js';
import type { PersonMention, SectionFacts } from '../document/facts.js';
import { fieldNamed } from '../document/reading/section.js';
import { memo } from '../text/memo.js';
import { shift, type Span } from '../text/span.js';
import { firstName, foldName, shortForm } from './names.js';
import { presenceOf, presentLike, presentUnder, type Listed, type Presence } from './presence.js';

export interface Affiliation {
  readonly name: string;
  /** First and last year, where stated. */
  readonly from?: number;
  readonly to?: number;
}

/** A person of a register. */
export interface Person {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly affiliations: readonly Affiliation[];
  readonly mail?: string;
  /** The sentence below the fields. */
  readonly about?: string;
  readonly path: string;
  /** Of the name in the register. */
  readonly span: Span;
}

/** People by the forms their names are found under. */
export interface People {
  readonly all: readonly Person[];
  /** By folded full name and alias. */
  readonly byName: ReadonlyMap<string, readonly Person[]>;
  readonly byFirstName: ReadonlyMap<string, readonly Person[]>;
  readonly byShortForm: ReadonlyMap<string, readonly Person[]>;
}

/** The people a register lists: one heading a person. */
export function readRegister(document: DocumentFacts): Person[] {
  return document.sections.flatMap((section) =>
    section.index === document.titleIndex || !section.facts.heading ? [] : person(document.path, section),
  );
}

function person(path: string, { facts, start }: PlacedFacts): Person[] {
  const { heading } = facts;
  if (!heading || heading.title === '') return [];
  return [{ ...entry(facts), path, span: shift(heading.titleSpan, start) }];
}

/** What a section says of a person, wherever it stands: while a register is written all but one of its entries stay. */
const entry = memo((facts: SectionFacts): Omit<Person, 'path' | 'span'> => {
  const mail = fieldNamed(facts, 'Mail')?.value;
  return {
    name: facts.heading?.title ?? '',
    aliases: fieldNamed(facts, 'Also known as')?.items.map((item) => item.text) ?? [],
    affiliations: fieldNamed(facts, 'Affiliation')?.items.map((item) => readAffiliation(item.text)) ?? [],
    ...(mail !== undefined && mail !== '' && { mail }),
    ...(facts.summary !== undefined && { about: facts.summary }),
  };
});

/** `Citrix`, `Citrix (2013)`, `Citrix (2013 to 2018)`, `Citrix (until 2019)`, `AWS (from 2020)`. */
export function readAffiliation(text: string): Affiliation {
  const form = /^(.*)\(([^()]*)\)\s*$/.exec(text);
  const years = form?.[2] ?? '';
  const name = form?.[1]?.trimEnd() ?? text;
  const between = /^(\d{4})\s*(?:to|-|–)\s*(\d{4})$/.exec(years);
  if (between) return { name, from: Number(between[1]), to: Number(between[2]) };
  const until = /^(?:until|to)\s+(\d{4})$/.exec(years);
  if (until) return { name, to: Number(until[1]) };
  const from = /^(?:from|since)\s+(\d{4})$/.exec(years);
  if (from) return { name, from: Number(from[1]) };
  const year = /^\d{4}$/.exec(years);
  if (year) return { name, from: Number(years), to: Number(years) };
  return { name: text };
}

/** The company somebody was with in a year: one whose stated years hold it, else the only one, else none. */
export function affiliationIn(person: Person, year: number | undefined): Affiliation | undefined {
  const fits = (each: Affiliation): boolean =>
    year !== undefined && (each.from ?? -Infinity) <= year && year <= (each.to ?? Infinity);
  return (
    person.affiliations.find((each) => (each.from !== undefined || each.to !== undefined) && fits(each)) ??
    person.affiliations.find((each) => each.from === undefined && each.to === undefined)
  );
}

/** Every company somebody may have been with in a year; `undefined` when the register's years leave it open. */
export function affiliationsIn(person: Person, year: number | undefined): readonly Affiliation[] | undefined {
  if (year === undefined && person.affiliations.some((each) => each.from !== undefined || each.to !== undefined))
    return undefined;
  const at = year ?? 0;
  const fitting = person.affiliations.filter((each) => (each.from ?? at) <= at && at <= (each.to ?? at));
  return fitting.length === 0 ? undefined : fitting;
}

/** Indexes people; of two with one name the first wins, so an archive's own register comes before the fallback's. */
export function indexPeople(people: readonly Person[]): People {
  const all: Person[] = [];
  const names = new Set<string>();
  for (const each of people) {
    const key = foldName(each.name);
    if (!names.has(key)) all.push(each);
    names.add(key);
  }
  return {
    all,
    byName: group(all, (each) => [each.name, ...each.aliases].map(foldName)),
    byFirstName: group(all, (each) => [foldName(firstName(each.name))]),
    byShortForm: group(all, (each) => [shortForm(each.name)]),
  };
}

function group(people: readonly Person[], keys: (person: Person) => readonly string[]): Map<string, Person[]> {
  const groups = new Map<string, Person[]>();
  for (const each of people) {
    for (const key of new Set(keys(each))) {
      const known = groups.get(key);
      if (known) known.push(each);
      else groups.set(key, [each]);
    }
  }
  return groups;
}

export type PersonResolution =
  /** Somebody of the register. */
  | { readonly kind: 'person'; readonly person: Person }
  /** Somebody this document names as present, in no register. */
  | { readonly kind: 'present'; readonly name: string }
  /** A short form that fits several. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
  /** Nobody known; `candidates` share the first name. */
  | { readonly kind: 'unknown'; readonly candidates: readonly Person[] };

const presentFields = new Set(['Host', 'Scribe', 'Chair', 'Participants', 'Owner', 'Technical contact']);

/** Everybody a document names as having been there: its attendees, and the people of its fields. */
export function presentAt(document: DocumentFacts): readonly PersonMention[] {
  return document.sections.flatMap(({ facts }) => {
    // In most sections people speak, and none is listed.
    const listed = facts.people.length + facts.fields.length + (facts.heading?.people.length ?? 0);
    return listed === 0 ? nobodyPresent : presentIn(facts);
  });
}

const nobodyPresent: readonly PersonMention[] = [];

const presentIn = memo(({ people, fields, heading }: SectionFacts): readonly PersonMention[] => [
  ...people.filter((mention) => mention.as === 'attendee' && !mention.unnamed),
  ...fields.flatMap((field) => (field.label !== undefined && presentFields.has(field.label) ? field.people : [])),
  ...(heading?.people ?? []),
]);

/**
 * Those present at a document, and what names mean among them. It is the same object for as long as the register and the
 * names are the same, whatever else of the document changes, so that what follows from it can be kept.
 */
export interface Company {
  readonly people: People;
  /** As listed. */
  readonly names: readonly string[];
  readonly presence: Presence;
}

/** The {@link Company} of a document. */
export const companyOf = memo((people: People, document: DocumentFacts): Company => {
  const listed = presentAt(document).map(({ name, initials, handle }) => ({
    name,
    also: [initials, handle].filter((each) => each !== undefined),
  }));
  return companyListed(people, JSON.stringify(listed));
});

/** A list that is being written gives a new company at each keystroke. */
const mostCompanies = 100;

const companyListed = memo((people: People, json: string): Company => {
  const listed = JSON.parse(json) as readonly Listed[];
  const names = listed.map(({ name }) => name);
  return { people, names, presence: presenceOf(listed, (name) => canonicalName(people, name)) };
}, mostCompanies);

const nobody = presenceOf([], (name) => name);

/**
 * Who a name means in a document: a full name or alias of the register; else a first name or initials form that fits
 * exactly one of those present; else an initials form that fits exactly one of the register. Never a guess between two.
 * `@jan` is looked up as `jan` unless the register has it as written.
 */
export function resolvePerson(people: People, name: string, document: DocumentFacts | undefined): PersonResolution {
  return document ? meantAmong(companyOf(people, document), name) : resolveAmong(people, name, nobody);
}

/** Who a name means among those present. */
export const meantAmong = memo(({ people, presence }: Company, name: string): PersonResolution =>
  resolveAmong(people, name, presence),
);

function resolveAmong(people: People, written: string, presence: Presence): PersonResolution {
  const name = written.startsWith('@') && !people.byName.has(foldName(written)) ? written.slice(1) : written;
  const key = foldName(name);
  const named = people.byName.get(key) ?? [];
  const here = presentUnder(presence, name);
  if (named.length === 1 && named[0] && (here.length === 0 || key.includes(' ')))
    return { kind: 'person', person: named[0] };
  const exact = here.filter((each) => foldName(each) === key);
  const fitting = exact.length > 0 ? exact : here;
  if (fitting.length === 1 && fitting[0] !== undefined) return fromPresent(people, fitting[0]);
  if (fitting.length > 1) return { kind: 'ambiguous', candidates: fitting };
  if (named.length === 1 && named[0]) return { kind: 'person', person: named[0] };
  if (named.length > 1) return { kind: 'ambiguous', candidates: named.map((each) => each.name) };
  const short = /^\p{Lu}\p{Ll}+\p{Lu}$/u.test(name) ? (people.byShortForm.get(key) ?? []) : [];
  if (short.length === 1 && short[0]) return { kind: 'person', person: short[0] };
  const [like, another] = presentLike(presence, name);
  if (like !== undefined && another === undefined) return fromPresent(people, like);
  const sharing = short.length > 1 ? short : key.includes(' ') ? [] : (people.byFirstName.get(key) ?? []);
  return sharing.length > 1
    ? { kind: 'ambiguous', candidates: sharing.map((each) => each.name) }
    : { kind: 'unknown', candidates: sharing };
}

/** The register's name for a full name or alias; the name itself when the register has nobody of it, or several. */
function canonicalName(people: People, name: string): string {
  const [registered, other] = people.byName.get(foldName(name)) ?? [];
  return registered && !other ? registered.name : name;
}

function fromPresent(people: People, name: string): PersonResolution {
  const [registered, other] = people.byName.get(foldName(name)) ?? [];
  return registered && !other ? { kind: 'person', person: registered } : { kind: 'present', name };
}

/** The canonical name of whom a mention resolves to; `undefined` when it resolves to nobody or to several. */
export function resolvedName(resolution: PersonResolution): string | undefined {
  if (resolution.kind === 'person') return resolution.person.name;
  return resolution.kind === 'present' ? resolution.name : undefined;
}
