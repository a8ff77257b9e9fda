import type { Piece } from '../text/fill.js';

/** `[[Page#Section]]`, code and addresses in angle brackets are not broken; all else is parted at blanks. */
const word = /(?:\[\[[^[\]\n]{1,300}\]\]|`[^`\n]{1,300}`|\]\([^()\s]{1,300}\)|\S)+/g;

/** A paragraph of Markdown in pieces that lines may end behind; its own line breaks stay. */
export function markdownWords(text: string): Piece[] {
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(word)].map((match, place): Piece => ({
      text: match[0],
      before: place > 0 ? ' ' : index > 0 ? '\n' : '',
      span: { start: 0, end: 0 },
      address: false,
    })),
  );
}
