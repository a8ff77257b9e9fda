import { titleOn } from '../../document/dates.js';
import { isMinutesTitle } from '../../document/schema.js';
import { fieldNamed } from '../../document/reading/section.js';
import type { Beginning, Values } from './beginning.js';
import { previousActions } from './previousActions.js';
import { written } from './plainValue.js';

/** Minutes of a meeting, be it the next of a series: what is still to be done from the one before comes along. */
export const minutes: Beginning = {
  title: ({ title, previous, date, today }) => {
    const day = date ?? today;
    if (title !== undefined) return isMinutesTitle(title) ? title : `${title} minutes`;
    if (!previous) return `Meeting minutes, ${day}`;
    const next = titleOn(previous.title, day) ?? `${previous.title}, ${day}`;
    return isMinutesTitle(next) ? next : `${next} minutes`;
  },
  values: ({ previous, date, today }, { archive, path }): Values => {
    const same = (label: 'Time' | 'Place'): string | undefined => {
      const value = previous?.sections.flatMap(({ facts }) => fieldNamed(facts, label)?.value ?? [])[0];
      return value === undefined || value === '' ? undefined : written(value);
    };
    return {
      date: date ?? today,
      time: same('Time'),
      place: same('Place'),
      actions: previous && previousActions({ previous, archive, path }),
    };
  },
};
