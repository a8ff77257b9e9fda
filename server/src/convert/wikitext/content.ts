import type { BlockContent, Code } from 'mdast';
import { at, paragraph } from '../nodes.js';
import { lineAt, type WikiContext } from './context.js';
import { decodeEntities } from './entities.js';
import { readInline } from './inline.js';
import type { Token } from './tokens.js';

/** Tokens of a line, or of lines that belong together, as blocks: a paragraph, and code where raw text stands in it. */
export function contentBlocks(tokens: readonly Token[], line: number, context: WikiContext): BlockContent[] {
  const blocks: BlockContent[] = [];
  let waiting: Token[] = [];
  const flush = (): void => {
    const children = readInline(waiting, context);
    const first = waiting.find((token) => token.type !== 'text' || token.value.trim() !== '');
    if (children.length > 0) blocks.push(paragraph(children, first ? lineAt(context, first.start) : line));
    waiting = [];
  };
  for (const token of tokens) {
    if (token.type === 'raw' && isCode(token)) {
      flush();
      blocks.push(codeOf(token, lineAt(context, token.start)));
    } else waiting.push(token);
  }
  flush();
  return blocks;
}

type Raw = Extract<Token, { type: 'raw' }>;

/** Whether raw text is a block of its own. */
export function isCode({ name, value }: Raw): boolean {
  return name === 'pre' || ((name === 'source' || name === 'syntaxhighlight') && value.includes('\n'));
}

export function codeOf(token: Raw, line: number): Code {
  const lang = /\blang\s*=\s*["']?([\w+#.-]{1,40})/i.exec(token.attributes)?.[1];
  // Within pre entities still stand for characters, and nowiki around it all is no text.
  const inner = token.name === 'pre' ? decodeEntities(token.value.replace(/<\/?nowiki\s*\/?>/gi, '')) : token.value;
  return {
    type: 'code',
    lang: lang ?? null,
    value: inner.replace(/^[ \t]*\n/, '').trimEnd(),
    position: at(line),
  };
}
