import type { Span } from '../../../text/span.js';

/** A line of a mail, and the range of the document that it says. */
export interface MailLine {
  readonly text: string;
  readonly span: Span;
  /** Whether an address is what makes it long: addresses are never broken. */
  readonly address: boolean;
}

/** What stands in front of a block's first line, and of its further ones. */
export interface Margin {
  readonly first: string;
  readonly rest: string;
}

export const noMargin: Margin = { first: '', rest: '' };

export function lineOf(text: string, span: Span): MailLine {
  return { text: text.trimEnd(), span, address: false };
}

/** An empty line behind a block. */
export function emptyLine(margin: string, offset: number): MailLine {
  return lineOf(margin, { start: offset, end: offset });
}
