import { htmlTagsIn, isElement, type HtmlTag } from '../document/htmlTag.js';
import { inlineNodes, noDefinitions, sourceSpan, type Inline } from '../document/inline.js';
import type { Block, LeafBlock, ListItem } from '../document/model.js';
import type { Section } from '../document/sections.js';
import { ownText } from './part.js';
import { defineRule } from './rule.js';
import { say } from '../text/say.js';

/** A bracket that opens no address: most of those in notes do. */
const mayOpenTag = /<(?!https?:|mailto:|[^\s<>@]*@)[a-z]/i;

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
  concerns: (_, section) => mayOpenTag.test(ownText(section)),
  checkSection: ({ section }) => {
    const groups = tagGroups(section.blocks, section);
    const closed = new Map(groups.flat().flatMap((tag) => (tag.closing ? [[tag.name, tag.start] as const] : [])));
    return groups.flatMap((tags) => {
      const isHtml = (tag: HtmlTag): boolean => isElement(tag, (name) => (closed.get(name) ?? 0) > tag.start);
      const first = tags.find((tag) => !tag.closing && isHtml(tag) && isLost(tag));
      if (!first) return [];
      const message = say`"<${first.name}>" is HTML, which a plain-text mail loses; write Markdown or plain words`;
      return [{ span: { start: first.start, end: first.end }, message }];
    });
  },
});

/** The tags of each block that has some, comments aside. */
function tagGroups(blocks: readonly (Block | ListItem)[], section: Section): HtmlTag[][] {
  return blocks.flatMap((block) => {
    if (block.type === 'html')
      return [moved(htmlTagsIn(section.text.slice(block.span.start, block.span.end)), block.span.start)];
    if (block.type === 'list' || block.type === 'listItem') return tagGroups(block.children, section);
    return 'leaf' in block && /<[a-z]/i.test(block.leaf.text) ? [tagsOf(block)] : [];
  });
}

function tagsOf(block: LeafBlock): HtmlTag[] {
  const tags = (nodes: readonly Inline[]): HtmlTag[] =>
    nodes.flatMap((node) =>
      node.type === 'html' ? moved(htmlTagsIn(node.value ?? ''), node.span.start) : tags(node.children ?? []),
    );
  return tags(inlineNodes(block, noDefinitions)).map((tag) => ({ ...tag, ...sourceSpan(block.leaf, tag) }));
}

function moved(tags: readonly HtmlTag[], by: number): HtmlTag[] {
  return tags.map((tag) => ({ ...tag, start: tag.start + by, end: tag.end + by }));
}

/** Whether a mail would lose something with the tag: it breaks its lines by itself, and an anchor says nothing. */
function isLost({ name, attributes }: HtmlTag): boolean {
  return name !== 'br' && name !== 'wbr' && (name !== 'a' || /\shref\s*=/i.test(attributes));
}
