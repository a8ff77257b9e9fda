import type { Document } from '../document/document.js';
import { inlineNodes, sourceSpan } from '../document/inline.js';
import type { Block, ListItem } from '../document/model.js';
import type { Definitions } from '../document/remark.js';
import type { Section } from '../document/sections.js';
import { memo } from '../text/memo.js';
import { shift, type Span } from '../text/span.js';

/** What a comment such as `<!-- xen-notes-disable-line date-format -->` asks for. */
export interface Directive {
  /** What follows `xen-notes-`: one of {@link directiveVerbs}, or something else that does nothing. */
  readonly verb: string;
  /** As written; all rules are meant when none is named. */
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
  /** The comment. */
  readonly span: Span;
}

export const directiveVerbs = ['disable', 'enable', 'disable-line', 'disable-next-line'] as const;

const form = /<!--\s*xen-notes-([a-z-]*)(?:\s([^<>]*))?-->/gi;

/** The directives of a document, in text order; spans are in the document. */
export function directivesIn({ cut, definitions }: Document): Directive[] {
  return cut.sections.flatMap((section, index) => {
    const own = directivesOf(definitions, section);
    return own.length === 0 ? own : own.map((each) => moved(each, cut.starts[index] ?? 0));
  });
}

function moved({ verb, rules, span }: Directive, by: number): Directive {
  return { verb, rules: rules.map((rule) => ({ ...rule, span: shift(rule.span, by) })), span: shift(span, by) };
}

const none: readonly Directive[] = [];

const directivesOf = memo((definitions: Definitions, { text, blocks }: Section): readonly Directive[] =>
  text.includes('xen-notes-') ? comments(blocks, definitions).flatMap((span) => read(text, span)) : none,
);

/** Comments that stand as blocks of their own or within a text; what stands in code is none. */
function comments(blocks: readonly (Block | ListItem)[], definitions: Definitions): Span[] {
  return blocks.flatMap((block) => {
    if (block.type === 'html') return [block.span];
    if ('children' in block) return comments(block.children, definitions);
    if (!('leaf' in block) || !block.leaf.text.includes('xen-notes-')) return [];
    return inlineNodes(block, definitions).flatMap((node) =>
      node.type === 'html' ? [sourceSpan(block.leaf, node.span)] : [],
    );
  });
}

function read(text: string, { start, end }: Span): Directive[] {
  return [...text.slice(start, end).matchAll(form)].map((match) => {
    const at = start + match.index;
    const names = at + match[0].length - '-->'.length - (match[2] ?? '').length;
    return {
      verb: (match[1] ?? '').toLowerCase().replace(/(?<!-)-+$/, ''),
      rules: [...(match[2] ?? '').matchAll(/[^\s,]+/g)].map((name) => ({
        id: name[0],
        span: { start: names + name.index, end: names + name.index + name[0].length },
      })),
      span: { start: at, end: at + match[0].length },
    };
  });
}
