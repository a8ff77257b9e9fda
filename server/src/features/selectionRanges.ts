import { mentionsIn } from '../archive/archive.js';
import { place, type Document, type PlacedFacts } from '../document/document.js';
import type { Block, ListItem } from '../document/model.js';
import { sectionAt } from '../document/sections.js';
import { contains, shift, touches, type Span } from '../text/span.js';

/** What stands around an offset, the narrowest first: a word or name, its item, lists, section, document; nothing for Markdown of no kind of ours. */
export function selectionRanges(document: Document, offset: number): Span[] {
  const { facts, cut, text } = document;
  const section = facts.sections[sectionAt(cut, offset)];
  if (!facts.kind || !section) return [];
  const all = [
    word(text, offset),
    ...named(section, offset - section.start),
    ...blocks(cut.sections[section.index]?.blocks ?? [], section.start, offset),
    ...sectionsAround(facts.sections, section, text),
    { start: 0, end: text.length },
  ];
  return nested(all.filter((span) => touches(span, offset)));
}

/** Ranges from the narrowest on, each around the one before it. */
function nested(all: readonly Span[]): Span[] {
  const sorted = [...all].sort((one, other) => one.end - one.start - (other.end - other.start));
  const kept: Span[] = [];
  for (const span of sorted) {
    const last = kept.at(-1);
    const isWider = !last || (contains(span, last) && span.end - span.start > last.end - last.start);
    if (isWider && span.end > span.start) kept.push(span);
  }
  return kept;
}

function word(text: string, offset: number): Span {
  // No name or address of one word is longer.
  const [before, after] = [text.slice(Math.max(0, offset - 100), offset), text.slice(offset, offset + 100)];
  const begin = /(?<![\p{L}\p{N}_'’-])[\p{L}\p{N}_'’-]+$/u.exec(before)?.[0].length ?? 0;
  const end = /^[\p{L}\p{N}_'’-]*/u.exec(after)?.[0].length ?? 0;
  return { start: offset - begin, end: offset + end };
}

/** Names, references, labels and values, and whole entries of people, around an offset of the section. */
function named(section: PlacedFacts, offset: number): Span[] {
  const { heading, fields, actions, references } = section.facts;
  const spans = [
    ...mentionsIn(section).flatMap(({ nameSpan, span }) => [nameSpan, span]),
    ...fields.flatMap(({ labelSpan, valueSpan, span, items }) => [
      labelSpan,
      valueSpan,
      span,
      ...items.map((each) => each.span),
    ]),
    ...actions.flatMap(({ textSpan, span }) => [textSpan, span]),
    ...references.map(({ span }) => span),
    ...(heading ? [heading.titleSpan] : []),
  ];
  return spans.filter((span) => touches(span, offset)).map((span) => place(section, span));
}

function blocks(all: readonly (Block | ListItem)[], start: number, offset: number): Span[] {
  return all.flatMap((block) => {
    const span = shift(block.span, start);
    if (!touches(span, offset)) return [];
    return [span, ...('children' in block ? blocks(block.children, start, offset) : [])];
  });
}

/** The section, and those that it stands in. */
function sectionsAround(all: readonly PlacedFacts[], own: PlacedFacts, text: string): Span[] {
  const spans: Span[] = [];
  let depth = Infinity;
  for (let index = own.index; index >= 0; index--) {
    const section = all[index];
    const level = section?.facts.heading?.depth ?? 0;
    if (!section || level >= depth) continue;
    depth = level;
    const next = all.find((each) => each.index > section.index && (each.facts.heading?.depth ?? 0) <= level);
    spans.push({ start: section.start, end: section.start + text.slice(section.start, next?.start).trimEnd().length });
    if (section.index === own.index)
      spans.push({ start: own.start, end: own.start + text.slice(own.start, own.end).trimEnd().length });
  }
  return spans;
}
