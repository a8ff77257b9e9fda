import { monthAndDay, monthName, readDate, weekdayNumber } from '../../document/dates.js';
import { besideMeetingDay, besideOtherDay } from '../../document/schema.js';
import { weekdayOf } from '../../document/weekdays.js';

/** A day, and the words that name it. */
export interface NamedDay {
  /** ISO 8601. */
  readonly iso: string;
  readonly text: string;
}

/** What tells the year of a day that is named without one. */
export interface YearSource {
  /** Day the mail was sent: no meeting that it tells of is later. */
  readonly sent?: string;
  /** Years that the mail names. */
  readonly years: readonly number[];
}

const ordinal = '\\d{1,2}(?:st|nd|rd|th)?';
const weekday =
  '(?:(?<weekday>(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\\b\\.?,?\\s{1,3}(?:the\\s)?)?';
const year = '(?:,?\\s{1,3}(?<year>(?:19|20)\\d{2})\\b)?';
/** A day of a period, such as `5-7 June`, is none. */
const forms = [
  `(?<![-–/\\d]\\s?)\\b${weekday}(?<day>${ordinal}\\s{1,3}(?:of\\s)?${monthName})\\b\\.?(?!\\s?[-–]\\s?\\d)${year}`,
  `\\b${weekday}(?<day>${monthName}\\.?\\s{1,3}${ordinal})\\b(?!\\s?[-–:]\\s?\\d)${year}`,
  `\\b${weekday}(?<whole>(?:19|20)\\d{2}-\\d{2}-\\d{2}|\\d{1,2}\\.\\d{1,2}\\.(?:19|20)\\d{2})\\b`,
].map((form) => new RegExp(form, 'gi'));

/** The one day that a text names; `undefined` where it names none, or several. */
export function dayIn(text: string, source: YearSource): NamedDay | undefined {
  const days = forms.flatMap((form) =>
    [...text.matchAll(form)].map((match) => ({ match, iso: isoOf(match, text, source) })),
  );
  const [first, ...others] = days;
  if (first?.iso === undefined || others.some(({ iso }) => iso !== first.iso)) return undefined;
  return { iso: first.iso, text: first.match[0].replace(/(?<![\s.,])[\s.,]+$/, '') };
}

function isoOf({ groups = {} }: RegExpMatchArray, text: string, source: YearSource): string | undefined {
  const { weekday: named, day = '', year: stated, whole } = groups;
  const inYear = (each: number): string | undefined => monthAndDay(day.replace('.', ''), each);
  const years = stated === undefined ? yearsNamed(text, source) : [Number(stated)];
  const candidates = whole !== undefined ? [readDate(whole)?.iso] : years.map(inYear);
  const sure = whole !== undefined || years.length > 0 ? candidates : latest(source.sent, inYear);
  return sure.find((iso) => {
    if (iso === undefined || daysBefore(iso, source.sent) < -1) return false;
    return named === undefined || weekdayOf(iso) === weekdayNumber(named);
  });
}

/** The years that a text names beside the day, else those that the mail does. */
function yearsNamed(text: string, { years }: YearSource): readonly number[] {
  const own = [...text.matchAll(/(?<![\d.-])(?:19|20)\d{2}(?![\d.-])/g)].map(([each]) => Number(each));
  return own.length > 0 ? own : years;
}

/** Of a day without any year the last one before the mail is meant, if it is not long ago. */
function latest(sent: string | undefined, inYear: (year: number) => string | undefined): (string | undefined)[] {
  const year = Number(sent?.slice(0, 4));
  return sent === undefined
    ? []
    : [inYear(year), inYear(year - 1)].filter((iso) => iso !== undefined && daysBefore(iso, sent) <= longAgo);
}

const longAgo = 180;

/** Days from one to another; below 0 where the first is later, as it may be by one in another time zone. */
function daysBefore(iso: string, sent: string | undefined): number {
  return sent === undefined ? 0 : (Date.parse(sent) - Date.parse(iso)) / (24 * 60 * 60 * 1000);
}

/** Whether a line says no more than when something was, and where. */
export function beginsWithDay(line: string): boolean {
  return forms.some((form) => [...line.matchAll(form)].some(({ index }) => index === 0));
}

/** The day of the meeting that lines at a text's beginning name, in a line of its own or beside a word for what was on that day. */
export function meetingDay(lines: readonly string[], source: YearSource): NamedDay | undefined {
  for (const line of lines) {
    if (!beginsWithDay(line) && (!besideMeetingDay.test(line) || besideOtherDay.test(line))) continue;
    const day = dayIn(line, source);
    if (day) return day;
  }
  return undefined;
}
