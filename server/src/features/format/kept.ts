import { difference, readDocument, updateDocument, type Document } from '../../document/document.js';
import type { SectionFacts } from '../../document/facts.js';
import type { Block, ListItem } from '../../document/model.js';
import { foldLabel } from '../../document/schema.js';
import { sectionAt, type Section } from '../../document/sections.js';
import { applyEdits } from '../../text/edits.js';
import { memo } from '../../text/memo.js';
import type { Change } from './change.js';

/** How often a document is looked at to find out which changes it has to do without. */
const patience = 300;

/** Changes of a document that can be made, and the document after them. */
export interface Harmless {
  readonly kept: readonly Change[];
  readonly after: Document;
}

/** Of the changes of a document those that leave it saying what it says. */
export function harmless(document: Document, changes: readonly Change[]): Harmless {
  if (changes.length === 0) return { kept: [], after: document };
  const { path, text, options } = document;
  const after = applyEdits(text, changes.flat());
  const read = readDocument(path, after, options);
  if (saysTheSame(document, read)) return { kept: changes, after: read };
  const before = options.open ? document : opened(document, text);
  const all = options.open ? read : opened(document, after);
  let left = patience;
  let found: Harmless = { kept: [], after: before };
  const take = (some: readonly Change[]): void => {
    if (some.length === 0 || left-- <= 0) return;
    const kept = [...found.kept, ...some];
    const made = updateDocument(found.after, difference(found.after.text, applyEdits(text, kept.flat())));
    if (saysTheSame(before, made)) found = { kept, after: made };
    else if (some.length > 1) {
      take(some.slice(0, some.length >> 1));
      take(some.slice(some.length >> 1));
    }
  };
  for (const some of inSections(document, changes, differing(before, all))) take(some);
  return found;
}

/** What is read of a document somebody writes in is kept, so that what is tried costs no more than the sections that it is tried in. */
function opened({ path, options }: Document, text: string): Document {
  return readDocument(path, text, { ...options, open: true });
}

/** Changes that stand in sections which say what they said, and those of each other section. */
function inSections({ cut }: Document, changes: readonly Change[], others: ReadonlySet<number>): Change[][] {
  const parts = new Map<number | undefined, Change[]>([[undefined, []]]);
  for (const change of changes) {
    const section = change.map(({ span }) => sectionAt(cut, span.start)).find((each) => others.has(each));
    parts.set(section, [...(parts.get(section) ?? []), change]);
  }
  return [...parts.values()];
}

/** Sections that say something else; none where that cannot be told section by section. */
function differing(before: Document, after: Document): ReadonlySet<number> {
  const [was, now] = [saidIn(before), saidIn(after)];
  if (was.length !== now.length) return new Set();
  return new Set(was.flatMap(({ index, said }, nth) => (said === now[nth]?.said ? [] : [index])));
}

function saysTheSame(before: Document, after: Document): boolean {
  const [was, now] = [saidIn(before), saidIn(after)];
  return (
    was.length === now.length &&
    was.every(({ said }, index) => said === now[index]?.said) &&
    saidOfAll(before) === saidOfAll(after)
  );
}

const saidOfAll = memo(({ facts: { kind, title, date, sessions } }: Document): string =>
  JSON.stringify([kind, title, date, sessions], told),
);

interface Said {
  readonly index: number;
  readonly said: string;
}

/** What the sections of a document say. Blank lines above the first heading are a section of nothing. */
const saidIn = memo(({ facts, cut }: Document): readonly Said[] =>
  cut.sections.flatMap((section, index) => {
    const own = facts.sections[index]?.facts;
    return own && section.blocks.length > 0 ? [{ index, said: saidBy(section, own) }] : [];
  }),
);

/** What a section says, whatever its white space, its marks and the capitals of its labels. */
const saidBy = memo(({ blocks, text }: Section, facts: SectionFacts): string =>
  JSON.stringify([facts, blocks.map((each) => shape(each, text))], told),
);

/** Places are others afterwards, and what is proposed is done. */
function told(key: string, value: unknown): unknown {
  if (/span$/i.test(key) || key === 'canonicalHead') return undefined;
  // The number of a session's section, for a reference names it.
  if (key === 'section' && typeof value === 'number') return undefined;
  if (typeof value !== 'string') return value;
  const text = folded(value);
  if (key === 'written') return foldLabel(text);
  return key === 'summary' ? text.slice(0, 200) : text;
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

function shape(block: Block | ListItem, text: string): unknown {
  const { type } = block;
  const own = { type, ...('depth' in block && { depth: block.depth }) };
  if (type === 'list') return { ...own, start: block.start, items: block.children.map((item) => shape(item, text)) };
  if (type === 'listItem') return { checked: block.checked, children: block.children.map((each) => shape(each, text)) };
  if (type === 'paragraph' || type === 'heading') return { ...own, words: wordsIn(block.leaf.text) };
  if (type === 'blockquote' || type === 'footnoteDefinition')
    return { ...own, children: block.children.map((each) => shape(each, text)) };
  return { ...own, source: text.slice(block.span.start, block.span.end) };
}

/** Marks of emphasis and colons may go where the head of an action is written as usual. */
function wordsIn(text: string): string {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
