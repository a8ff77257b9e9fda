import { place, type Document, type PlacedFacts } from '../document/document.js';
import { markBefore, markBehind } from '../document/schema.js';
import type { TextEdit } from '../text/edits.js';

/** Edits that leave a session's title alone of `[TODO Title]`, `TODO: Title`, `(NO NOTES) Title` and the like. */
export function plainTitle(document: Document, section: PlacedFacts): TextEdit[] {
  const { heading } = section.facts;
  if (!heading?.mark) return [];
  const { start, end } = place(section, heading.titleSpan);
  const from = document.text.indexOf(heading.text, section.start + heading.span.start);
  const front = markBefore.exec(document.text.slice(from, start))?.[0] ?? '';
  const behind = document.text.slice(end, from + heading.text.length);
  const back = /^\[TODO[^\]]*$/i.test(front) ? /^\]/.exec(behind) : markBehind.exec(behind);
  const edits = [
    { span: { start: start - front.length, end: start }, text: '' },
    { span: { start: end, end: end + (back?.[0].length ?? 0) }, text: '' },
  ];
  return edits.filter(({ span }) => span.end > span.start);
}
