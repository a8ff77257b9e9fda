import { mentionsIn } from '../archive/archive.js';
import type { Document, PlacedFacts } from '../document/document.js';
import type { SectionFacts } from '../document/facts.js';
import type { Section } from '../document/sections.js';
import { memo } from '../text/memo.js';
import { positionIn } from '../text/lines.js';
import type { Span } from '../text/span.js';

/** What a token may be; the order is the protocol's numbering. */
export const tokenTypes = ['speaker', 'person', 'action', 'decision', 'field', 'reference'] as const;
export type TokenType = (typeof tokenTypes)[number];

/** What may be said of a token beside its type: that it names who or what it stands for, and that an action is done. */
export const tokenModifiers = ['declaration', 'done'] as const;
export type TokenModifier = (typeof tokenModifiers)[number];

/** A stretch of one line. */
export interface Token {
  /** From the section's first line. */
  readonly line: number;
  /** In UTF-16 units. */
  readonly column: number;
  readonly length: number;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** The tokens of a section, in order, none within another. */
export interface SectionTokens {
  readonly firstLine: number;
  readonly tokens: readonly Token[];
}

/** What stands in a document, section by section; nothing for Markdown of no kind of ours. A section that did not change has the same tokens. */
export function semanticTokens({ facts, cut }: Document): SectionTokens[] {
  if (!facts.kind) return [];
  const isRegister = facts.kind === 'people' ? 'register' : 'other';
  return facts.sections.flatMap((section): SectionTokens[] => {
    const own = cut.sections[section.index];
    const firstLine = cut.firstLines[section.index] ?? 0;
    return own ? [{ firstLine, tokens: tokensOf(isRegister, own, section.facts) }] : [];
  });
}

type Marked = Pick<Token, 'type' | 'modifiers'> & { readonly span: Span };

const tokensOf = memo((kind: 'register' | 'other', { text, lines }: Section, facts: SectionFacts): readonly Token[] => {
  const found = [
    ...references(facts),
    ...registered(kind, facts),
    ...people(facts),
    ...facts.actions.map(({ markerSpan: span, done }) => marked(span, 'action', done ? ['done'] : [])),
    ...facts.decisions.map(({ markerSpan: span }) => marked(span, 'decision', [])),
    ...facts.fields.flatMap(({ label, labelSpan: span }) => (label === undefined ? [] : [marked(span, 'field', [])])),
  ];
  return apart(found).flatMap((token) => inLines(token, text, lines));
});

function marked(span: Span, type: TokenType, modifiers: readonly TokenModifier[]): Marked {
  return { span, type, modifiers };
}

/** Links have the colours of Markdown's own. */
function references({ references: all }: SectionFacts): Marked[] {
  return all.flatMap(({ kind, span }) => (kind === 'link' ? [] : [marked(span, 'reference', [])]));
}

function registered(kind: 'register' | 'other', { heading }: SectionFacts): Marked[] {
  return kind === 'register' && heading && heading.depth > 1
    ? [marked(heading.titleSpan, 'person', ['declaration'])]
    : [];
}

function people(facts: SectionFacts): Marked[] {
  return mentionsIn({ facts } satisfies Pick<PlacedFacts, 'facts'>).flatMap(({ nameSpan, as, unnamed }) => {
    if (unnamed) return [];
    if (as === 'speaker') return [marked(nameSpan, 'speaker', [])];
    return [marked(nameSpan, 'person', as === 'attendee' ? ['declaration'] : [])];
  });
}

/** In text order; of those that share a character the one that stands first in the list. */
function apart(found: readonly Marked[]): Marked[] {
  const ordered = found
    .map((token, rank) => ({ token, rank }))
    .filter(({ token: { span } }) => span.end > span.start)
    .sort((one, other) => one.token.span.start - other.token.span.start || one.rank - other.rank);
  const kept: typeof ordered = [];
  for (const each of ordered) {
    const last = kept.at(-1);
    if (!last || last.token.span.end <= each.token.span.start) kept.push(each);
    else if (each.rank < last.rank) kept.splice(-1, 1, each);
  }
  return kept.map(({ token }) => token);
}

/** A token for each line, as few editors take one that goes on. */
function inLines({ span, type, modifiers }: Marked, text: string, lines: readonly number[]): Token[] {
  const tokens: Token[] = [];
  for (let { line } = positionIn(lines, span.start); (lines[line] ?? span.end) < span.end; line++) {
    const begin = lines[line] ?? 0;
    const written = text.slice(begin, lines[line + 1] ?? text.length).trimEnd().length;
    const start = Math.max(begin, span.start);
    const end = Math.min(begin + written, span.end);
    if (end > start) tokens.push({ line, column: start - begin, length: end - start, type, modifiers });
  }
  return tokens;
}
