import { said, term } from '../text/say.js';

/** A date as a document states it. Dates are ISO 8601 texts, as precise as stated: `2013-02-21`, `2013-02`, `2013`. */
export interface StatedDate {
  readonly iso: string;
  /** Last day of a period. */
  readonly end?: string;
  readonly precision: 'day' | 'month' | 'year';
  /** Whether it is written in the form documents should use. */
  readonly canonical: boolean;
  /** Other day it could be, where the order of day and month is open. */
  readonly alternative?: string;
  /** Whether the text says that no more is known (`2013-02 (day unknown)`). */
  readonly stated: boolean;
}

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
export const monthName =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

const weekdayName = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?';
/** `Thursday, `, and `Wednesday-Thursday, ` before a period. */
const weekday = new RegExp(`^${weekdayName}(?:\\s*(?:-|–|to)\\s*${weekdayName})?\\.?,?\\s+`, 'i');

/** An ISO day with a time or a remark behind it: `2013-02-21, 16:00 UTC`, `2013-02-21 (Thursday)`. */
const timestamp = /^(\d{4}-\d{2}-\d{2})(?:T\d|[,;(]|\s+(?:[,;(]|at\b|from\b|\d{1,2}(?:[:.]\d{2}|\s*[ap]m\b)))/i;

/** A time of day behind a date: `, 16:00 UTC`, ` at 4 pm`. */
export const timeOfDay = /(?:,|(?<![\s,]))\s+(?:(?:at|from)\s+)?\d{1,2}(?:[:.]\d{2}(?![./-]?\d)|\s*[ap]m\b).*$/is;

/** Reads a field's value as a date or a period; `undefined` when it is neither. */
export function readDate(value: string): StatedDate | undefined {
  const text = value.trim().replace(/[;.]$/, '');
  const iso =
    /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:\s+(?:to|–|-)\s+(\d{4}-\d{2}-\d{2}))?(\s*\((?:day|date|month) unknown\))?$/.exec(
      text,
    );
  if (iso) return fromIso(iso);
  const stamp = timestamp.exec(text)?.[1];
  if (stamp !== undefined) return readDate(stamp);
  const clean = bare(text);
  return onWeekday(text, oneDate(clean) ?? period(clean));
}

/** A date without its weekday, its time and the endings of its numbers. */
function bare(text: string): string {
  return text
    .replace(weekday, '')
    .replace(timeOfDay, '')
    .replace(/(\d)(?:st|nd|rd|th)\b/gi, '$1');
}

/** A day whose order of day and month is open is the one that the weekday before it fits. */
function onWeekday(text: string, date: StatedDate | undefined): StatedDate | undefined {
  if (date?.alternative === undefined) return date;
  const named = weekdayNumber(/^[a-z]{3,9}/i.exec(text)?.[0] ?? '');
  const { alternative, ...first } = date;
  const fitting = [date.iso, alternative].filter((iso) => new Date(`${iso}T00:00:00Z`).getUTCDay() === named);
  return fitting.length === 1 && fitting[0] !== undefined ? { ...first, iso: fitting[0] } : date;
}

/** Reads a value that lacks its year in one that is known from elsewhere: `May 21st`, `Wednesday 12th June`, `12/06`. */
export function readDateIn(value: string, year: number): StatedDate | undefined {
  const text = value.trim().replace(/[;.,]$/, '');
  if (/\d{4}/.test(text)) return undefined;
  const clean = bare(text);
  const numbers = /^\d{1,2}([/.])\d{1,2}$/.exec(clean);
  const whole = `${clean}${numbers?.[1] ?? ' '}${year}`;
  return onWeekday(text, oneDate(whole) ?? period(whole));
}

function oneDate(text: string): StatedDate | undefined {
  return fromWords(text) ?? fromNumbers(text);
}

const dayAndMonth = new RegExp(`^(\\d{1,2})\\s+(?:of\\s+)?${monthName}\\b|^${monthName}\\.?\\s+(\\d{1,2})\\b`, 'i');

/** `9-11 July 2019`, `July 9 to 11, 2019`, `30 June - 2 July 2019`, `2019-07-09/2019-07-11`. */
function period(text: string): StatedDate | undefined {
  const parts =
    /^(\d{4}-\d{2}-\d{2})\s*[/–—]\s*(\d{4}-\d{2}-\d{2})$/.exec(text) ??
    /^(.*?\S)\s*(?:\bto\b|[–—-])\s*(\d[^]*|[a-z][^]*)$/i.exec(text);
  const [first = '', second = ''] = parts?.slice(1) ?? [];
  const month = new RegExp(monthName, 'i').exec(first)?.[0];
  const last = oneDate(second) ?? (month === undefined ? undefined : oneDate(`${month} ${second}`));
  if (last?.precision !== 'day') return undefined;
  const year = last.iso.slice(0, 4);
  const named = dayAndMonth.test(first)
    ? `${first} ${year}`
    : /^\d{1,2}$/.test(first)
      ? `${year}/${last.iso.slice(5, 7)}/${first}`
      : first;
  const start = oneDate(named) ?? oneDate(first);
  // Where day and month may have changed places no period is sure.
  const open = start?.alternative !== undefined || last.alternative !== undefined;
  if (start?.precision !== 'day' || open || start.iso > last.iso) return undefined;
  return { ...start, end: last.iso };
}

function fromIso([, year = '', month, day, end, unknown]: RegExpExecArray): StatedDate | undefined {
  const iso = [year, month, day].filter((part) => part !== undefined).join('-');
  const precision = day ? 'day' : month ? 'month' : 'year';
  if (!isDate(iso) || (end !== undefined && !isDate(end))) return undefined;
  return { iso, ...(end !== undefined && { end }), precision, canonical: true, stated: unknown !== undefined };
}

function fromWords(clean: string): StatedDate | undefined {
  const monthFirst = new RegExp(`^${monthName}\\.?\\s+(\\d{1,2}),?\\s+(\\d{4})$`, 'i').exec(clean);
  if (monthFirst) return day(monthFirst[3], monthFirst[1], monthFirst[2]);
  const dayFirst = new RegExp(`^(\\d{1,2})\\s+(?:of\\s+)?${monthName}\\.?,?\\s+(\\d{4})$`, 'i').exec(clean);
  if (dayFirst) return day(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthOnly = new RegExp(`^${monthName}\\.?,?\\s+(\\d{4})$`, 'i').exec(clean);
  if (!monthOnly) return undefined;
  return {
    iso: `${monthOnly[2] ?? ''}-${monthNumber(monthOnly[1])}`,
    precision: 'month',
    canonical: false,
    stated: false,
  };
}

function fromNumbers(text: string): StatedDate | undefined {
  const yearFirst = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (yearFirst) return numeric(yearFirst[1], yearFirst[3], yearFirst[4]);
  const yearLast = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text);
  if (!yearLast) return undefined;
  const [, first, separator, second, year] = yearLast;
  const dayMonth = numeric(year, second, first);
  const monthDay = separator === '.' ? undefined : numeric(year, first, second);
  if (!dayMonth || !monthDay || dayMonth.iso === monthDay.iso) return dayMonth ?? monthDay;
  return { ...dayMonth, alternative: monthDay.iso };
}

function day(
  year: string | undefined,
  month: string | undefined,
  dayOfMonth: string | undefined,
): StatedDate | undefined {
  return numeric(year, monthNumber(month), dayOfMonth);
}

function numeric(
  year: string | undefined,
  month: string | undefined,
  dayOfMonth: string | undefined,
): StatedDate | undefined {
  const iso = `${year ?? ''}-${(month ?? '').padStart(2, '0')}-${(dayOfMonth ?? '').padStart(2, '0')}`;
  return isDate(iso) ? { iso, precision: 'day', canonical: false, stated: false } : undefined;
}

/** Two digits; `00` for no month. */
export function monthNumber(name: string | undefined): string {
  const index = months.findIndex((month) => month.startsWith((name ?? '?').toLowerCase().slice(0, 3)));
  return String(index + 1).padStart(2, '0');
}

/** Whether the text is an ISO date that the calendar has. */
export function isDate(iso: string): boolean {
  const [year = 0, month = 1, dayOfMonth = 1] = iso.split('-').map(Number);
  if (year < 1000 || month < 1 || month > 12 || dayOfMonth < 1) return false;
  return dayOfMonth <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const dayInTitle = '\\d{1,2}(?:st|nd|rd|th)?(?:\\s*[-–]\\s*\\d{1,2}(?:st|nd|rd|th)?)?';
/** Forms of a date in a title, the most precise first. */
const titleForms = [
  /\b\d{4}-\d{2}(?:-\d{2})?\b/,
  /\b(?:\d{4}[/.]\d{1,2}[/.]\d{1,2}|\d{1,2}[/.]\d{1,2}[/.]\d{4})\b/,
  new RegExp(`(?:\\b${dayInTitle}\\s+)?\\b${monthName}\\b\\.?,?\\s+(?:${dayInTitle},?\\s+)?\\d{4}\\b`, 'i'),
  /\b(?:19|20)\d{2}\b/,
];

const dayAndMonthInTitle = new RegExp(
  `\\b${dayInTitle}\\s+(?:of\\s+)?${monthName}\\b|\\b${monthName}\\b\\.?\\s+${dayInTitle}\\b`,
  'i',
);
const numbersInTitle = /(?<![\d/.])\d{1,2}\/\d{1,2}(?![\d/.])/;

/**
 * A date in a title: `February 2013`, `2019-07-11`, `11 July 2019`; a day without its year is one of the year that stands
 * elsewhere in the title, or of `year`. `undefined` when there is none; where day and month may have changed places, no more than the
 * year is.
 */
export function dateInTitle(title: string, year?: number): StatedDate | undefined {
  const date = year === undefined ? fullDateIn(title) : undefined;
  if (date && date.precision !== 'year') return date;
  const known = yearOf(date?.iso) ?? year;
  const day = dayAndMonthInTitle.exec(title)?.[0] ?? numbersInTitle.exec(title)?.[0];
  const told = known === undefined || day === undefined ? undefined : readDateIn(day, known);
  return told && told.alternative === undefined ? told : date;
}

function fullDateIn(title: string): StatedDate | undefined {
  for (const form of titleForms) {
    const found = form.exec(title)?.[0];
    const date = found === undefined ? undefined : readDate(found);
    if (date && date.alternative === undefined) return date;
  }
  return undefined;
}

/** A title with another day in place of its date, as precise and in words for a month in words; `undefined` where it has none. */
export function titleOn(title: string, iso: string): string | undefined {
  for (const form of titleForms) {
    const found = form.exec(title)?.[0] ?? '';
    const date = readDate(found);
    if (!date || (date.precision === 'year' && namesDay(title))) continue;
    const inWords = date.precision === 'month' && /[a-z]/i.test(found) ? monthInWords(iso) : undefined;
    return title.replace(found, () => inWords ?? iso.slice(0, date.iso.length));
  }
  return undefined;
}

const openForm = /\b\d{1,2}\/\d{1,2}(?:\/\d{4})?\b/;

/** A day in a title whose order of day and month is open; `year` is known from elsewhere. */
export function openDateIn(
  title: string,
  year: number | undefined,
): { readonly text: string; readonly date: StatedDate & { readonly alternative: string } } | undefined {
  const text = openForm.exec(title)?.[0];
  const date =
    text === undefined ? undefined : (readDate(text) ?? (year === undefined ? undefined : readDateIn(text, year)));
  return text === undefined || date?.alternative === undefined
    ? undefined
    : { text, date: { ...date, alternative: date.alternative } };
}

const monthAndYear = new RegExp(`\\b${monthName}\\.?,?\\s+((?:19|20)\\d{2})\\b`, 'gi');

/** Months that a text names in words with their year, such as `February 2013`; `iso` is `2013-02`. */
export function monthsIn(text: string): { readonly iso: string; readonly text: string }[] {
  if (!/\d{4}/.test(text)) return [];
  return [...text.matchAll(monthAndYear)].map(({ 0: named, 1: month, 2: year = '' }) => ({
    iso: `${year}-${monthNumber(month)}`,
    text: named,
  }));
}

/** `2013-02` as `February 2013`; `undefined` when it names no month. */
export function monthInWords(iso: string): string | undefined {
  const [year = '', number = ''] = iso.split('-');
  const name = months[Number(number) - 1];
  return name === undefined ? undefined : `${name.charAt(0).toUpperCase()}${name.slice(1)} ${year}`;
}

const dayInText = new RegExp(
  `\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${monthName}\\b|\\b${monthName}\\.?\\s+\\d{1,2}(?!\\d)|\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}\\b`,
  'i',
);

/** Whether a text names a day somewhere, with its year or without. */
export function namesDay(text: string): boolean {
  return dayInText.test(text);
}

/** `15 March`, `March 15th` in a year, as an ISO day; `undefined` for anything else, and for a day the month lacks. */
export function monthAndDay(text: string, year: number): string | undefined {
  const clean = text.trim().replace(/(\d)(?:st|nd|rd|th)\b/gi, '$1');
  return dayAndMonth.exec(clean)?.[0].length === clean.length ? fromWords(`${clean} ${year}`)?.iso : undefined;
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** Number of a day of the week, from 0 for Sunday; short forms of three letters or more count. */
export function weekdayNumber(name: string): number | undefined {
  const index = weekdays.findIndex((each) => name.length >= 3 && each.startsWith(name.trim().toLowerCase()));
  return index < 0 ? undefined : index;
}

/** Year of an ISO date of any precision. */
export function yearOf(iso: string | undefined): number | undefined {
  return iso === undefined ? undefined : Number(iso.slice(0, 4));
}

/** The month of an ISO date in the language of who reads it. */
export function monthCalled(iso: string): string {
  const [year = '', number = ''] = iso.split('-');
  const name = monthNames[Number(number) - 1];
  return name === undefined ? iso : `${said(name)} ${year}`;
}

const monthNames = [
  term`January`,
  term`February`,
  term`March`,
  term`April`,
  term`May`,
  term`June`,
  term`July`,
  term`August`,
  term`September`,
  term`October`,
  term`November`,
  term`December`,
];
