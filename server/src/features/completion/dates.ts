import { resolveReference } from '../../archive/references.js';
import type { StatedDate } from '../../document/dates.js';
import type { DocumentFacts } from '../../document/document.js';
import { daysAfter, weekdayCalled, weekdayOf } from '../../document/weekdays.js';
import type { Span } from '../../text/span.js';
import { say } from '../../text/say.js';
import { sortKey, type Offer, type CompletionOptions } from './item.js';
import type { FeatureContext } from '../context.js';
import { dayTyped } from '../dayTyped.js';
import type { Position } from './position.js';

/** Days a date field may hold: those of the session's event, the day in the document's title, and today. */
export function dateCompletions(
  { context }: Position,
  { today }: CompletionOptions,
  at: { readonly span: Span; readonly gap: string },
): Offer[] {
  const event = eventOf(context);
  const days = event
    ? daysOf(event.date).map((day, index) => [day, say`${weekday(day)}, day ${index + 1} of ${event.title}`] as const)
    : [];
  const own = context.document.facts.date;
  const stated = own && !event ? daysOf(own).map((day) => [day, weekday(day)] as const) : [];
  const now = today === undefined ? [] : [[today, say`${weekday(today)}, today`] as const];
  const offered = new Map([...now, ...stated, ...days]);
  const listed = [...offered].map(([day, detail], index): Offer => ({
    label: day,
    kind: 'value',
    detail,
    // Notes of an event that is over are dated by one of its days.
    sortText: sortKey(days.some(([each]) => each === day) ? 0 : 1, index),
    edit: { span: at.span, text: at.gap + day },
  }));
  const meant = dayOffer(context.document.text.slice(at.span.start, at.span.end), today, at);
  return [...listed.filter(({ label }) => label !== meant?.label), ...(meant ? [meant] : [])];
}

/** The day that words such as `today` or `next friday` mean; `undefined` where they mean none, or are the day itself. */
function dayOffer(
  typed: string,
  today: string | undefined,
  { span, gap }: { readonly span: Span; readonly gap: string },
): Offer | undefined {
  const day = today === undefined ? undefined : dayTyped(typed, today);
  if (day === undefined || day === typed.trim()) return undefined;
  return {
    label: day,
    kind: 'value',
    detail: weekday(day),
    sortText: sortKey(0, 0),
    also: [typed],
    edit: { span, text: gap + day },
  };
}

/** Days behind `(by ` in the head of an action, and behind `//` wherever it stands by itself. */
export function dayCompletions(
  { context, head, line, offset }: Position,
  { today }: CompletionOptions,
): Offer[] | undefined {
  if (!context.document.facts.kind) return undefined;
  const due = /^[*_]*ACTION\b[^:\r\n]*\(by[ \t]+([^():\s][^():\r\n]*)$/i.exec(head)?.[1];
  const typed = due ?? /(?:^|[ \t(])(\/\/)$/.exec(line)?.[1];
  if (typed === undefined) return undefined;
  const offer = dayOffer(typed, today, { span: { start: offset - typed.length, end: offset }, gap: '' });
  return offer ? [offer] : [];
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
  const { iso, end } = date;
  const days = [iso];
  for (let day = daysAfter(iso, 1); end !== undefined && day <= end && days.length < mostDays; day = daysAfter(day, 1))
    days.push(day);
  return days;
}

function weekday(iso: string): string {
  return weekdayCalled(weekdayOf(iso));
}
