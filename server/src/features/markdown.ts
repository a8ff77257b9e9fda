import { say } from '../text/say.js';

/** A text of a document as Markdown that shows it as it is, on one line: no mark-up, no entity, and none of an editor's icons. */
export function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~]|&(?=[#\w])|\$(?=\()/g, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^([-+=])/, '\\$1');
}

/** A Markdown link that shows `text` as it is. */
export function link(text: string, address: string): string {
  return `[${plain(text)}](${address
    .replace(/[\s()<>]/g, encodeURIComponent)
    .replace(/\(/g, '%28')
    .replace(/\)/g, '%29')})`;
}

/** An address that a document gives: a link where it leads to the web, and else the text alone, as an editor may run what it names. */
export function webLink(text: string, address: string): string {
  return /^https?:/i.test(address) ? link(text, address) : plain(text);
}

/** The first `most` items as a Markdown list, and how many more there are. */
export function list(items: readonly string[], most: number): string {
  const shown = items.slice(0, most).map((item) => `- ${item}`);
  if (items.length > most) shown.push(`- ${say`and ${items.length - most} more`}`);
  return shown.join('\n');
}

/** Paragraphs, those that are there. */
export function paragraphs(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

/** A text cut to a length at a word's end, with an ellipsis. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2))}…`;
}
