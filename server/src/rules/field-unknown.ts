import { nearestLabel } from '../document/reading/fields.js';
import { fieldOf, foldLabel } from '../document/schema.js';
import { defineRule } from './rule.js';

export const fieldUnknown = defineRule({
  id: 'field-unknown',
  summary: 'A field label is a slip of a known one',
  why: 'Under a label that is not known the value is read by nobody: no contact, no date, no link.',
  severity: { draft: 'warning', post: 'warning' },
  fix: 'suggest',
  examples: [
    {
      bad: '# Loose ends\n\n- ⟦Tecnical contact⟧: Lars Kurth\n- Description: Becoming a CNA.\n',
      fixed: '# Loose ends\n\n- Technical contact: Lars Kurth\n- Description: Becoming a CNA.\n',
    },
    { good: '# Loose ends\n\n- Technical contact: Lars Kurth\n- Description: Becoming a CNA.\n- Mood: good\n' },
    {
      good: '# Minutes\n\n- Date: 2013-02-21\n- Presenter: Lars Kurth\n\n## Attendees\n\n- Lars Kurth\n\n## NUMA\n\n- Costs: unknown\n- Chain: none\n',
    },
    { good: '# Loose ends\n\n- contact: Lars Kurth\n- Desc: Becoming a CNA.\n' },
  ],
  concerns: ({ fields }) => fields.length > 0,
  checkSection: ({ facts, kind }) =>
    facts.fields.flatMap((field) => {
      const near = field.label === undefined ? nearestLabel(field.written) : undefined;
      const schema = near === undefined ? undefined : fieldOf(near);
      if (!schema || !near || !schema.kinds.some((each) => each === kind)) return [];
      const label = near === foldLabel(schema.label) ? schema.label : near.charAt(0).toUpperCase() + near.slice(1);
      return [
        {
          span: field.labelSpan,
          message: `"${field.written}" is no known field; write "${label}"`,
          fixes: [{ title: `Write "${label}"`, edits: [{ span: field.labelSpan, text: label }] }],
        },
      ];
    }),
});
