import type { MailBlock } from '../reading/mailBlock.js';
import type { MailNote } from '../reading/notes.js';

/** The heading that a mail's notes come to stand under; it is the long form of the field Ref. */
const title = 'References';

/** Notes as a section of their own: a numbered list where the numbers follow one another, so that `[1]` is found in it. */
export function noteSection(notes: readonly MailNote[]): MailBlock[] {
  const sorted = [...notes].sort((one, other) => one.number - other.number);
  const [first] = sorted;
  if (!first) return [];
  const ordered = sorted.every(({ number }, index) => number === first.number + index);
  const items = sorted.map(({ number, text, at }) => ({
    text: ordered ? addressed(text) : `[${number}] ${addressed(text)}`,
    at,
    blocks: [],
  }));
  return [
    { type: 'heading', level: 2, text: title, at: first.at },
    { type: 'list', ordered, start: first.number, items, at: first.at },
  ];
}

/** An address in angle brackets, so that Markdown takes it as one to its last character. */
function addressed(text: string): string {
  return text.replace(/^(https?:\/\/[^\s<>]+)(?=\s|$)/, '<$1>');
}
