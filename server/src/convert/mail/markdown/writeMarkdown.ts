import type { MailBlock, MailItem, MailList } from '../reading/mailBlock.js';
import { fill } from '../text/fill.js';
import type { Margin } from '../text/mailLine.js';
import { inlineMarkdown, lineOfParagraph } from './inlineMarkdown.js';
import { markdownWords } from './markdownWords.js';

/** Width at which the archive's own documents are wrapped. */
const width = 98;

/** Blocks of a mail as Markdown; a heading's level is its depth. */
export function writeMarkdown(blocks: readonly MailBlock[]): string {
  return blocksLines(blocks, { first: '', rest: '' })
    .map((line) => `${line}\n`)
    .join('');
}

function blocksLines(blocks: readonly MailBlock[], margin: Margin): string[] {
  const lines: string[] = [];
  let before: MailBlock | undefined;
  let marks: Marks = 'usual';
  for (const block of blocks) {
    marks = marksFor(block, before, marks);
    if (adjoins(block, before) && block.ordered) lines.push('', margin.rest + between);
    const own = blockLines(block, lines.length === 0 ? margin : all(margin.rest), marks);
    if (lines.length > 0) lines.push('');
    for (const line of own) lines.push(line);
    before = block;
  }
  return lines;
}

/** Marks of a list: two lists of one kind, one below the other, would be one if they had the same. */
type Marks = 'usual' | 'other';

function marksFor(block: MailBlock, before: MailBlock | undefined, marks: Marks): Marks {
  return adjoins(block, before) && !block.ordered && marks === 'usual' ? 'other' : 'usual';
}

/** Parts two numbered lists, which show their numbers in one form only. */
const between = '<!-- -->';

function adjoins(block: MailBlock, before: MailBlock | undefined): block is MailList {
  return block.type === 'list' && before?.type === 'list' && before.ordered === block.ordered;
}

function all(margin: string): Margin {
  return { first: margin, rest: margin };
}

function blockLines(block: MailBlock, margin: Margin, marks: Marks): string[] {
  switch (block.type) {
    case 'heading':
      return [`${margin.first}${'#'.repeat(Math.min(6, block.level))} ${headingText(block.text)}`];
    case 'paragraph':
      return paragraphLines(block.text, margin);
    case 'list':
      return listLines(block, margin, marks);
    case 'quote':
      return block.lines.map((line, index) =>
        `${index === 0 ? margin.first : margin.rest}> ${inlineMarkdown(line)}`.trimEnd(),
      );
    case 'verbatim':
      return block.lines.map((line, index) => ((index === 0 ? margin.first : margin.rest) + line).trimEnd());
    case 'rule':
      return [`${margin.first}---`];
  }
}

/** A `#` at the end would be taken for the heading's own. */
function headingText(text: string): string {
  return inlineMarkdown(text.replace(/\s+/g, ' ').trim()).replace(/(^|\s)(#+)$/, '$1\\$2');
}

function paragraphLines(text: string, margin: Margin): string[] {
  const safe = inlineMarkdown(text)
    .split('\n')
    .map((line) => lineOfParagraph(line.trim()))
    .join('\n');
  const lines = fill(markdownWords(safe), margin, width).map((line) => line.text);
  return lines.length > 0 ? lines : [margin.first.trimEnd()];
}

function listLines(list: MailList, { first, rest }: Margin, marks: Marks): string[] {
  const loose = list.items.some((item) => item.blocks.some((block) => block.type === 'paragraph'));
  const usual = marks === 'usual';
  return list.items.flatMap((item, index) => {
    const bullet = list.ordered ? `${list.start + index}. ` : usual ? '- ' : '* ';
    const margin = { first: (index === 0 ? first : rest) + bullet, rest: rest + ' '.repeat(bullet.length) };
    const lines = itemLines(item, margin);
    return loose && index > 0 ? ['', ...lines] : lines;
  });
}

function itemLines(item: MailItem, margin: Margin): string[] {
  const box = item.checked === undefined ? '' : item.checked ? '[x] ' : '[ ] ';
  const lines = paragraphLines(item.text, { first: margin.first + box, rest: margin.rest });
  let before: MailBlock | undefined;
  let marks: Marks = 'usual';
  for (const block of item.blocks) {
    marks = marksFor(block, before, marks);
    if (adjoins(block, before) && block.ordered) lines.push('', margin.rest + between);
    if (block.type !== 'list' || before !== undefined) lines.push('');
    for (const line of blockLines(block, all(margin.rest), marks)) lines.push(line);
    before = block;
  }
  return lines;
}
