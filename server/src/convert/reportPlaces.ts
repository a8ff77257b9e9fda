import type { ConvertedDocument } from './converted.js';

/** A line, from 0, of one of the documents that were made. */
export interface DocumentPlace {
  /** Which of them, from 0. */
  readonly document: number;
  readonly line: number;
  /** What stands on the line. */
  readonly text: string;
}

/** How far above a line of the source something is looked for that is in a document as well. */
const farthest = 30;
/** Shorter words are on many lines. */
const leastLetters = 4;

/**
 * Where in the documents a line (from 1) of the source has come to stand: where its words are, else those of the nearest line above
 * it. Documents say the same in other markup, so letters and digits alone are compared.
 */
export function placeInDocuments(
  source: readonly string[],
  documents: readonly ConvertedDocument[],
): (line: number) => DocumentPlace | undefined {
  const lines = documents.flatMap(({ text }, document) =>
    text.split('\n').map((each, line) => ({ document, line, text: each, letters: lettersOf(each) })),
  );
  const byLetters = new Map([...lines].reverse().map((each) => [each.letters, each] as const));
  const find = (text: string): DocumentPlace | undefined => {
    const letters = lettersOf(text);
    if (letters.length < leastLetters) return undefined;
    const found = byLetters.get(letters) ?? lines.find((each) => each.letters.includes(letters));
    return found && { document: found.document, line: found.line, text: found.text };
  };
  return (line) => {
    for (let at = line; at >= 1 && at > line - farthest; at--) {
      const found = find(source[at - 1] ?? '');
      if (found) return found;
    }
    return undefined;
  };
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
