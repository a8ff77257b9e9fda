import { foldTitle } from '../../archive/names.js';
import { place, type Document, type PlacedFacts } from '../../document/document.js';
import type { Field } from '../../document/facts.js';
import { fieldNamed } from '../../document/reading/section.js';
import { insertField } from '../../rules/insertField.js';
import type { TextEdit } from '../../text/edits.js';

/**
 * The edit that keeps a title in `Formerly`, so that what was posted under it still leads there. A title that was there before
 * is taken out again, and then nothing is added: it is as if it had never been another.
 */
export function formerlyEdit(
  document: Document,
  section: PlacedFacts,
  [title, to]: readonly [string, string],
): TextEdit | undefined {
  const field = fieldNamed(section.facts, 'Formerly');
  if (!field) return title === '' ? undefined : insertField(document, section, `Formerly: ${title}`);
  if (isOf(field.value, to)) return withoutField(document, section, field);
  const index = field.items.findIndex(({ text }) => isOf(text, to));
  if (index >= 0) return withoutItem(section, field, index);
  if (isOf(field.value, title) || field.items.some(({ text }) => isOf(text, title))) return undefined;
  const end = place(section, field.valueSpan).end;
  return { span: { start: end, end }, text: `${field.value === '' ? ' ' : ', '}${title}` };
}

function isOf(text: string, title: string): boolean {
  return foldTitle(text) === foldTitle(title);
}

/** Takes the line out that {@link insertField} puts in, with the blank one where nothing else stands in the list. */
function withoutField({ text }: Document, section: PlacedFacts, field: Field): TextEdit {
  const { start, end } = place(section, field.span);
  const alone = section.facts.fields.length === 1;
  const before = /(?:\r\n|\n|\r)[ \t]*(?:[-*+][ \t]+)?[*_]*$/.exec(text.slice(0, start))?.[0] ?? '';
  const blank = alone ? (/(?:\r\n|\n|\r)$/.exec(text.slice(0, start - before.length))?.[0] ?? '') : '';
  return { span: { start: start - before.length - blank.length, end }, text: '' };
}

/** Takes one of several out with the comma before it, else with the one behind. */
function withoutItem(section: PlacedFacts, { items }: Field, index: number): TextEdit {
  const [before, item, behind] = [items[index - 1], items[index], items[index + 1]];
  const start = before?.span.end ?? item?.span.start ?? 0;
  const end = before ? (item?.span.end ?? start) : (behind?.span.start ?? item?.span.end ?? start);
  return { span: place(section, { start, end }), text: '' };
}
