import type { SelectionRange } from 'vscode-languageserver';
import { selectionRanges, type Document, type Span } from '../../analysis.js';
import { onText } from '../onDocument.js';
import { offsetOf, rangeOf } from '../positions.js';
import type { Session } from '../session.js';

export function registerSelectionRanges(session: Session): void {
  session.connection.onSelectionRanges(
    onText(
      session,
      ({ document }, { positions }): SelectionRange[] | null => {
        const all = positions.map((position) => selectionRanges(document, offsetOf(document, position)));
        const found = all.flatMap((spans) => chain(document, spans) ?? []);
        // One answer for each position, or none at all.
        return found.length === positions.length ? found : null;
      },
      null,
    ),
  );
}

/** Ranges from the narrowest on, each with the one around it. */
function chain({ facts }: Document, spans: readonly Span[]): SelectionRange | undefined {
  return spans.reduceRight<SelectionRange | undefined>(
    (parent, span) => ({ range: rangeOf(facts, span), ...(parent && { parent }) }),
    undefined,
  );
}
