import { said } from '../../text/say.js';
import { sortKey, type CompletionOptions, type Offer } from './item.js';
import { markerTexts } from '../markerTexts.js';
import { plain } from '../markdown.js';
import { peopleCompletions } from './people.js';
import type { Position } from './position.js';

/** Who speaks and what is marked, at the start of a point of notes or minutes. */
export function pointCompletions(position: Position, options: CompletionOptions): Offer[] | undefined {
  const { head, indent, offset, after, context } = position;
  const { kind } = context.document.facts;
  if (kind !== 'notes' && kind !== 'minutes') return undefined;
  if (indent === undefined || !/^(?:[\p{L}'’.-]+(?:\s[\p{L}'’.-]+){0,2}\s?)?$/u.test(head)) return undefined;
  const span = { start: offset - head.length, end: offset };
  // Nobody has begun to speak where nothing is written, so nobody is proposed unasked.
  if (head === '' && options.opened === 'typing') return markerItems(span);
  const colon = /^\s?:/.test(after);
  const people = peopleCompletions(context, { span, insert: ({ name }) => (colon ? name : `${name}: `) });
  const [here, others] = [people.filter((item) => item.sortText < '1'), people.filter((item) => item.sortText >= '1')];
  return [
    ...here,
    ...markerItems(span),
    ...others.map((item) => ({ ...item, sortText: `3${item.sortText.slice(1)}` })),
  ];
}

function markerItems(span: Offer['edit']['span']): Offer[] {
  return markerTexts.map(({ marker, insert, about, example }, index) => ({
    label: marker,
    kind: 'marker',
    detail: said(about),
    documentation: () => `${plain(said(about))}\n\n\`${example}\``,
    sortText: sortKey(2, index),
    edit: { span, text: insert },
    ...(marker === 'ACTION' && { more: true as const }),
  }));
}
