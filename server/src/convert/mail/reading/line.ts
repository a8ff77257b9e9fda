/** A line of a mail's text, and the line of the source it begins on (from 1). */
export interface Line {
  readonly text: string;
  readonly at: number;
}

/** Columns before a line's first character. */
export function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

/** A line as it is read: tabs as blanks up to the next eighth column, none at the end. */
export function tidied({ text, at }: Line): Line {
  const clean = text.replace(/[\u200b\ufeff]/g, '').replace(/\u00a0/g, ' ');
  return { text: (clean.includes('\t') ? expanded(clean) : clean).trimEnd(), at };
}

function expanded(text: string): string {
  let result = '';
  for (const part of text.split(/(\t)/)) result += part === '\t' ? ' '.repeat(8 - (result.length % 8)) : part;
  return result;
}
