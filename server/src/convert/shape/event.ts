import type { ListItem } from 'mdast';
import { dateInTitle, yearOf, type StatedDate } from '../../document/dates.js';
import { gatheringTitle, type FieldLabel } from '../../document/schema.js';
import { field, text } from '../nodes.js';
import type { Places } from '../places.js';
import { say } from '../../text/say.js';

/** How far below the title of a page the days of its event are looked for, in blocks. */
const head = 12;

/** The field that makes a page that of an event. */
export function eventField(title: string, line: number, places: Places): ListItem {
  places.doubt(line, say`the page is read as that of the event "${title}", as its title says`);
  return field('Event' satisfies FieldLabel, [text(title)], line);
}

/** When an event was, as far as the title of its page, or one of its first `texts`, says so. */
export function dateFields(title: string, line: number, texts: readonly string[], places: Places): ListItem[] {
  const date = eventDate(title, texts.slice(0, head));
  if (!date) return [];
  places.doubt(line, say`"${shown(date)}" is taken for the date of the event, as the page speaks of it`);
  return [field('Date' satisfies FieldLabel, [text(shown(date))], line)];
}

/** Days of the year that the title names; else the year or month itself. */
function eventDate(title: string, texts: readonly string[]): StatedDate | undefined {
  // `Hackathon/May2013`
  const stated = dateInTitle(title.replace(/(\p{L})(?=\d{4}\b)/gu, '$1 '));
  if (!stated || stated.precision === 'day') return stated;
  const days = texts
    .map((each) => dateInTitle(each))
    .find((each) => each?.precision === 'day' && !each.alternative && yearOf(each.iso) === yearOf(stated.iso));
  return days ?? stated;
}

function shown({ iso, end }: StatedDate): string {
  return end === undefined ? iso : `${iso} to ${end}`;
}

/** Whether a page is about sessions by its title: that of a gathering, or of the design sessions of one. */
export function isOfSessions(title: string): boolean {
  return gatheringTitle.test(title) || /^design sessions?\b/i.test(title);
}
