import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

const converter = unified()
  .use(rehypeParse)
  .use(rehypeRemark)
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', rule: '-', emphasis: '_', listItemIndent: 'one' })
  .freeze();

/** HTML longer than this is not converted: it holds pictures or the like. In UTF-16 units. */
const longest = 500_000;

/** The Markdown of a mail written in HTML; `undefined` when it is too long, or nested too deeply, to be notes. */
export function htmlText(html: string): string | undefined {
  if (html.length > longest) return undefined;
  try {
    return unescaped(String(converter.processSync(html)));
  } catch {
    // The converter calls itself for each level of nesting.
    return undefined;
  }
}

/** Escapes that the words read the same without: mail is read as people type it. */
function unescaped(markdown: string): string {
  return markdown.replace(/\\(?=[_[\]~&:.@](?:\w|\s|$))/g, '').replace(/(?<=\w)\\(?=[_*]\w)/g, '');
}
