import { inlineNodes, sourceSpan, visibleText, type Inline } from '../document/inline.js';
import type { Block, LeafBlock, ListItem } from '../document/model.js';
import type { Definitions } from '../document/remark.js';
import type { Section } from '../document/sections.js';
import { memo } from '../text/memo.js';
import { moveFinding } from './moveFinding.js';
import { defineRule, type Finding } from './rule.js';
import { say } from '../text/say.js';

export const lineTooLong = defineRule({
  id: 'line-too-long',
  summary: 'A line that a mail cannot wrap is too long for it',
  why: 'Paragraphs and lists are wrapped when notes are posted; code and tables are not, and fall apart in narrow windows and quotes.',
  kinds: ['notes', 'minutes'],
  severity: { draft: 'off', post: 'warning' },
  fix: 'none',
  options: {
    verbatim: {
      description:
        'Columns that code and tables may take where mails are wrapped at fewer, as the coding style allows 80',
      default: 80,
    },
  },
  examples: [
    {
      bad: '# Minutes\n\n## PVH\n\n```\n⟦static int __init pvh_map_all_iomem(struct domain *d, unsigned long nr_pages_mapped)⟧\n{\n}\n```\n',
    },
    {
      bad: '# Minutes\n\n## PVH\n\n⟦| case | what was measured before | what was measured after |⟧\n| --- | --- | --- |\n| PV | the same as in the release before this one | slower than in that release |\n',
    },
    {
      bad: '# Minutes\n\n## PVH\n\n- Jan: try ⟦`xl create -c /etc/xen/pvh.cfg kernel=/boot/vmlinuz extra="console=hvc0" memory=4096`⟧\n',
    },
    {
      good: '# Minutes\n\n## PVH\n\nA paragraph may be as long as its author likes, as whoever exports it to a mail gets it wrapped there.\n\n```\n# see https://lists.xenproject.org/archives/html/xen-devel/2019-07/threads.html#00709 for more\n```\n\n1. Jan:\n\n        - asks whether anything else is to be done, and if not whether the meeting may be closed\n',
    },
  ],
  check: ({ document: { cut, definitions }, archive, options }) => {
    const limit = Math.max(archive.config.mail?.width ?? 0, options.verbatim);
    return cut.sections.flatMap((section, index) => {
      if (section.text.length <= limit && !section.text.includes('\t')) return [];
      return longIn(limit, definitions, section).map((finding) => moveFinding(finding, cut.starts[index] ?? 0));
    });
  },
});

interface Scope {
  readonly limit: number;
  readonly definitions: Definitions;
}

const longIn = memo((limit: number, definitions: Definitions, section: Section): readonly Finding[] =>
  inBlocks(section.blocks, section, { limit, definitions }),
);

function inBlocks(blocks: readonly (Block | ListItem)[], section: Section, scope: Scope): Finding[] {
  return blocks.flatMap((block) => {
    if (block.type === 'code') return inCode(block, section, scope);
    if (block.type === 'table') return inTable(block, scope);
    if (block.type === 'paragraph') return inlineCode(block, scope);
    // What is quoted keeps its lines: they are somebody else's.
    return block.type === 'list' || block.type === 'listItem' ? inBlocks(block.children, section, scope) : [];
  });
}

function inCode({ span }: Block, { text }: Section, { limit }: Scope): Finding[] {
  const code = text.slice(span.start, span.end);
  // What is code by its indentation alone is mostly a list whose indentation went wrong.
  if (!/^(?:`{3}|~{3})/.test(code)) return [];
  const [first, ...more] = [...code.matchAll(/[^\r\n]+/g)].flatMap(({ 0: whole, index }) => {
    const line = whole.trimEnd();
    // An address cannot be broken.
    if (line.includes('://') || columns(line) <= limit) return [];
    const start = span.start + index + (/^[ \t]*/.exec(line)?.[0].length ?? 0);
    return [{ start, end: span.start + index + line.length }];
  });
  const message =
    more.length > 0
      ? say`this line of code is wider than ${limit} columns (${more.length} more here); break it, or link to it`
      : say`this line of code is wider than ${limit} columns; break it, or link to it`;
  return first ? [{ span: first, message }] : [];
}

/** Columns a line takes, with tabs to every eighth. */
function columns(line: string): number {
  let width = 0;
  for (const char of line) width = char === '\t' ? width - (width % 8) + 8 : width + 1;
  return width;
}

/** A mail has a table's columns aligned: each is as wide as its widest cell, and three more. */
function inTable(block: LeafBlock, { limit, definitions }: Scope): Finding[] {
  if (block.leaf.text.length <= limit) return [];
  const rows = inlineNodes(block, definitions).map((row) => (row.children ?? []).map(widthOf));
  const [head = []] = rows;
  const width = head.reduce((sum, _, column) => sum + 3 + Math.max(3, ...rows.map((row) => row[column] ?? 0)), 1);
  if (width <= limit) return [];
  const line = /^[^\r\n]*\S/.exec(block.leaf.text)?.[0].length ?? 0;
  const span = sourceSpan(block.leaf, { start: 0, end: line });
  return [
    {
      span,
      message: say`this table takes ${width} columns in a mail, more than ${limit}; shorten cells, or write a list`,
    },
  ];
}

function widthOf({ children = [] }: Inline): number {
  return [...visibleText(children)].length;
}

function inlineCode(block: LeafBlock, { limit, definitions }: Scope): Finding[] {
  const { text } = block.leaf;
  if (text.length <= limit || !text.includes('`')) return [];
  const long = codeIn(inlineNodes(block, definitions)).filter(
    ({ value = '' }) => value.length > limit && !value.includes('://'),
  );
  const message = say`this code is longer than ${limit} columns and cannot be wrapped; make it a block with shorter lines`;
  return long.map(({ span }) => ({ span: sourceSpan(block.leaf, span), message }));
}

function codeIn(nodes: readonly Inline[]): Inline[] {
  return nodes.flatMap((node) => (node.type === 'inlineCode' ? [node] : codeIn(node.children ?? [])));
}
