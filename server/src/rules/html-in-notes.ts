import { htmlTagNames } from 'html-tag-names';
import { inlineNodes, noDefinitions, sourceSpan, type Inline } from '../document/inline.js';
import type { Block, LeafBlock, ListItem } from '../document/model.js';
import type { Section } from '../document/sections.js';
import { shift, type Span } from '../text/span.js';
import { defineRule } from './rule.js';

export const htmlInNotes = defineRule({
  id: 'html-in-notes',
  summary: 'Notes contain raw HTML',
  why: 'Notes are posted as plain text: tags are lost there, or stand in the reader’s way.',
  kinds: ['notes', 'minutes'],
  severity: { draft: 'warning', post: 'error' },
  fix: 'none',
  examples: [
    { bad: '# Minutes\n\n## PVH\n\nThis is ⟦<u>⟧not</u> decided.\n' },
    { bad: '# Minutes\n\n## PVH\n\n⟦<details>⟧\n<summary>Log</summary>\n\nIt boots.\n\n</details>\n' },
    { bad: '# Minutes\n\n## PVH\n\nSee ⟦<a href="https://xen.org/">⟧the site</a>.\n' },
    { bad: '# Minutes\n\n## PVH\n\n| case | result |\n| --- | --- |\n| PV | 2⟦<sup>⟧32</sup> pages |\n' },
    {
      good: '# Minutes\n\n## PVH\n\n<!-- by hand -->\n\nA Vec<u8> of <data>, `<b>`, <silence> and <a name="pvh"></a><https://xen.org/>.\n',
    },
    { good: '# Minutes\n\n## PVH\n\n| case | result |\n| --- | --- |\n| PV | boots,<br>slowly |\n' },
    { good: '# Minutes\n\n## PVH\n\n<back to slides>\n\n<title slide>\n\n```\n<u>x</u>\n```\n' },
  ],
  checkSection: ({ section }) => {
    if (!/<[a-z]/i.test(section.text)) return [];
    const groups = tagGroups(section.blocks, section);
    const closed = new Map(groups.flat().flatMap((tag) => (tag.closing ? [[tag.name, tag.span.start] as const] : [])));
    return groups.flatMap((tags) => {
      const [first] = tags.filter((tag) => isHtml(tag, closed));
      const message = `"<${first?.name ?? ''}>" is HTML, which a plain-text mail loses; write Markdown or plain words`;
      return first ? [{ span: first.span, message }] : [];
    });
  },
});

interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: string;
  readonly span: Span;
}

/** The tags of each block that has some, comments aside. */
function tagGroups(blocks: readonly (Block | ListItem)[], section: Section): Tag[][] {
  return blocks.flatMap((block) => {
    if (block.type === 'html') return [tagsIn(section.text.slice(block.span.start, block.span.end), block.span.start)];
    if (block.type === 'list' || block.type === 'listItem') return tagGroups(block.children, section);
    return 'leaf' in block && /<[a-z]/i.test(block.leaf.text) ? [tagsOf(block)] : [];
  });
}

function tagsOf(block: LeafBlock): Tag[] {
  const tags = (nodes: readonly Inline[]): Tag[] =>
    nodes.flatMap((node) =>
      node.type === 'html' ? tagsIn(node.value ?? '', node.span.start) : tags(node.children ?? []),
    );
  return tags(inlineNodes(block, noDefinitions)).map((tag) => ({ ...tag, span: sourceSpan(block.leaf, tag.span) }));
}

function tagsIn(html: string, start: number): Tag[] {
  const bare = html.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => ' '.repeat(comment.length));
  return [...bare.matchAll(/<(\/?)([a-z][a-z0-9]*)(\s[^<>]*|\/)?>/gi)].map((tag) => ({
    name: (tag[2] ?? '').toLowerCase(),
    closing: tag[1] === '/',
    attributes: tag[3] ?? '',
    span: shift({ start: tag.index, end: tag.index + tag[0].length }, start),
  }));
}

const known = new Set(htmlTagNames);

/** Many a word in angle brackets is a remark or a placeholder: an element's name needs its end, an attribute, or to have none. */
function isHtml({ name, closing, attributes, span }: Tag, closed: ReadonlyMap<string, number>): boolean {
  if (closing || !known.has(name)) return false;
  // An anchor says nothing that could be lost.
  if (name === 'a' && !/\shref\s*=/i.test(attributes)) return false;
  // A mail breaks its lines by itself.
  if (name === 'br' || name === 'wbr') return false;
  return name === 'hr' || attributes.includes('=') || (closed.get(name) ?? 0) > span.start;
}
