import { agendaTitle, byline } from '../../document/schema.js';
import { plainText } from '../nodes.js';
import type { Places } from '../places.js';
import { lostTitle } from '../shape/lostTitle.js';
import type { Element } from './elements.js';
import { notesLine } from './headings.js';
import { say } from '../../text/say.js';

/** Tells where the rendering seems to have lost something. */
export function tellLosses(elements: readonly Element[], depths: ReadonlyMap<number, number>, places: Places): void {
  const known = new Set(places.uncertain.map(({ line }) => line));
  elements.forEach((element, index) => {
    const before = elements[index - 1];
    if (before && element.gap > 1 && before.type !== 'project' && !known.has(element.line))
      places.doubt(
        element.line,
        say`${element.gap} blank lines stand before it: a heading, a link or a picture may be missing`,
      );
    const below = (depths.get(index + 1) ?? 0) > (depths.get(index) ?? 0);
    if (element.type === 'heading' && !below) tellEmpty(element, elements[index + 1], places);
    if (element.type === 'block' && element.node.type === 'paragraph') tellCut(element.source, element.line, places);
  });
}

function tellEmpty(element: Extract<Element, { type: 'heading' }>, next: Element | undefined, places: Places): void {
  const { text, kind } = element.heading;
  if (kind === 'year' || agendaTitle.test(text)) return;
  if (!next || next.type === 'heading')
    places.doubt(element.line, say`nothing stands under "${text}"; links and pictures are lost in the rendering`);
}

const cutOff = /(?:\b(?:see|of|at|in|on|to|from|by|with|and|or|the|a)|[,(])$/i;
const openSee = /\(see\s*\n|\(see$/i;

function tellCut(source: string, line: number, places: Places): void {
  if (notesLine.test(source)) {
    if (!/:\/\//.test(source))
      places.doubt(line, say`nothing follows "${source}"; links and pictures are lost in the rendering`);
  } else if (openSee.test(source))
    places.doubt(line, say`"(see" leads nowhere; links and pictures are lost in the rendering`);
  else if (cutOff.test(source))
    places.doubt(line, say`it stops with "${lastWords(source)}"; links and pictures are lost in the rendering`);
}

function lastWords(source: string): string {
  return source.slice(-60).split(/\s+/).slice(-3).join(' ');
}

/** Adds a heading where text follows the notes line that ends a session, so that it is not taken for that session's. */
export function withLostHeadings(elements: readonly Element[], places: Places): Element[] {
  return elements.flatMap((element, index) => {
    const before = elements[index - 1];
    const ended = before?.type === 'block' && notesLine.test(before.source);
    if (!ended || element.type !== 'block') return [element];
    const text = lostTitle(plainText(element.node));
    places.doubt(element.line, say`the heading of this session is missing; it is called "${text}"`);
    return [{ type: 'heading', heading: { text, kind: 'likely' }, line: element.line, gap: element.gap }, element];
  });
}

/** On a page that is no wiki's every heading has text below it: a line with none is a caption, or the name of who wrote it. */
export function withoutEmptyHeadings(elements: readonly Element[], asBlock: (element: Element) => Element): Element[] {
  return elements.map((element, index) => {
    if (element.type !== 'heading' || element.heading.kind !== 'likely') return element;
    const next = elements[index + 1];
    const signed = next?.type === 'block' && byline.test(next.source);
    return !next || next.type === 'heading' || signed ? asBlock(element) : element;
  });
}

/** Whether a page is one whose headings are sessions that end with a notes line. */
export function endsSessionsWithNotes(elements: readonly Element[]): boolean {
  return elements.some(({ type }, index) => {
    const before = elements[index - 1];
    return type === 'heading' && before?.type === 'block' && notesLine.test(before.source);
  });
}
