import { toMarkdown } from '../../convert/markdown.js';
import { unwrapped } from '../../convert/wrap.js';

/** A text that facts tell, as it is written in Markdown on one line. */
export function written(text: string): string {
  const value = unwrapped(text).trim();
  return toMarkdown({ type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value }] }] }).trim();
}

/** A title behind its `#`. */
export function writtenTitle(title: string): string {
  const value = unwrapped(title).trim();
  const heading = toMarkdown({
    type: 'root',
    children: [{ type: 'heading', depth: 1, children: [{ type: 'text', value }] }],
  });
  return heading.trim().replace(/^# ?/, '');
}

const width = 72;

/** A paragraph in lines that a mail has. */
export function writtenParagraph(text: string): string {
  const lines: string[] = [];
  for (const word of written(text).split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}
