import { link, plain } from '../markdown.js';
import type { Page, PageBlock, PageLink, PageTable, Words } from './page.js';

export interface MarkdownOptions {
  /** Address of what a text leads to; `undefined` where nothing does. */
  readonly href: (link: PageLink) => string | undefined;
}

/** A page as Markdown that shows its texts as they are. */
export function markdownOf({ title, lead, sections }: Page, options: MarkdownOptions): string {
  const parts = [
    `# ${plain(title)}`,
    ...lead.map((words) => wordsOf(words, options)),
    ...sections.flatMap((section) => [
      `## ${plain(section.title)}`,
      ...section.blocks.map((block) => blockOf(block, options)),
    ]),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function blockOf(block: PageBlock, options: MarkdownOptions): string {
  switch (block.kind) {
    case 'words':
      return wordsOf(block.words, options);
    case 'list':
      return block.items.map((item) => `- ${wordsOf(item, options)}`).join('\n');
    case 'heading':
      return `### ${wordsOf(block.words, options)}`;
    case 'table':
      return tableOf(block, options);
  }
}

function wordsOf(words: Words, { href }: MarkdownOptions): string {
  return words
    .map((each) => {
      if (typeof each === 'string') return plain(each);
      if ('aside' in each) return plain(each.aside);
      if ('tag' in each) return `*${plain(each.tag)}*`;
      const address = href(each.link);
      return address === undefined ? plain(each.text) : link(each.text, address);
    })
    .join(' ');
}

function tableOf({ columns, rows }: PageTable, options: MarkdownOptions): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ title }) => plain(title))),
    line(columns.map((_, index) => (index === 0 ? '---' : '--:'))),
    ...rows.map(({ head, cells }) => line([wordsOf(head, options), ...cells.map(({ text }) => plain(text))])),
  ].join('\n');
}
