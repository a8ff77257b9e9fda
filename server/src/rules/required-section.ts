import { cancelled, requirements, sectionRole } from '../document/schema.js';
import type { TextEdit } from '../text/edits.js';
import { isBlank } from './blank.js';
import { insertAt, lineEnding } from './insertField.js';
import { defineRule, type DocumentContext } from './rule.js';

export const requiredSection = defineRule({
  id: 'required-section',
  summary: 'A section that documents of this kind have is missing',
  why: 'Minutes that do not say who was there leave it open who agreed.',
  kinds: ['minutes'],
  severity: { draft: 'info', post: 'error' },
  fix: 'suggest',
  examples: [
    {
      bad: '# ⟦Developer meeting minutes⟧\n\n- Date: 2013-02-21\n\n## Kexec\n\n- Jan Beulich: nothing new\n',
      fixed:
        '# Developer meeting minutes\n\n- Date: 2013-02-21\n\n## Attendees\n\n- unknown\n\n## Kexec\n\n- Jan Beulich: nothing new\n',
    },
    { good: '# Developer meeting minutes\n\n- Participants: Jan Beulich, Wei Liu\n\n## Kexec\n\nNothing new.\n' },
    { good: '# Developer meeting minutes\n\n**Attendees:** Jan Beulich, Wei Liu\n\n## Kexec\n\nNothing new.\n' },
    { good: '# Developer meeting minutes\n\nThe meeting was cancelled.\n' },
    { good: '# Developer meeting minutes\n' },
  ],
  check: (context) => {
    const { document, kind } = context;
    const roles = new Set(document.facts.sections.map((section) => section.facts.heading?.role));
    const missing = (requirements[kind]?.sections ?? []).filter(({ role }) => !roles.has(role));
    if (missing.length === 0 || isBlank(document.facts) || cancelled.test(document.text) || namesPeople(context))
      return [];
    return missing.map(({ title }) => ({
      span: document.facts.titleSpan,
      message: `the section "${title}" is missing; add it, or say unknown in it`,
      fixes: [{ title: `Add the section "${title}"`, edits: [insertSection(context, title)] }],
    }));
  },
});

/** A field or line that names who took part says as much as the section. */
function namesPeople({ document }: DocumentContext): boolean {
  const labels = new Set(['Participants', 'Host']);
  const inField = document.facts.sections.some(({ facts }) =>
    facts.fields.some((field) => field.label !== undefined && labels.has(field.label) && field.value !== ''),
  );
  return inField || [...document.text.matchAll(labelled)].some(([, label = '']) => sectionRole(label) === 'attendees');
}

/** `Label:` at the start of a line, whatever marks stand before it. */
const labelled = /^[\s>*_+-]*([a-z ]{4,30}?)[*_]*\s*:/gim;

/** The section goes behind the title and its fields. */
function insertSection({ document }: DocumentContext, title: string): TextEdit {
  const head = document.facts.sections.find((section) => section.facts.heading);
  const newline = lineEnding(document.text);
  const depth = (head?.facts.heading?.depth ?? 0) + 1;
  const section = `${'#'.repeat(depth)} ${title}${newline}${newline}- unknown`;
  if (!head) return insertAt(0, `${section}${newline}${newline}`);
  const end = head.start + document.text.slice(head.start, head.end).trimEnd().length;
  return insertAt(end, `${newline}${newline}${section}`);
}
