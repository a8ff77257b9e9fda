import type { Document } from '../document/document.js';
import { lineAround } from '../text/lines.js';
import type { Span } from '../text/span.js';
import { directivesIn, type Directive } from './directives.js';

/** A stretch of a document in which a rule, or every rule, is switched off. */
interface Stretch {
  /** Absent for every rule. */
  readonly rule?: string;
  readonly span: Span;
}

/** Tells whether a document's directives switch a rule off for a finding that begins at an offset. */
export function disabledIn(document: Document): (rule: string, at: number) => boolean {
  const directives = directivesIn(document);
  if (directives.length === 0) return () => false;
  const stretches = new Map<string | undefined, Span[]>();
  for (const { rule, span } of stretchesOf(directives, document)) {
    const known = stretches.get(rule);
    if (known) known.push(span);
    else stretches.set(rule, [span]);
  }
  const joined = new Map([...stretches].map(([rule, spans]) => [rule, joinedSpans(spans)]));
  return (rule, at) => holds(joined.get(undefined) ?? [], at) || holds(joined.get(rule) ?? [], at);
}

/** Read from the end, so that it is known for each where what it switches off is switched on again. */
function stretchesOf(directives: readonly Directive[], { text }: Document): Stretch[] {
  const stretches: Stretch[] = [];
  let allEnabled = text.length;
  const enabled = new Map<string, number>();
  for (const { verb, rules, span } of [...directives].reverse()) {
    if (verb === 'enable' && rules.length === 0) {
      allEnabled = span.start;
      enabled.clear();
    } else if (verb === 'enable') for (const { id } of rules) enabled.set(id, span.start);
    const named = rules.length === 0 ? [undefined] : rules.map(({ id }) => id);
    for (const rule of named) {
      const until = (rule === undefined ? undefined : enabled.get(rule)) ?? allEnabled;
      const stretch = stretchOf(verb, span, { text, until });
      if (stretch) stretches.push({ ...(rule !== undefined && { rule }), span: stretch });
    }
  }
  return stretches;
}

function stretchOf(
  verb: string,
  { start, end }: Span,
  { text, until }: { readonly text: string; readonly until: number },
): Span | undefined {
  if (verb === 'disable-line') return lineAround(text, start);
  if (verb === 'disable-next-line') return lineAround(text, nextWritten(text, end));
  return verb === 'disable' ? { start, end: until } : undefined;
}

/** The same offsets in text order, each in one span alone. */
function joinedSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((one, other) => one.start - other.start)) {
    const last = joined.at(-1);
    if (last && span.start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else joined.push(span);
  }
  return joined;
}

/** Whether an offset is in one of some spans that are in text order, or at its end. */
function holds(spans: readonly Span[], at: number): boolean {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return (spans[low - 1]?.end ?? -1) >= at;
}

/** A directive without rules speaks of all of them; one that names rules ends no stretch in which all are off. */
export function names({ rules }: Pick<Directive, 'rules'>, rule: string | undefined): boolean {
  return rules.length === 0 || rules.some(({ id }) => id === rule);
}

/** Where the next line with something on it begins. */
function nextWritten(text: string, from: number): number {
  const rest = /^[^\r\n]*[\r\n]\s*/.exec(text.slice(from));
  return rest ? from + rest[0].length : text.length;
}
