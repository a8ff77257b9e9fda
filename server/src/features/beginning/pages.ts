import { referenceTarget } from '../../archive/referenceText.js';
import type { Beginning } from './beginning.js';
import { written } from './plainValue.js';

/** A proposal that stands in a document of its own; whoever enters it answers for it. */
export const proposal: Beginning = {
  title: ({ title }) => title,
  values: ({ event, date, today, writer }) => ({
    date: date ?? today,
    contact: writer,
    event: event && `[[${referenceTarget(event.title)}]]`,
  }),
};

/** The page of an event. A title of its own does not tell what it is; then the field does. */
export const event: Beginning = {
  title: ({ title, date, today }) => title ?? `Design Sessions ${(date ?? today).slice(0, 4)}`,
  values: ({ title, date }) => ({
    date,
    event: title === undefined || /^design sessions?\b/i.test(title) ? undefined : written(title),
  }),
};
