import { readDocument } from '../../server/src/document/document.js';
import type { Action, PersonMention, SectionFacts } from '../../server/src/document/facts.js';
import type { Span } from '../../server/src/text/span.js';

export interface LastSection {
  readonly facts: SectionFacts;
  /** The text that a span of these facts stands for. */
  readonly quote: (span: Span) => string;
}

/** The last section of a text. */
export function lastSection(text: string): LastSection {
  const section = readDocument('document.md', text).facts.sections.at(-1);
  if (!section) throw new Error('an empty text has no section');
  return { facts: section.facts, quote: ({ start, end }) => text.slice(section.start + start, section.start + end) };
}

/** A section of minutes with the given body. */
export function sectionWith(body: string, heading = 'Kexec'): LastSection {
  return lastSection(`# Call Minutes\n\n## ${heading}\n\n${body}\n`);
}

/** `Name @Company #role`; `?` is somebody unnamed. */
export function tellPerson({ name, affiliation, roles, unnamed }: PersonMention): string {
  const company = affiliation === undefined ? [] : [`@${affiliation}`];
  return [unnamed ? '?' : name, ...company, ...roles.map((role) => `#${role}`)].join(' ');
}

export function tellPeople(people: readonly PersonMention[]): string {
  return people.map(tellPerson).join(' + ');
}

/** `Owner + Owner | due | text`, with what else is said of it behind. */
export function tellAction(action: Action): string {
  const due = action.due ? (action.due.date?.iso ?? `"${action.due.text}"`) : '-';
  const owners = action.ownerStatedUnknown ? 'unknown' : tellPeople(action.owners) || 'nobody';
  const states = (['done', 'previous', 'progress'] as const).filter((state) => action[state]);
  return [`${owners} | ${due} | ${action.text}`, ...states].join(' | ');
}
