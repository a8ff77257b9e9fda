import type { Block } from '../document/model.js';
import { placeholders } from '../document/schema.js';
import { defineRule } from './rule.js';
import { say } from '../text/say.js';

export const placeholderLeft = defineRule({
  id: 'placeholder-left',
  summary: 'A field still has the text its template put there',
  why: 'A reader cannot tell whether nobody knows the answer or nobody filled it in.',
  severity: { draft: 'info', post: 'warning' },
  fix: 'none',
  examples: [
    {
      bad: '# Loose ends\n\n- Technical contact: Lars Kurth\n- Description: Becoming a CNA.\n- Outcomes: ⟦Not specified, project outcomes⟧\n',
    },
    { bad: '# Loose ends\n\n- Technical contact: ⟦TBD⟧\n- Description: Becoming a CNA.\n' },
    {
      bad: '# RISC-V\n\n- Owner: Wei Liu\n\n## Problem to solve\n\nThere is no port.\n\n## Preparation\n\n⟦To be determined⟧\n',
    },
    { good: '# Loose ends\n\n- Technical contact: Lars Kurth\n- Description: Becoming a CNA.\n- Outcomes: unknown\n' },
  ],
  concerns: ({ fields, heading }) => fields.length > 0 || heading?.field !== undefined,
  checkSection: ({ section, facts }) => [
    ...facts.fields
      .filter((field) => isPlaceholder(field.value))
      .map((field) => ({ span: field.valueSpan, message: messageFor(field.written) })),
    ...(facts.heading?.field ? placeholderBlocks(section.blocks) : []).map((block) => ({
      span: block.span,
      message: messageFor(facts.heading?.title ?? ''),
    })),
  ],
});

function isPlaceholder(text: string): boolean {
  return placeholders.some((form) => form.test(text.trim()));
}

function messageFor(label: string): string {
  return say`"${label}" still has its placeholder; fill it in, or say unknown or none`;
}

/** Below a heading that is a field's long form the placeholder is a paragraph of its own. */
function placeholderBlocks(blocks: readonly Block[]): Block[] {
  return blocks.filter((block) => block.type === 'paragraph' && isPlaceholder(block.leaf.text));
}
