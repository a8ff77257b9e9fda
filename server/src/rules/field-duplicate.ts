import type { Field } from '../document/facts.js';
import { fieldOf, foldLabel, type DocumentKind } from '../document/schema.js';
import { say } from '../text/say.js';
import { defineRule } from './rule.js';

export const fieldDuplicate = defineRule({
  id: 'field-duplicate',
  summary: 'A field stands twice in one list',
  why: 'Only the first of the two is read; what the second says is lost to the archive.',
  severity: { draft: 'warning', post: 'error' },
  fix: 'none',
  examples: [
    {
      bad: '# Loose ends\n\n- Technical contact: Lars Kurth\n- Description: Becoming a CNA.\n- ⟦Contact⟧: Ian Jackson\n',
    },
    {
      bad: '# Virtio\n\nTechnical contact: Wei Liu\nDescription: On Arm.\n⟦Technical contact⟧: Wei Liu\n',
    },
    {
      good: '# Design Sessions 2019\n\n## Thursday\n\n### Virtio\n\n- Notes: unknown\n\n### Rust\n\n- Notes: unknown\n',
    },
    { good: '# Minutes\n\n- Attendees: Jan Beulich\n- Guests: Amir Chaudhry\n' },
    { good: '# Loose ends\n\n- Owner: Lars Kurth\n- Technical contact: Ian Jackson\n- Mood: good\n- Mood: better\n' },
  ],
  concerns: ({ fields }) => fields.length > 0,
  checkSection: ({ facts, kind }) =>
    facts.fields.flatMap((field, index) => {
      const earlier = facts.fields.slice(0, index).find((other) => isSame(field, other, kind));
      if (!earlier) return [];
      const message =
        earlier.written === field.written
          ? say`the field "${field.written}" is already there; keep one of them, with what both say`
          : say`the field "${field.written}" is already there as "${earlier.written}"; keep one of them, with what both say`;
      return [{ span: field.labelSpan, message }];
    }),
});

/** People may be listed under several labels of one field, such as attendees and guests. */
function isSame(one: Field, other: Field, kind: DocumentKind): boolean {
  if (one.label === undefined || one.label !== other.label) return false;
  const schema = fieldOf(one.label);
  if (!schema?.kinds.some((each) => each === kind)) return false;
  return one.label !== 'Participants' || foldLabel(one.written) === foldLabel(other.written);
}
