import type { MailBlock } from './mailBlock.js';

/** `[1] https://…`: the head of a note at a mail's end. */
export const noteForm = /^\s{0,3}\[(\d{1,4})\]:?\s+(?=\S)/;

/** A numbered note of a mail. */
export interface MailNote {
  readonly number: number;
  readonly text: string;
  readonly at: number;
}

/**
 * The notes among blocks, and the blocks without them. Notes stand in paragraphs of their own; they are addresses, or
 * something that the text cites.
 */
export function takeNotes(blocks: readonly MailBlock[]): {
  readonly blocks: readonly MailBlock[];
  readonly notes: readonly MailNote[];
} {
  const listed = blocks.map(notesOf);
  const cited = new Set(blocks.flatMap((block, index) => (listed[index] ? [] : citedIn(block))));
  const taken = listed.map(
    (own) => own?.some(({ number, text }) => text.includes('://') || cited.has(number)) === true,
  );
  return {
    blocks: blocks.filter((_, index) => !taken[index]),
    notes: listed.flatMap((own, index) => (taken[index] ? (own ?? []) : [])),
  };
}

function notesOf(block: MailBlock): MailNote[] | undefined {
  if (block.type !== 'paragraph') return undefined;
  const notes = block.text.split('\n').map((line, index) => {
    const form = noteForm.exec(line);
    return form && { number: Number(form[1]), text: line.slice(form[0].length), at: block.at + index };
  });
  return notes.every((note) => note !== null) ? notes : undefined;
}

function citedIn(block: MailBlock): number[] {
  if (block.type === 'paragraph' || block.type === 'heading')
    return [...block.text.matchAll(/\[(\d{1,4})\]/g)].map((match) => Number(match[1]));
  if (block.type !== 'list') return [];
  return block.items.flatMap((item) =>
    [{ type: 'paragraph' as const, text: item.text, at: item.at }, ...item.blocks].flatMap(citedIn),
  );
}
