import { mentionsIn } from '../archive/archive.js';
import { affiliationIn } from '../archive/people.js';
import { yearOf } from '../document/dates.js';
import { place, type PlacedFacts } from '../document/document.js';
import type { PersonMention } from '../document/facts.js';
import { overlaps, type Span } from '../text/span.js';
import type { FeatureContext } from './context.js';

/** What is shown behind a name and not written. */
export interface NameHint {
  readonly offset: number;
  /** The rest of the name where the name begins with what is written, else all of it. */
  readonly text: string;
  readonly name: string;
  readonly company?: string;
  /** Whether the name is written in full where the text is inserted. */
  readonly insertable: boolean;
}

/** The full names of those who are called by a part of it, in a range; nothing for Markdown of no kind of ours. */
export function nameHints({ document, archive }: FeatureContext, range: Span): NameHint[] {
  const { facts } = document;
  if (!facts.kind) return [];
  const year = yearOf(facts.date?.iso);
  const hint = (section: PlacedFacts, { name: written, nameSpan }: PersonMention): NameHint[] => {
    const span = place(section, nameSpan);
    if (!overlaps({ start: range.start, end: range.end + 1 }, span)) return [];
    const resolution = archive.person(written, facts);
    const name =
      resolution.kind === 'person' ? resolution.person.name : resolution.kind === 'present' ? resolution.name : written;
    if (name === written || isSpelling(name, written)) return [];
    const insertable = name.startsWith(`${written} `);
    const company = resolution.kind === 'person' ? affiliationIn(resolution.person, year)?.name : undefined;
    const text = insertable ? name.slice(written.length) : ` (${name})`;
    return [{ offset: span.end, text, name, insertable, ...(company !== undefined && { company }) }];
  };
  const near = facts.sections.filter(({ start, end }) => start <= range.end && range.start <= end);
  return near
    .flatMap((section) => mentionsIn(section).flatMap((mention) => (mention.unnamed ? [] : hint(section, mention))))
    .sort((one, other) => one.offset - other.offset)
    .filter((each, index, all) => each.offset !== all[index - 1]?.offset);
}

/** Whether a name is written in full, in whatever capitals. */
function isSpelling(name: string, written: string): boolean {
  return name.toLowerCase() === written.toLowerCase().replace(/\s+/g, ' ');
}
