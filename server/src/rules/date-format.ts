import { openDateIn, readDateIn, timeOfDay, yearOf, type StatedDate } from '../document/dates.js';
import { place, type PlacedFacts } from '../document/document.js';
import type { Field } from '../document/facts.js';
import { fieldType, swallowedForm } from '../document/schema.js';
import { contradictsItself } from '../document/weekdays.js';
import { either, say } from '../text/say.js';
import { isNoAnswer } from './answer.js';
import { defineRule, type DocumentContext, type Finding } from './rule.js';

export const dateFormat = defineRule({
  id: 'date-format',
  summary: 'A date is not written as YYYY-MM-DD',
  why: 'Day and month change places between countries, and dates in one form sort and compare by themselves.',
  kinds: ['event', 'proposal', 'notes', 'minutes'],
  severity: { draft: 'info', post: 'warning' },
  fix: 'safe',
  examples: [
    {
      bad: '# Minutes\n\n- Date: ⟦Thursday, July 11th 2013⟧\n\n## Attendees\n\n- Jan Beulich\n',
      fixed: '# Minutes\n\n- Date: 2013-07-11\n\n## Attendees\n\n- Jan Beulich\n',
    },
    {
      bad: '# Design Sessions 2019\n\n- Date: ⟦July 9-11, 2019⟧\n',
      fixed: '# Design Sessions 2019\n\n- Date: 2019-07-09 to 2019-07-11\n',
    },
    {
      bad: '# Minutes\n\n- Date: ⟦12/03/2013⟧\n\n## Attendees\n\n- Jan Beulich\n',
      fixed: '# Minutes\n\n- Date: 2013-03-12\n\n## Attendees\n\n- Jan Beulich\n',
    },
    {
      bad: '# Minutes, 2013\n\n- Date: ⟦May 21st⟧\n\n## Attendees\n\n- Jan Beulich\n',
      fixed: '# Minutes, 2013\n\n- Date: 2013-05-21\n\n## Attendees\n\n- Jan Beulich\n',
    },
    {
      bad: '# Minutes of the call of ⟦12/03/2013⟧\n\n## Attendees\n\n- Jan Beulich\n',
      fixed: '# Minutes of the call of 2013-03-12\n\n## Attendees\n\n- Jan Beulich\n',
    },
    {
      bad: '# Minutes, 2019\n\n- Date: ⟦Wed 12/06⟧\n\n## Attendees\n\n- Jan Beulich\n',
      fixed: '# Minutes, 2019\n\n- Date: 2019-06-12\n\n## Attendees\n\n- Jan Beulich\n',
    },
    {
      bad: '# Minutes\n\n- Date: ⟦21 February 2013, 16:00 UTC⟧\n\n## Attendees\n\n- Jan Beulich\n',
      fixed: '# Minutes\n\n- Date: 2013-02-21, 16:00 UTC\n\n## Attendees\n\n- Jan Beulich\n',
    },
    { bad: '# Minutes\n\n- Date: ⟦when it suits⟧\n\n## Attendees\n\n- Jan Beulich\n' },
    { good: '# Minutes\n\n- Date: 2013-07-11\n\n## Attendees\n\n- Jan Beulich\n' },
    { good: '# Minutes\n\n- Date: 2013-02 (day unknown)\n\n## Attendees\n\n- Jan Beulich\n' },
    { good: '# Minutes\n\n- Date: 2013-02-21, 14:00 UTC\n\n## Attendees\n\n- Jan Beulich\n' },
    { good: '# Minutes\n\n- Date: Thursday, December 4th, 2013\n\n## Attendees\n\n- Jan Beulich\n' },
    { good: '# Minutes\n\n- Date: July 2019\n\n## Attendees\n\n- Jan Beulich\n' },
    { good: '# Minutes of 13/03/2013\n\n## Attendees\n\n- Jan Beulich\n' },
    { good: '# Minutes of 12/03/2013\n\n- Date: 2013-03-12\n\n## Attendees\n\n- Jan Beulich\n' },
    { good: '# Minutes\n\n- Date: unknown\n\n## Attendees\n\n- Jan Beulich\n' },
  ],
  concerns: ({ fields, heading }) =>
    fields.some((field) => isDate(field) && !field.date?.canonical) || /\d\/\d/.test(heading?.title ?? ''),
  check: (context) => [
    ...inTitle(context),
    ...context.sections.flatMap((section) =>
      section.facts.fields
        .filter((field) => isDate(field) && !field.date?.canonical && !isNoAnswer(field.value))
        .flatMap((field) => finding(field, section, context) ?? []),
    ),
  ],
});

function isDate(field: Field): boolean {
  return fieldType(field) === 'date';
}

function finding(field: Field, section: PlacedFacts, context: DocumentContext): Finding | undefined {
  if (leavesDayOpen(field, context)) return undefined;
  // A date with the next field in it is none yet; that is another rule's finding.
  if (!field.date && field.value.search(swallowedForm) >= 0) return undefined;
  // Which day is meant has to be told first, and without its weekday the date could no longer be seen to be wrong.
  if (contradictsItself(field.value)) return undefined;
  const span = place(section, field.valueSpan);
  const date = field.date ?? inYearOf(context, field.value);
  const time = timeOfDay.exec(field.value)?.[0] ?? '';
  const forms = date ? [isoForm(date), ...(date.alternative === undefined ? [] : [date.alternative])] : [];
  const fixes = forms.map((form) => ({
    title: say`Write "${form}${time}"`,
    edits: [{ span, text: `${form}${time}` }],
  }));
  const quoted = either(forms.map((form) => `"${form}${time}"`));
  if (fixes.length === 0)
    return { span, message: say`no date can be read from "${field.value}"; write it as YYYY-MM-DD, or unknown` };
  const sure = field.date && forms.length === 1;
  return {
    span,
    message: say`"${field.value}" is no ISO date; write ${quoted}`,
    fixes,
    ...(!sure && { choice: true }),
  };
}

/** In minutes and notes the day itself is what is missing first; that is another rule's finding. */
function leavesDayOpen({ date, label }: Field, { kind }: DocumentContext): boolean {
  return date !== undefined && date.precision !== 'day' && label === 'Date' && (kind === 'minutes' || kind === 'notes');
}

/** A day without its year, in the year that the document states. */
function inYearOf({ document }: DocumentContext, value: string): StatedDate | undefined {
  const year = yearOf(document.facts.date?.iso);
  return year === undefined ? undefined : readDateIn(value, year);
}

/** A day in the title that may be another one, where nothing else tells which. */
function inTitle({ document: { facts, text } }: DocumentContext): Finding[] {
  const { title, titleSpan, date } = facts;
  const open = date?.precision === 'day' ? undefined : openDateIn(title, yearOf(date?.iso));
  const start = open ? text.indexOf(open.text, titleSpan.start) : -1;
  if (!open || start < 0 || start > titleSpan.end) return [];
  const span = { start, end: start + open.text.length };
  const forms = [open.date.iso, open.date.alternative];
  return [
    {
      span,
      message: say`"${open.text}" may be ${either(forms)}; write the one that is meant`,
      fixes: forms.map((form) => ({ title: say`Write "${form}"`, edits: [{ span, text: form }] })),
      choice: true,
    },
  ];
}

function isoForm({ iso, end }: StatedDate): string {
  return end === undefined ? iso : `${iso} to ${end}`;
}
