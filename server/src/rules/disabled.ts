import type { Document } from '../document/document.js';
import { lineAround } from '../text/lines.js';
import { contains, type Span } from '../text/span.js';
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
  const stretches = directives.flatMap((each, index) => stretchesOf(each, directives.slice(index + 1), document));
  return (rule, at) =>
    stretches.some(
      (each) => (each.rule === undefined || each.rule === rule) && contains(each.span, { start: at, end: at }),
    );
}

function stretchesOf(directive: Directive, after: readonly Directive[], document: Document): Stretch[] {
  const rules = directive.rules.length === 0 ? [undefined] : directive.rules.map(({ id }) => id);
  return rules.flatMap((rule) => {
    const span = stretchOf(directive, rule, after, document);
    return span ? [{ ...(rule !== undefined && { rule }), span }] : [];
  });
}

function stretchOf(
  { verb, span }: Directive,
  rule: string | undefined,
  after: readonly Directive[],
  { text }: Document,
): Span | undefined {
  if (verb === 'disable-line') return lineAround(text, span.start);
  if (verb === 'disable-next-line') return lineAround(text, nextWritten(text, span.end));
  if (verb !== 'disable') return undefined;
  const enabled = after.find((each) => each.verb === 'enable' && names(each, rule));
  return { start: span.start, end: enabled?.span.start ?? text.length };
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
