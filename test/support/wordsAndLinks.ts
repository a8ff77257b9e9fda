import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import type { Nodes } from 'mdast';
import { unified } from 'unified';

const remark = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze();
const invisible = /\ufe0f|[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;
const address = /[a-z][a-z\d+.-]*:\/\/[^\s<>()[\]"']+/gi;

/** Words and numbers in lower case, as they are written: markup, addresses and invisible characters aside. */
export function wordsOf(text: string): string[] {
  const plain = text.replace(invisible, '').replace(address, ' ');
  return plain.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Targets of links and images, and the labels of those that are defined elsewhere. */
export function linksOf(text: string): string[] {
  return linksIn(remark.parse(text)).map((link) => link.replace(invisible, ''));
}

/** Whether two texts may differ in their links, as far as the lines tell in which they differ. */
export function mayDifferInLinks(one: string, other: string): boolean {
  const [lines, others] = [one.split(/[\r\n]+/), other.split(/[\r\n]+/)];
  return [...missing(lines, others), ...missing(others, lines)].some((line) => /[[\]<@]|:\/\/|www\./.test(line));
}

function linksIn(node: Nodes): string[] {
  const own =
    node.type === 'link' || node.type === 'image' || node.type === 'definition'
      ? [node.url]
      : node.type === 'linkReference' || node.type === 'imageReference'
        ? [`[${node.identifier}]`]
        : [];
  return [...own, ...('children' in node ? node.children.flatMap(linksIn) : [])];
}

/** Of some things those that another list has not, or has less often. */
export function missing(from: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const each of other) left.set(each, (left.get(each) ?? 0) + 1);
  return from.filter((each) => {
    const count = left.get(each) ?? 0;
    left.set(each, count - 1);
    return count <= 0;
  });
}
