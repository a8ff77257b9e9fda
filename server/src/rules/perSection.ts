import type { Company } from '../archive/people.js';
import type { PlacedFacts } from '../document/document.js';
import type { SectionFacts } from '../document/facts.js';
import { shift, type Span } from '../text/span.js';
import type { DocumentContext, Finding, Fix } from './rule.js';

/**
 * What a document rule makes of one section, kept for as long as the section's facts and the company at the document are
 * the same: a keystroke then costs the rule one section. `make` may look at these two alone; spans are the section's own.
 */
export function perSection<Made>(
  make: (section: PlacedFacts, context: DocumentContext) => Made,
): (section: PlacedFacts, context: DocumentContext) => Made {
  const memo = new WeakMap<SectionFacts, { readonly company: Company; readonly made: Made }>();
  return (section, context) => {
    const company = context.archive.company(context.document.facts);
    const known = memo.get(section.facts);
    if (known?.company === company) return known.made;
    const made = make({ ...section, start: 0, end: section.end - section.start }, context);
    memo.set(section.facts, { company, made });
    return made;
  };
}

/** A section's finding as one of the document. */
export function moveFinding(finding: Finding, by: number): Finding {
  return mapSpans(finding, (span) => shift(span, by));
}

/** A finding, and the edits of its fixes, in other offsets. */
export function mapSpans(finding: Finding, to: (span: Span) => Span): Finding {
  const fixes = finding.fixes?.map((fix): Fix => ({
    ...fix,
    edits: fix.edits.map((edit) => ({ ...edit, span: to(edit.span) })),
  }));
  return { ...finding, span: to(finding.span), ...(fixes && { fixes }) };
}
