import { dateInTitle, readDate, yearOf } from '../../../document/dates.js';
import type { MailReading } from '../mailReading.js';
import { dayIn, meetingDay, type YearSource } from '../meetingDay.js';
import type { Message } from '../message/message.js';
import { labelledValue } from '../reading/labels.js';
import type { MailItem } from '../reading/mailBlock.js';
import type { HeadFields } from './headFields.js';
import { say } from '../../../text/say.js';

/** When the meeting was, as far as a mail tells. */
export interface MeetingDate {
  /** As precise as it is known; absent where nothing tells. */
  readonly iso?: string;
  /** Fields with a day whose year is known from elsewhere, and what they are with it. */
  readonly completed: ReadonlyMap<MailItem, MailItem>;
  /** What somebody should look at. */
  readonly doubts: readonly string[];
}

interface DateSource {
  readonly message: Message;
  readonly mail: MailReading;
  readonly fields: HeadFields;
}

/** Reads the day of a meeting: the field says it, else the subject, else the text, else it is taken as the day the mail was sent. */
export function meetingDate({ message, mail, fields }: DateSource): MeetingDate {
  const source = yearSource(mail, message.day);
  const field = fields.items.find(({ text }) => /^date\s*:/i.test(text));
  if (field) return fieldDate(field, source);
  const none: MeetingDate = { completed: new Map(), doubts: [] };
  // The day of a mail that is no notes is its own.
  if (!mail.kind) return { ...none, ...(message.day !== undefined && { iso: message.day }) };
  const named =
    dayIn(mail.subject.bare, source) ??
    meetingDay(
      mail.opening.map(({ text }) => text),
      source,
    );
  const sent = (doubt: string): string =>
    message.day === undefined ? doubt : say`${doubt}; the mail was sent on ${message.day}`;
  if (named) {
    const same = named.iso === message.day || named.text === named.iso;
    return {
      ...none,
      iso: named.iso,
      doubts: same ? [] : [sent(say`"${named.text}" is taken as the day of the meeting, ${named.iso}`)],
    };
  }
  const stated = dateOfSubject(mail, message.day);
  if (stated !== undefined && (stated.length > 4 || message.day?.startsWith(stated) !== true))
    return {
      ...none,
      iso: stated,
      doubts: [sent(say`the subject says no more than ${stated}; state the day of the meeting`)],
    };
  if (message.day === undefined) return { ...none, doubts: [undated(message.carrier)] };
  return {
    ...none,
    iso: message.day,
    doubts: [say`${message.day} is the day the mail was sent; correct it if the meeting was on another`],
  };
}

function undated(carrier: Message['carrier']): string {
  return carrier === 'mail'
    ? say`the mail has no date; state the day of the meeting`
    : say`the text has no date; state the day of the meeting`;
}

/** A field that says the day without its year: `Date: Wednesday 5th June`. */
function fieldDate(field: MailItem, source: YearSource): MeetingDate {
  const { label = '', value = '' } = labelledValue(field.text) ?? {};
  const known = readDate(value);
  if (known) return { iso: known.iso, completed: new Map(), doubts: [] };
  const named = dayIn(value, source);
  if (!named) return { completed: new Map(), doubts: [] };
  const completed = { ...field, text: `${label}: ${named.iso} (${value})` };
  return {
    iso: named.iso,
    completed: new Map([[field, completed]]),
    doubts: [say`"${value}" is taken as ${named.iso}`],
  };
}

/** A month, or a year, that the subject names: of minutes anywhere, of notes beside the session's title. No meeting is later than its mail. */
function dateOfSubject({ kind, subject }: MailReading, sent = '9999'): string | undefined {
  const date = dateInTitle(subject.bare);
  const own = date?.precision === 'month' || kind === 'minutes' ? date?.iso : undefined;
  return [own, subject.years[0]?.toString()].find((iso) => iso !== undefined && iso <= sent);
}

/** Years that a session may be of, the likeliest first: those that the subject names, then the mail's own. */
export function yearsOf({ subject }: MailReading, sent: string | undefined): number[] {
  const own = yearOf(sent);
  // At the turn of a year people write of what was before it.
  const before = own !== undefined && /^\d{4}-0[12]/.test(sent ?? '') ? [own - 1] : [];
  return [...new Set([...subject.years, ...(own === undefined ? [] : [own]), ...before])];
}

function yearSource({ subject }: MailReading, sent: string | undefined): YearSource {
  const named = dateInTitle(subject.bare);
  const years = [...subject.years, ...(named?.precision === 'month' ? [Number(named.iso.slice(0, 4))] : [])];
  return { years, ...(sent !== undefined && { sent }) };
}
