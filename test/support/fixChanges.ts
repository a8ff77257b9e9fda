import { fieldLabels } from '../../server/src/document/schema.js';

/**
 * What a safe fix may change of what a text says, by its rule; a rule that is not named may change nothing but marks, spaces and
 * the order of things.
 */
export interface Changes {
  /** Words it may take out. */
  readonly takes?: RegExp;
  /** Whether it may take out words that stand in the text once more. */
  readonly repeated?: true;
  /** Words it may put in. */
  readonly brings?: RegExp;
  /** Whether a link may lead to one address instead of the other; none may be lost. */
  readonly redirects?: (from: string, to: string) => boolean;
}

const labelWords = [...new Set(fieldLabels.flatMap((label) => label.split(' ')))].join('|');
const month = 'jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec';
const weekday = 'mon|tues?|wed|thu(?:rs)?|fri|sat|sun';
const word = /^[\p{L}\p{M}\p{N}]+$/u;

export const fixChanges: Readonly<Record<string, Changes>> = {
  // Of the head of an action what its usual form has not: `Action item for Jan: …`, and what an icon leaves before it.
  'action-malformed': {
    takes:
      /^(?:actions?|items?|points?|todo|to|do|ai|ap|on|for|from|by|due|pictogram|voting|comment|icon|\d+px|png|svg)$/,
    brings: /^(?:action|by)$/,
  },
  // The second entry; what it tells beside the name is kept in the first. A short form of a first name is no loss beside the full one.
  'attendee-duplicate': { takes: /^(?:and|andy)$/, repeated: true },
  'date-format': {
    takes: new RegExp(
      `^(?:\\d{1,4}(?:st|nd|rd|th)?|of|to|and|(?:${month})\\p{L}{0,7}|(?:${weekday})\\p{L}{0,6})$`,
      'u',
    ),
    brings: /^(?:\d{2}|\d{4}|to)$/,
  },
  // The number of an item with nothing in it.
  'empty-list-item': { takes: /^\d{1,9}$/ },
  // The name of a character reference: `&amp;`, `&#39;`.
  'escape-residue': { takes: /^(?:amp|lt|gt|quot|apos|nbsp|\d{2,4}|x[\da-f]{2,4})$/ },
  // The second label.
  'field-label-doubled': { takes: new RegExp(`^(?:${labelWords})$`) },
  // The template's parameter becomes a field with the label of the wiki, in the place of the template's text.
  'field-swallowed': {
    takes: new RegExp(`^(?:${labelWords}|not|specified|project|link|s|or|other|discussion)$`),
    brings: new RegExp(`^(?:${labelWords})$`),
  },
  // An address ends where its reader ended it.
  'link-anchor-trailing-dot': { redirects: (from, to) => to.startsWith(from) },
  'link-obsolete-host': { redirects: (from, to) => lastPart(from) === lastPart(to) },
  'outdated-list-address': {
    takes: /^(?:org|com|net|xen|xensource|sourceforge)$/,
    brings: /^(?:xenproject|org)$/,
    redirects: (from, to) => from.split('@')[0] === to.split('@')[0],
  },
  // Somebody's full name for a short form of it.
  'person-variant': { takes: word, brings: word },
  // A session's title for a former one.
  'reference-renamed': { takes: word, brings: word, redirects: () => true },
  'title-untidy': { takes: /^(?:design|session)$/ },
};

function lastPart(address: string): string {
  return address.replace(/[/.]$/, '').replace(/^.*[/?]/, '');
}
