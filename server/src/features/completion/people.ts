import { foldName, shortForm } from '../../archive/names.js';
import { mentionsIn } from '../../archive/archive.js';
import { affiliationIn, presentAt, resolvedName, type Person } from '../../archive/people.js';
import { yearOf } from '../../document/dates.js';
import type { PersonMention } from '../../document/facts.js';
import { sectionAt } from '../../document/sections.js';
import { touches, type Span } from '../../text/span.js';
import { mayBecome, sortKey, type Completion } from './item.js';
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
}

/** People of the document first, then those of the registers by name. */
export function peopleCompletions(
  { document, archive }: FeatureContext,
  { span, insert, without }: PeopleOptions,
): Completion[] {
  const year = yearOf(document.facts.date?.iso);
  const present = presentPeople({ document, archive }, span.end);
  const others = archive.people.all
    .filter((person) => !present.has(foldName(person.name)))
    .sort((one, other) => one.name.localeCompare(other.name));
  const here = [...present.values()].map(({ name, mention }, index) => {
    const person = registered({ document, archive }, name);
    const company = mention.affiliation ?? (person && affiliationIn(person, year)?.name);
    return item({ name, ...(company !== undefined && { company }) }, person, sortKey(0, index));
  });
  const known = others.map((person, index) => {
    const company = affiliationIn(person, year)?.name;
    return item({ name: person.name, ...(company !== undefined && { company }) }, person, sortKey(1, index));
  });
  const typed = document.text.slice(span.start, span.end);
  return [...here, ...known].filter((each) => !without?.has(foldName(each.label)) && mayBecome(typed, each));

  function item(candidate: Candidate, person: Person | undefined, sortText: string): Completion {
    const detail = candidate.company ?? latestCompany(person);
    const documentation = person && aboutPerson(person);
    return {
      label: candidate.name,
      kind: 'person',
      ...(detail !== undefined && { detail }),
      ...(documentation && { documentation }),
      sortText,
      filterText: [candidate.name, ...(person?.aliases ?? []), shortForm(candidate.name)].join(' '),
      edit: { span, text: insert(candidate) },
    };
  }
}

/** Those the document names as present, by folded canonical name, in its order; the name that is being written is none. */
function presentPeople(
  { document, archive }: FeatureContext,
  offset: number,
): Map<string, { readonly name: string; readonly mention: PersonMention }> {
  const present = new Map<string, { name: string; mention: PersonMention }>();
  const section = document.facts.sections[sectionAt(document.cut, offset)];
  const written = new Set(
    section ? mentionsIn(section).filter((mention) => touches(mention.span, offset - section.start)) : [],
  );
  for (const mention of presentAt(document.facts)) {
    if (mention.unnamed || written.has(mention)) continue;
    const name = resolvedName(archive.person(mention.name, document.facts)) ?? mention.name;
    if (!present.has(foldName(name))) present.set(foldName(name), { name, mention });
  }
  return present;
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
    person.aliases.length > 0 ? `Also known as: ${person.aliases.map(plain).join(', ')}` : undefined,
  ]);
}

/** `Name (Company)`, unless a parenthesis follows already. */
export function withCompany(after: string): (person: Candidate) => string {
  const follows = /^\s*[([]/.test(after);
  return ({ name, company }) => (company === undefined || follows ? name : `${name} (${company})`);
}
