import { displayWidth } from '../../server/src/convert/mail/text/displayWidth.js';
import { toPlainText } from '../../server/src/convert/mail/text/plainText.js';
import type { Document } from '../../server/src/document/document.js';
import type { Span } from '../../server/src/text/span.js';

/** A line that a mail of a document would have and that is too long for the list. */
export interface LongLine {
  readonly text: string;
  /** Columns it takes. */
  readonly columns: number;
  /** What it says in the document. */
  readonly span: Span;
}

/** The lines of the mail that would be sent that no line break could make short enough; addresses may be long. */
export function longLines(document: Document, { width }: { readonly width: number }): LongLine[] {
  return toPlainText(document, { width, title: 'omitted' }).lines.flatMap(({ text, span, address }) => {
    const columns = address ? 0 : displayWidth(text);
    return columns > width ? [{ text, columns, span }] : [];
  });
}
