import { mayBecome, sortKey, type Completion } from './item.js';
import { markerTexts } from '../markerTexts.js';
import { plain } from '../markdown.js';
import { peopleCompletions } from './people.js';
import type { Position } from './position.js';

/** Who speaks and what is marked, at the start of a point of notes or minutes. */
export function pointCompletions(position: Position): Completion[] | undefined {
  const { head, indent, offset, after, context } = position;
  const { kind } = context.document.facts;
  if (kind !== 'notes' && kind !== 'minutes') return undefined;
  if (indent === undefined || !/^(?:[\p{L}'’.-]+\s?){0,3}$/u.test(head)) return undefined;
  const span = { start: offset - head.length, end: offset };
  const colon = /^\s?:/.test(after);
  const people = peopleCompletions(context, { span, insert: ({ name }) => (colon ? name : `${name}: `) });
  const [here, others] = [people.filter((item) => item.sortText < '1'), people.filter((item) => item.sortText >= '1')];
  return [
    ...here,
    ...markerItems(span).filter((item) => mayBecome(head, item)),
    ...others.map((item) => ({ ...item, sortText: `3${item.sortText.slice(1)}` })),
  ];
}

function markerItems(span: Completion['edit']['span']): Completion[] {
  return markerTexts.map(({ marker, insert, about, example }, index) => ({
    label: marker,
    kind: 'marker',
    detail: about,
    documentation: `${plain(about)}\n\n\`${example}\``,
    sortText: sortKey(2, index),
    edit: { span, text: insert },
    ...(marker === 'ACTION' && { more: true as const }),
  }));
}
