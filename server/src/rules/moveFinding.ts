import { shift, type Span } from '../text/span.js';
import type { Finding, Fix } from './rule.js';

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
