import { sessionOfNotes } from '../archive/sessionNotes.js';
import { daysAfter } from '../document/weekdays.js';
import type { DocumentContext } from './rule.js';

/** No event is longer; a period beyond that tells no day. */
const longestEvent = 5;

/** The days on which the session of some notes may have been held, as the page of its event tells. */
export function daysOfSession({ archive, document }: DocumentContext): string[] {
  const date = sessionOfNotes(archive, document.facts)?.document.date;
  if (date?.precision !== 'day') return [];
  const days = [date.iso];
  for (let day = date.iso; date.end !== undefined && day < date.end; days.push(day)) {
    if (days.length === longestEvent) return [];
    day = daysAfter(day, 1);
  }
  return days;
}
