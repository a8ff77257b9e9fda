import { beginsWithMarker } from '../../../document/reading/markers.js';
import type { Span } from '../../../text/span.js';
import { displayWidth } from './displayWidth.js';
import type { MailLine, Margin } from './mailLine.js';

/** A piece of a paragraph that no line break goes through: a word, an address, code. */
export interface Piece {
  readonly text: string;
  /** What stands before it: nothing, a blank that may become a line break, or a line break that has to stay. */
  readonly before: '' | ' ' | '\n';
  /** Where it stands in the document. */
  readonly span: Span;
  readonly address: boolean;
}

/** What would be read as the head of a list item, a heading, a quote, a note, a speech or a mailbox at the start of a line. */
const blockHead = /^(?:[-+*>|•=#–~]|`{3}|\d{1,9}[.)]$|\(?[a-z\d][.)]$|\[\d+\]|From$|\p{Lu}[\p{L}'.-]*:$)/u;

function opensBlock(text: string): boolean {
  return blockHead.test(text) || (text === text.toUpperCase() && beginsWithMarker(text));
}

/** Breaks a paragraph into lines of at most `width` columns; longer only where a single piece is. */
export function fill(pieces: readonly Piece[], margin: Margin, width: number): MailLine[] {
  const lines: MailLine[] = [];
  let line: Line | undefined;
  for (const word of words(pieces)) {
    const used = displayWidth(word.text);
    const fits = line && (line.width + 1 + used <= width || staysAtLabel(line, word, used, margin, width));
    if (line && fits && word.before !== '\n') {
      line = joined(line, word, used);
      continue;
    }
    if (line) lines.push(mailLine(line));
    const prefix = line ? margin.rest : margin.first;
    line = { text: prefix + word.text, width: displayWidth(prefix) + used, span: word.span, address: word.address };
  }
  if (line) lines.push(mailLine(line));
  return lines;
}

/** An address too long for any line may as well stay behind its label. */
function staysAtLabel(line: Line, word: Piece, used: number, margin: Margin, width: number): boolean {
  return word.address && /:$/.test(line.text) && displayWidth(margin.rest) + used > width;
}

interface Line {
  readonly text: string;
  readonly width: number;
  readonly span: Span;
  readonly address: boolean;
}

function joined(line: Line, word: Piece, used: number): Line {
  return {
    text: `${line.text} ${word.text}`,
    width: line.width + 1 + used,
    span: { start: Math.min(line.span.start, word.span.start), end: Math.max(line.span.end, word.span.end) },
    address: line.address || word.address,
  };
}

function mailLine({ text, span, address }: Line): MailLine {
  return { text: text.trimEnd(), span, address };
}

/** Pieces without a blank between them are one word, and so is one with what must not come to stand at a line's start. */
function words(pieces: readonly Piece[]): Piece[] {
  const whole = joinWhere(pieces, (last, piece) => piece.before === '' || last.text === '');
  const safe = joinWhere(whole, (_, word) => word.before === ' ' && opensBlock(word.text));
  return safe.at(-1)?.text === '' ? safe.slice(0, -1) : safe;
}

function joinWhere(pieces: readonly Piece[], join: (last: Piece, piece: Piece) => boolean): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last && join(last, piece)) result.splice(-1, 1, glue(last, piece));
    else result.push(piece);
  }
  return result;
}

function glue(one: Piece, other: Piece): Piece {
  const span = { start: Math.min(one.span.start, other.span.start), end: Math.max(one.span.end, other.span.end) };
  const address = one.address || other.address;
  if (one.text !== '') return { text: one.text + other.before + other.text, before: one.before, span, address };
  const before = one.before === '\n' || other.before === '\n' ? '\n' : one.before || other.before;
  return { text: other.text, before, span, address };
}
