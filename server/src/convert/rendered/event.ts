import type { RootContent } from 'mdast';
import { readDate } from '../../document/dates.js';
import { gatheringTitle, type FieldLabel } from '../../document/schema.js';
import { inline } from '../addresses.js';
import { field, list } from '../nodes.js';
import type { Places } from '../places.js';
import { dateFields, eventField } from '../shape/event.js';
import type { Element } from './elements.js';
import { say } from '../../text/say.js';

/** Whether a page is that of an event: its title names a gathering, or it has several entries of the scheduler. */
export function isOfEvent(title: string, elements: readonly Element[]): boolean {
  return gatheringTitle.test(title) || elements.filter(isEntry).length > 1;
}

/** Whether an element is the title of an entry of the scheduler. */
export function isEntry(element: Element | undefined): boolean {
  return element?.type === 'heading' && element.heading.kind === 'entry';
}

/** The fields of the event that a page is of, and the elements without the line with its date right below the title. */
export function withEvent(
  elements: readonly Element[],
  title: string,
  places: Places,
): { readonly elements: readonly Element[]; readonly fields: readonly RootContent[] } {
  const [first, ...rest] = elements;
  const line = first?.line ?? 1;
  const event = eventField(title, line, places);
  const source = textOf(first);
  const [, word = '', date = ''] = /^(\p{Lu}\p{Ll}+ )?(.{6,30})$/u.exec(source) ?? [];
  const stated = word === '' || readDate(source) ? source : date;
  if (source === '' || readDate(stated)?.precision !== 'day')
    return { elements, fields: [list([event, ...dateFields(title, line, elements.map(textOf), places)], line)] };
  if (stated !== source) places.drop(line, word.trim(), say`a word beside the date below the title`);
  places.doubt(line, say`"${stated}" is taken for the date of the event; a report may be dated later`);
  return { elements: rest, fields: [list([event, field('Date' satisfies FieldLabel, inline(stated), line)], line)] };
}

/** What stands in a heading or a paragraph. */
export function textOf(element: Element | undefined): string {
  if (element?.type === 'heading') return element.heading.text;
  return element?.type === 'block' ? element.source : '';
}
