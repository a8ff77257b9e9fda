import type { Field } from '../document/facts.js';
import { parameterOf, placeholders, swallowedForm, type FieldLabel } from '../document/schema.js';
import type { TextEdit } from '../text/edits.js';
import type { Span } from '../text/span.js';
import { lineEnding, linePrefix } from './insertField.js';
import { defineRule, type Finding, type SectionContext } from './rule.js';
import { say } from '../text/say.js';

export const fieldSwallowed = defineRule({
  id: 'field-swallowed',
  summary: 'A field has the next one in its value',
  why: 'A missing bar in the wiki page pulled two fields together; the second is read by nobody, and the first is wrong.',
  kinds: ['event', 'proposal'],
  severity: { draft: 'warning', post: 'error' },
  fix: 'safe',
  examples: [
    {
      bad: '# Loose ends\n\n- Date of insert: 2017-07-13 ⟦Contact=Lars Kurth, Ian Jackson⟧\n- Description: Becoming a CNA.\n',
      fixed:
        '# Loose ends\n\n- Date of insert: 2017-07-13\n- Technical contact: Lars Kurth, Ian Jackson\n- Description: Becoming a CNA.\n',
    },
    {
      bad: '# Loose ends\n\n- Date of insert: July 13 2017 ⟦Contact=Lars Kurth, Ian Jackson;⟧\n- Technical contact: Not specified, project contact\n- Description: Becoming a CNA.\n',
      fixed:
        '# Loose ends\n\n- Date of insert: July 13 2017\n- Technical contact: Lars Kurth, Ian Jackson\n- Description: Becoming a CNA.\n',
    },
    {
      bad: '# Loose ends\n\nTechnical contact: Lars Kurth | ⟦Desc = Becoming a CNA.⟧ | ⟦Skills=patience⟧\nDate of insert: 2017-07-13\n',
      fixed:
        '# Loose ends\n\nTechnical contact: Lars Kurth\nDescription: Becoming a CNA.\nSkills: patience\nDate of insert: 2017-07-13\n',
    },
    {
      bad: '# Loose ends\n\n- Date of insert: 2017-07-13 ⟦Contact=Lars Kurth⟧\n- Technical contact: Ian Jackson\n- Description: Becoming a CNA.\n',
    },
    {
      good: '# Loose ends\n\n- Technical contact: Lars Kurth\n- Description: Boot with `owner=root Date=now`, date=now and <https://xen.org/?a=b&Contact=c>.\n',
    },
  ],
  concerns: ({ fields }) => fields.length > 0,
  checkSection: (context) => context.facts.fields.flatMap((field) => swallowedBy(field, context)),
});

/** A field inside another one's value; offsets in the section. */
interface Swallowed {
  readonly label: FieldLabel;
  /** From the name to the end of the value. */
  readonly span: Span;
  /** Where the value before it ends, separators aside. */
  readonly gap: number;
  readonly value: string;
}

function swallowedBy(field: Field, context: SectionContext): Finding[] {
  if (field.label === undefined || !field.value.includes('=')) return [];
  return swallowedIn(field.valueSpan, context.section.text).map((each) => finding(field, each, context));
}

/** A text without the separators that part it from the next parameter. */
function withoutSeparators(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s;|]/.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

function swallowedIn({ start, end }: Span, source: string): Swallowed[] {
  const text = source.slice(start, end);
  const found = [...text.matchAll(swallowedForm)].filter(({ index }) => !isCode(text, index));
  return found.flatMap((match, index) => {
    const label = parameterOf(match[1] ?? '');
    const next = found[index + 1]?.index;
    const rest = text.slice(match.index, next);
    const own = next === undefined ? rest.trimEnd() : withoutSeparators(rest);
    if (label === undefined) return [];
    return {
      label,
      span: { start: start + match.index, end: start + match.index + own.length },
      gap: start + withoutSeparators(text.slice(0, match.index)).length,
      value: withoutSeparators(own.slice(match[0].length)),
    };
  });
}

/** Whether an odd number of backticks stands before an offset. */
function isCode(text: string, offset: number): boolean {
  return text.slice(0, offset).split('`').length % 2 === 0;
}

function finding(field: Field, swallowed: Swallowed, { section, facts }: SectionContext): Finding {
  const { label, span } = swallowed;
  const message = say`"${field.written}" has swallowed the field "${label}"; give it a line of its own`;
  const known = facts.fields.find((other) => other.label === label);
  const edits = known ? intoKnown(known, swallowed) : [ontoOwnLine(field, swallowed, section.text)];
  return {
    span,
    message,
    ...(edits.length > 0 && { fixes: [{ title: say`Give "${label}" a line of its own`, edits }] }),
  };
}

function ontoOwnLine({ labelSpan }: Field, { label, span, gap, value }: Swallowed, text: string): TextEdit {
  const entry = `${lineEnding(text)}${linePrefix(text, labelSpan.start)}${label}:${value === '' ? '' : ` ${value}`}`;
  return { span: { start: gap, end: span.end }, text: entry };
}

/** A field of that name that says nothing yet takes the value; beside one that does somebody has to choose. */
function intoKnown(known: Field, { span, gap, value }: Swallowed): TextEdit[] {
  const open = known.value === '' || placeholders.some((form) => form.test(known.value));
  if (!open || value === '') return [];
  return [
    { span: { start: gap, end: span.end }, text: '' },
    { span: known.valueSpan, text: known.value === '' ? ` ${value}` : value },
  ];
}
