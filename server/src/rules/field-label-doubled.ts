import type { Field } from '../document/facts.js';
import { fieldOf } from '../document/schema.js';
import { defineRule, type Finding, type SectionContext } from './rule.js';
import { say } from '../text/say.js';

export const fieldLabelDoubled = defineRule({
  id: 'field-label-doubled',
  summary: "A field's value begins with the field's label once more",
  why: 'Whoever copied the line copied its label along; in a list of fields it reads as part of the answer.',
  severity: { draft: 'info', post: 'warning' },
  fix: 'safe',
  examples: [
    {
      bad: '# Loose ends\n\n- Technical contact: Lars Kurth\n- Description: Becoming a CNA.\n- Skills: ⟦Skills Needed:⟧ patience\n',
      fixed: '# Loose ends\n\n- Technical contact: Lars Kurth\n- Description: Becoming a CNA.\n- Skills: patience\n',
    },
    {
      bad: '# Loose ends\n\n- **Technical contact:** ⟦**Contact:**⟧ Lars Kurth\n- Description: Becoming a CNA.\n',
      fixed: '# Loose ends\n\n- **Technical contact:** Lars Kurth\n- Description: Becoming a CNA.\n',
    },
    { bad: '# Loose ends\n\n- Technical contact: ⟦Contact:⟧\n- Description: Becoming a CNA.\n' },
    { good: '# Loose ends\n\n- Technical contact: Lars Kurth\n- Description: Problem: nobody knows the scope.\n' },
    { good: '# Loose ends\n\n- Technical contact: Lars Kurth\n- Description: description: a field of the form.\n' },
  ],
  concerns: ({ fields }) => fields.length > 0,
  checkSection: (context) => context.facts.fields.flatMap((field) => doubled(field, context)),
});

const labelForm = /^([*_]{0,2})([A-Z][A-Za-z .()/-]{0,40})(?::\1|\1:)(?=\s|$)[ \t]*/;

function doubled(field: Field, { section }: SectionContext): Finding[] {
  if (field.label === undefined || !field.value.includes(':')) return [];
  const { start, end } = field.valueSpan;
  const value = section.text.slice(start, end);
  const again = labelForm.exec(value);
  if (!again || fieldOf(again[2] ?? '')?.label !== field.label) return [];
  const label = again[0].trimEnd();
  const finding: Finding = {
    span: { start, end: start + label.length },
    message: say`"${label.replace(/[*_]/g, '')}" repeats the label; take it out`,
    fixes: [
      { title: say`Take the second label out`, edits: [{ span: { start, end: start + again[0].length }, text: '' }] },
    ],
  };
  // Without its label such a value is empty, and somebody has to say what it should be.
  return [value.slice(again[0].length).trim() === '' ? { ...finding, choice: true } : finding];
}
