import { foldName } from '../archive/names.js';
import { place, type Document, type PlacedFacts } from '../document/document.js';
import type { PersonMention } from '../document/facts.js';
import { lineAround } from '../text/lines.js';
import type { Span } from '../text/span.js';
import { itemsAround } from './itemsAround.js';
import type { Fix } from './rule.js';
import { say } from '../text/say.js';

/** The fix that takes the later of two entries of one person out, and keeps in the earlier what only the later one tells. */
export function unlist(first: PersonMention, again: PersonMention, section: PlacedFacts, document: Document): Fix[] {
  const merged = mergedEntry(first, again);
  const removed = removal(again, section, document);
  if (merged === undefined || !removed) return [];
  const kept = merged === first.text ? [] : [{ span: place(section, first.span), text: merged }];
  return [{ title: say`Take the second entry out`, edits: [...kept, { span: place(section, removed), text: '' }] }];
}

/** The first entry with all that is told of the person; `undefined` where the two cannot be brought together for sure. */
function mergedEntry(first: PersonMention, again: PersonMention): string | undefined {
  const [own, other] = [details(first), details(again)];
  if (!own || !other) return undefined;
  const known = new Set(own.map(foldName));
  const added = other.filter((detail) => !known.has(foldName(detail)));
  const name = accented(first.name, again.name);
  if (added.length === 0) return first.text.replace(first.name, () => name);
  // The company stands first.
  const company = first.affiliation === undefined && again.affiliation !== undefined;
  return `${name} (${(company ? [...added, ...own] : [...own, ...added]).join(', ')})`;
}

/** Of two spellings that differ in accents alone the one that has them: they are left out, and not put in, by mistake. */
function accented(one: string, other: string): string {
  const marks = (name: string): number => name.normalize('NFD').length;
  return foldName(one) === foldName(other) && marks(other) > marks(one) ? other : one;
}

/** What stands in parentheses behind a name; `undefined` for an entry of any other form. */
function details({ name, text }: PersonMention): string[] | undefined {
  if (text === name) return [];
  const inner = text.startsWith(name) ? /^\s*\(([^()[\]<>*_`]*)\)$/.exec(text.slice(name.length))?.[1] : undefined;
  return inner
    ?.split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** What to delete for an entry to be gone: its list item with nothing else in it, or it and the comma before it. */
function removal(mention: PersonMention, section: PlacedFacts, document: Document): Span | undefined {
  const { text = '', blocks = [] } = document.cut.sections[section.index] ?? {};
  const item = itemsAround(blocks, mention.span).at(-1);
  if (!item && isWholeLine(mention.span, text)) return lines(mention.span, text);
  const [paragraph, more] = item?.children ?? [];
  if (!item || paragraph?.type !== 'paragraph' || more) return separated(mention.span, text);
  return paragraph.leaf.text.trim() === mention.text
    ? lines(item.span, text)
    : separated(mention.span, text.slice(0, paragraph.span.end));
}

/** Whether an entry is a line of a paragraph that has a line for each. */
function isWholeLine({ start, end }: Span, text: string): boolean {
  const line = lineAround(text, start);
  return end <= line.end && text.slice(line.start, start).trim() === '' && text.slice(end, line.end).trim() === '';
}

/** Whole lines, with the line ending that parts them from the next; the last line takes the one before it along. */
function lines({ start, end }: Span, text: string): Span {
  const from = lineAround(text, start).start;
  const to = lineAround(text, end).end;
  const behind = /^(?:\r\n|\n|\r)/.exec(text.slice(to, to + 2))?.[0].length ?? 0;
  const before = behind > 0 ? 0 : (/(?:\r\n|\n|\r)$/.exec(text.slice(Math.max(0, from - 2), from))?.[0].length ?? 0);
  return { start: from - before, end: to + behind };
}

/** An entry among others on a line, with the separator before it; emphasis that goes beyond the entry would be broken. */
function separated({ start, end }: Span, text: string): Span | undefined {
  const separator = /(?:,|;|&|(?<=\s)and(?=\s))[ \t]*(?:and[ \t]+)?$/.exec(text.slice(Math.max(0, start - 12), start));
  if (!separator || /[*_`[\]]/.test(text.slice(start, end))) return undefined;
  const from = start - separator[0].length;
  const blank = /(?<![ \t])[ \t]*$/.exec(text.slice(Math.max(0, from - 4), from))?.[0].length ?? 0;
  return { start: from - blank, end };
}
