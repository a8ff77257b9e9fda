import { foldName, initials, shortForm } from '../../archive/names.js';
import { mentionsIn } from '../../archive/archive.js';
import { affiliationIn, presentAt, resolvedName, type Person } from '../../archive/people.js';
import { speakersBefore } from '../../archive/speakers.js';
import { yearOf } from '../../document/dates.js';
import type { PersonMention } from '../../document/facts.js';
import { sectionAt } from '../../document/sections.js';
import { touches, type Span } from '../../text/span.js';
import { say } from '../../text/say.js';
import { sortKey, type Offer } from './item.js';
import type { FeatureContext } from '../context.js';
import { paragraphs, plain } from '../markdown.js';

export interface PeopleOptions {
  /** What the entry replaces. */
  readonly span: Span;
  /** What is inserted for somebody. */
  readonly insert: (person: Candidate) => string;
  /** Folded names that are not offered. */
  readonly without?: ReadonlySet<string>;
}

export interface Candidate {
  readonly name: string;
  /** At the document's date, where it is known. */
  readonly company?: string;
  /** What the document says they are called: initials, a handle. */
  readonly called?: readonly string[];
}

/** People of the document first, whoever spoke last before the others, then those of the registers by name. */
export function peopleCompletions(
  { document, archive }: FeatureContext,
  { span, insert, without }: PeopleOptions,
): Offer[] {
  const year = yearOf(document.facts.date?.iso);
  const present = presentPeople({ document, archive }, span.end);
  const others = archive.people.all
    .filter((person) => !present.has(foldName(person.name)))
    .sort((one, other) => one.name.localeCompare(other.name));
  const here = [...present.values()].map(({ name, mention }, index) => {
    const person = registered({ document, archive }, name);
    const company = mention?.affiliation ?? (person && affiliationIn(person, year)?.name);
    const called = [mention?.initials, mention?.handle].filter((each) => each !== undefined);
    return item({ name, ...(company !== undefined && { company }), called }, person, sortKey(0, index));
  });
  const known = others.map((person, index) => {
    const company = affiliationIn(person, year)?.name;
    return item({ name: person.name, ...(company !== undefined && { company }) }, person, sortKey(1, index));
  });
  return [...here, ...known].filter((each) => !without?.has(foldName(each.label)));

  function item(candidate: Candidate, person: Person | undefined, sortText: string): Offer {
    const detail = candidate.company ?? latestCompany(person);
    return {
      label: candidate.name,
      kind: 'person',
      ...(detail !== undefined && { detail }),
      ...(person && { documentation: () => aboutPerson(person) }),
      sortText,
      also: [
        ...(person?.aliases ?? []),
        ...(candidate.called ?? []),
        shortForm(candidate.name),
        initials(candidate.name),
      ],
      edit: { span, text: insert(candidate) },
    };
  }
}

interface PresentPerson {
  readonly name: string;
  /** Where the document lists them; absent for somebody who only spoke. */
  readonly mention?: PersonMention;
}

/**
 * Those of the document by folded canonical name: who spoke last before an offset, then who is named as present in the
 * document's order. The name that is being written is none.
 */
function presentPeople({ document, archive }: FeatureContext, offset: number): Map<string, PresentPerson> {
  const listed = new Map<string, PresentPerson>();
  const section = document.facts.sections[sectionAt(document.cut, offset)];
  const written = new Set(
    section ? mentionsIn(section).filter((mention) => touches(mention.span, offset - section.start)) : [],
  );
  for (const mention of presentAt(document.facts)) {
    if (mention.unnamed || written.has(mention)) continue;
    const name = resolvedName(archive.person(mention.name, document.facts)) ?? mention.name;
    if (!listed.has(foldName(name))) listed.set(foldName(name), { name, mention });
  }
  const spoke = speakersBefore(archive, document.facts, offset).map((name) => [foldName(name), { name }] as const);
  return new Map([...spoke.map(([key, speaker]) => [key, listed.get(key) ?? speaker] as const), ...listed]);
}

function registered({ archive }: FeatureContext, name: string): Person | undefined {
  const [person, other] = archive.people.byName.get(foldName(name)) ?? [];
  return other ? undefined : person;
}

function latestCompany(person: Person | undefined): string | undefined {
  const latest = person?.affiliations.at(-1);
  if (!latest) return undefined;
  const until = latest.to ?? latest.from;
  return until === undefined ? latest.name : `${latest.name} (${until})`;
}

function aboutPerson(person: Person): string {
  return paragraphs([
    person.about && plain(person.about),
    person.aliases.length > 0 ? say`Also known as: ${person.aliases.map(plain).join(', ')}` : undefined,
  ]);
}

/** `Name (Company)`, unless a parenthesis follows already. */
export function withCompany(after: string): (person: Candidate) => string {
  const follows = /^\s*[([]/.test(after);
  return ({ name, company }) => (company === undefined || follows ? name : `${name} (${company})`);
}
