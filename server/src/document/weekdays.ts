import { isDate, monthName, monthNumber } from './dates.js';
import { said, term } from '../text/say.js';
import type { Span } from '../text/span.js';

/** A day named with its weekday, as in `Thursday Dec 4`; offsets are those of the text it was read from. */
export interface NamedDay {
  /** Weekday and date. */
  readonly span: Span;
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly weekdaySpan: Span;
  /** Absent when the text leaves the year open. */
  readonly year?: number;
  readonly yearSpan?: Span;
  /** 1 is January. */
  readonly month: number;
  readonly day: number;
  /** The day's digits with `st`, `nd`, `rd` or `th`. */
  readonly daySpan: Span;
}

const weekdays = [
  term`Sunday`,
  term`Monday`,
  term`Tuesday`,
  term`Wednesday`,
  term`Thursday`,
  term`Friday`,
  term`Saturday`,
] as const;

/** Whether a text may name a weekday; most do not. */
export const mayNameWeekday = /\b(?:mon|tue|wed|thu|fri|sat|sun)/i;

const fullName = '(?:sun|mon|tues|wednes|thurs|fri|satur)day';
const anyName = `(?:${fullName}|sun|mon|tues?|wed|thur?s?|fri|sat)`;
const weekdayForm = `(?<weekday>${anyName})\\b`;
/** Two weekdays belong to a period, and so do two days. */
const alone = `(?<!\\b${anyName}\\.?(?: ?[-–/&,] ?| to | and | or ))`;
const noPeriod = '(?! ?[-–/&] ?\\d| (?:to|and|or) \\d|[:.]\\d|\\d| ?[ap]m\\b)';
const ordinal = '(?<day>\\d{1,2}(?:st|nd|rd|th)?)';
const year = '(?:,? (?<year>(?:19|20)\\d{2})\\b)?';
const month = `(?<month>${monthName})\\b\\.?`;
const gap = '[ \\t]{0,3}(?:\\r?\\n[ \\t]{0,12})?';

const forms = [
  `\\b${alone}${weekdayForm}[.,]?${gap}(?:the )?${month}${gap}${ordinal}\\b${noPeriod}${year}`,
  `\\b${alone}${weekdayForm}[.,]?${gap}(?:the )?${ordinal} (?:of )?${month}${noPeriod}${year}`,
  `\\b${alone}${weekdayForm}[.,]?${gap}(?<year>(?:19|20)\\d{2})-(?<month>\\d{2})-(?<day>\\d{2})\\b`,
  `\\b(?<year>(?:19|20)\\d{2})-(?<month>\\d{2})-(?<day>\\d{2})${gap}\\(${weekdayForm}\\)`,
  `\\b${month} ${ordinal}${year}${gap}\\(${weekdayForm}\\)`,
  `(?<![-–\\d] ?|to |and )\\b${ordinal} (?:of )?${month}${year}${gap}\\(${weekdayForm}\\)`,
].map((form) => new RegExp(form, 'dgi'));

/** Days that a text names together with their weekday; a period of several days is none. */
export function namedDays(text: string): NamedDay[] {
  if (!mayNameWeekday.test(text)) return [];
  return forms.flatMap((form) => [...text.matchAll(form)].flatMap((match) => namedDay(match) ?? []));
}

function namedDay(match: RegExpMatchArray): NamedDay | undefined {
  const places = match.indices?.groups;
  const [weekdaySpan, daySpan] = [spanOf(places?.['weekday']), spanOf(places?.['day'])];
  const yearSpan = spanOf(places?.['year']);
  const { weekday = '', day = '', month: name = '', year: stated } = match.groups ?? {};
  const number = /^\d/.test(name) ? Number(name) : Number(monthNumber(name));
  // In lower case "may" and "sat" are mostly other words.
  const isName = !/^[a-z]/.test(name) && (/^[A-Z]/.test(weekday) || weekday.endsWith('day'));
  if (!weekdaySpan || !daySpan || match.index === undefined || !isName) return undefined;
  return {
    span: { start: match.index, end: match.index + match[0].length },
    weekday: weekdays.findIndex((each) => each.toLowerCase().startsWith(weekday.toLowerCase().slice(0, 3))),
    weekdaySpan,
    ...(stated !== undefined && { year: Number(stated) }),
    ...(yearSpan && { yearSpan }),
    month: number,
    day: Number.parseInt(day, 10),
    daySpan,
  };
}

function spanOf(indices: readonly [number, number] | undefined): Span | undefined {
  return indices && { start: indices[0], end: indices[1] };
}

/** A calendar day; `undefined` when the calendar has none such. */
export function isoOf(year: number, month: number, day: number): string | undefined {
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDate(iso) ? iso : undefined;
}

/** Number of the weekday of an ISO day; 0 is Sunday. */
export function weekdayOf(iso: string): number {
  return new Date(`${iso}T00:00:00Z`).getUTCDay();
}

/** The ISO day so many days after another one. */
export function daysAfter(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** What a weekday is called in the language of who reads it, by its number. */
export function weekdayCalled(weekday: number): string {
  return said(weekdays[weekday] ?? '');
}

/** Name of a weekday by its number, as long or as short as another one is written. */
export function weekdayName(weekday: number, like = 'Sunday'): string {
  const name = weekdays[weekday] ?? '';
  const written = like.length <= 5 && !like.endsWith('day') ? name.slice(0, 3) : name;
  return /^[a-z]/.test(like) ? written.toLowerCase() : written;
}

/** Whether a text names a day of a stated year with a weekday that it was not. */
export function contradictsItself(text: string): boolean {
  return namedDays(text).some(({ year, month, day, weekday }) => {
    const iso = year === undefined ? undefined : isoOf(year, month, day);
    return iso !== undefined && weekdayOf(iso) !== weekday;
  });
}
