import { resolveReference } from '../../archive/references.js';
import type { StatedDate } from '../../document/dates.js';
import type { DocumentFacts } from '../../document/document.js';
import type { Span } from '../../text/span.js';
import { sortKey, type Offer, type CompletionOptions } from './item.js';
import type { FeatureContext } from '../context.js';
import type { Position } from './position.js';

/** Days a date field may hold: those of the session's event, the day in the document's title, and today. */
export function dateCompletions(
  { context }: Position,
  { today }: CompletionOptions,
  at: { readonly span: Span; readonly gap: string },
): Offer[] {
  const event = eventOf(context);
  const days = event
    ? daysOf(event.date).map((day, index) => [day, `${weekday(day)}, day ${index + 1} of ${event.title}`] as const)
    : [];
  const own = context.document.facts.date;
  const stated = own && !event ? daysOf(own).map((day) => [day, weekday(day)] as const) : [];
  const now = today === undefined ? [] : [[today, `${weekday(today)}, today`] as const];
  const offered = new Map([...now, ...stated, ...days]);
  return [...offered].map(([day, detail], index) => ({
    label: day,
    kind: 'value',
    detail,
    // Notes of an event that is over are dated by one of its days.
    sortText: sortKey(days.some(([each]) => each === day) ? 0 : 1, index),
    edit: { span: at.span, text: at.gap + day },
  }));
}

/** The page of the event that the document's session belongs to. */
function eventOf({ document, archive }: FeatureContext): DocumentFacts | undefined {
  for (const section of document.facts.sections.slice(0, 4)) {
    const field = section.facts.fields.find((each) => each.label === 'Session');
    const reference =
      field &&
      section.facts.references.find(
        (each) => each.span.start >= field.valueSpan.start && each.span.end <= field.valueSpan.end,
      );
    const resolution = reference && resolveReference(archive, reference, document.facts);
    if (resolution?.kind === 'found') return resolution.document;
  }
  return undefined;
}

const mostDays = 14;

/** The days of a period, of a day just that; none of a date that states no day. */
function daysOf(date: StatedDate | undefined): string[] {
  if (date?.precision !== 'day') return [];
  const days = [date.iso];
  for (let day = next(date.iso); date.end !== undefined && day <= date.end && days.length < mostDays; day = next(day))
    days.push(day);
  return days;
}

function next(iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function weekday(iso: string): string {
  return weekdays[new Date(`${iso}T00:00:00Z`).getUTCDay()] ?? '';
}
