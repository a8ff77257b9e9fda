import { nearestLabel, swappedLabel } from '../document/reading/fields.js';
import { fieldOf, foldLabel } from '../document/schema.js';
import { defineRule } from './rule.js';
import { say } from '../text/say.js';

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
    {
      bad: '# Minutes\n\n- ⟦Dtae⟧: 2013-02-21\n- ⟦Scirbe⟧: Lars Kurth\n- Time: 16:00 UTC\n- Chair: Wei Liu\n\n## Attendees\n\n- Lars Kurth\n',
      fixed:
        '# Minutes\n\n- Date: 2013-02-21\n- Scribe: Lars Kurth\n- Time: 16:00 UTC\n- Chair: Wei Liu\n\n## Attendees\n\n- Lars Kurth\n',
    },
    { good: '# Minutes\n\n- Date: 2013-02-21\n- Note-taker: Lars Kurth\n\n## Attendees\n\n- Lars Kurth\n' },
    { good: '# Loose ends\n\n- Technical contact: Lars Kurth\n- Description: Becoming a CNA.\n- Mood: good\n' },
    {
      good: '# Minutes\n\n- Date: 2013-02-21\n- Presenter: Lars Kurth\n\n## Attendees\n\n- Lars Kurth\n\n## NUMA\n\n- Costs: unknown\n- Chain: none\n',
    },
    { good: '# Loose ends\n\n- contact: Lars Kurth\n- Desc: Becoming a CNA.\n' },
  ],
  concerns: ({ fields }) => fields.length > 0,
  checkSection: ({ facts, kind }) => {
    // A short word that is nearly a label is one only among fields.
    const known = facts.fields.filter(({ label }) => label !== undefined).length;
    const plain = known > 1 || known * 2 >= facts.fields.length;
    return facts.fields.flatMap((field) => {
      if (field.label !== undefined) return [];
      const near = nearestLabel(field.written) ?? (plain ? swappedLabel(field.written) : undefined);
      const schema = near === undefined ? undefined : fieldOf(near);
      if (!schema || !near || !schema.kinds.some((each) => each === kind)) return [];
      const label = near === foldLabel(schema.label) ? schema.label : near.charAt(0).toUpperCase() + near.slice(1);
      return [
        {
          span: field.labelSpan,
          message: say`"${field.written}" is no known field; write "${label}"`,
          fixes: [{ title: say`Write "${label}"`, edits: [{ span: field.labelSpan, text: label }] }],
        },
      ];
    });
  },
});
