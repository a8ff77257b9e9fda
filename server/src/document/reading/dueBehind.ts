import { monthName, readDate } from '../dates.js';
import type { Action } from '../facts.js';
import { dueBeginnings } from '../schema.js';
import type { LeafText } from './leafText.js';

const day = `(?:(?:\\w+day),?\\s+)?(?:the\\s+)?(?:\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${monthName}\\b\\.?|${monthName}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?)(?:,?\\s+\\d{4})?|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.]\\d{1,2}(?:[/.]\\d{2,4})?`;
const words = `(?:${dueBeginnings.join('|')})(?:\\s+(?:of\\s+)?(?:the\\s+)?(?:next\\s+|this\\s+)?[\\p{L}\\d]+(?:\\.[\\p{L}\\d]+)*\\.?){0,2}`;
const by = '(?:by|before|until|till|due(?: on| by)?)';
const form = new RegExp(`\\s\\(?(${by}\\s+(${day}|${words}))[\\s.!)]*$`, 'iu');

/** A due date at the end of an action's text: `… by Friday 6th of December`, `… before the next call`. Offsets are those of the range. */
export function dueBehind(text: LeafText, start: number, end: number): Pick<Action, 'due'> {
  const found = form.exec(text.raw.slice(start, end));
  if (!found) return {};
  const whole = found[1] ?? '';
  const said = found[2] ?? '';
  const at = start + found.index + found[0].indexOf(whole);
  const date = readDate(said);
  return { due: { text: said, span: text.span(at, at + whole.length), inText: true, ...(date && { date }) } };
}

const beginning = new RegExp(`\\s\\(?${by}\\s+$`, 'iu');

/** An action's text without the due date at its end. */
export function withoutDue({ text, due }: Pick<Action, 'text' | 'due'>): string {
  const at = due?.inText ? text.lastIndexOf(due.text) : -1;
  return at < 0 ? text : text.slice(0, at).replace(beginning, '');
}
