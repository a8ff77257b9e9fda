import type { List, RootContent } from 'mdast';
import { beginsWithMarker } from '../../document/reading/markers.js';
import { iconResidue, isMinutesTitle } from '../../document/schema.js';
import { converted, notText, type Converted, type Source } from '../converted.js';
import { heading, isHeading, paragraph, plainText } from '../nodes.js';
import { createPlaces, type Places } from '../places.js';
import { isBinary, sourceLines } from '../sourceText.js';
import { documentsOf } from '../shape/documents.js';
import type { Page } from '../shape/page.js';
import { projectBlocks } from '../shape/projects.js';
import { withAttendees } from './attendees.js';
import { depthsOf } from './depths.js';
import { readElements, type Element } from './elements.js';
import { isEntry, isOfEvent, withEvent } from './event.js';
import { withoutFrame, type Framed } from './frame.js';
import { mayBeTitle } from './headings.js';
import { inline } from '../addresses.js';
import type { Names } from '../mail/reading/names.js';
import { densePieces, isDense } from './dense.js';
import { withFieldsApart } from './fieldLines.js';
import { pieces, spokenLines, type SourceLine } from './lines.js';
import { endsSessionsWithNotes, tellLosses, withLostHeadings, withoutEmptyHeadings } from './losses.js';
import { withMarksInFront } from './marks.js';
import { pageNames } from './names.js';
import { withoutProjectRows } from './rows.js';
import { withoutSentences } from './sentences.js';
import { withSwallowedOwners } from './swallowed.js';
import { say } from '../../text/say.js';

/** Makes documents of the text of a page as it is copied from a browser. */
export function readRendered(source: Source): Converted {
  const places = createPlaces();
  if (isBinary(source)) return notText(places);
  const spoken = withoutFrame(spokenLines(sourceLines(source.text, places)), places);
  const framed = { ...spoken, lines: asWritten(spoken.lines) };
  const page = readPage(framed, source.name, places);
  return converted(documentsOf(page, places), places, source);
}

/** Lines in the order and the pieces that people wrote them in, where browsers copy them otherwise. */
function asWritten(lines: readonly SourceLine[]): SourceLine[] {
  return withFieldsApart(withMarksInFront(withoutProjectRows(lines)));
}

function readPage(framed: Framed, name: string, places: Places): Page {
  const names = pageNames(framed.lines);
  const dense = isDense(framed.lines);
  const all = readElements(dense ? densePieces(framed.lines, names) : pieces(framed.lines), names, places);
  const { rest, ...named } = namedPage(framed, all, name, names, places);
  const { title } = named;
  const minutes = isMinutesTitle(title);
  const wiki =
    framed.wiki ||
    dense ||
    minutes ||
    all.some(isEntry) ||
    /^design sessions\b/i.test(title) ||
    framed.lines.some((each) => iconResidue.test(each.text));
  const dated = isOfEvent(title, rest) ? withEvent(rest, title, places) : { elements: rest, fields: [] };
  let elements = wiki ? [...dated.elements] : withoutEmptyHeadings(dated.elements, asBlock);
  elements = withSwallowedOwners(elements, places);
  if (minutes) elements = withAttendees(withoutSentences(elements, asBlock), places);
  else if (endsSessionsWithNotes(elements)) elements = withLostHeadings(elements, places);
  const depths = depthsOf(elements, framed.contents);
  tellLosses(elements, depths, places);
  const blocks = blocksOf(elements, depths);
  return { ...named, blocks: [...dated.fields, ...blocks], from: 'browser' };
}

/** The title and what stands below it. */
function namedPage(
  framed: Framed,
  all: readonly Element[],
  name: string,
  names: Names,
  places: Places,
): Pick<Page, 'title' | 'line' | 'titled'> & { readonly rest: readonly Element[] } {
  if (framed.title) return { title: framed.title.text, line: framed.title.line, titled: 'itself', rest: all };
  const [first, ...rest] = all;
  const likely = first?.type === 'heading' && (first.heading.kind === 'likely' || first.heading.kind === 'entry');
  // One entry's title may be the page's; that of the first of several is not.
  const itself = rest.length > 0 && (!isEntry(first) || !rest.some(isEntry));
  if (likely && itself && mayBeTitle(first.heading.text, names))
    return { title: first.heading.text, line: first.line, titled: 'itself', rest };
  const title = name.replace(/_/g, ' ');
  places.doubt(first?.line ?? 1, say`no title stands before the text; the document is called "${title}"`);
  return { title, line: first?.line ?? 1, titled: 'byName', rest: all };
}

function asBlock(element: Element): Element {
  if (element.type !== 'heading') return element;
  const { line, gap, heading: read } = element;
  return { type: 'block', node: paragraph(inline(read.text), line), source: read.text, line, gap };
}

/** The tree of the elements: headings with their depths, proposals as field lists, lists that meet as one. */
function blocksOf(elements: readonly Element[], depths: ReadonlyMap<number, number>): RootContent[] {
  const blocks: RootContent[] = [];
  elements.forEach((element, index) => {
    const last = blocks.at(-1);
    if (element.type === 'heading')
      blocks.push(heading(depths.get(index) ?? 2, inline(element.heading.text), element.line));
    else if (element.type === 'project')
      for (const block of projectBlocks(element.project, isHeading(last) ? last.depth : 2)) blocks.push(block);
    else if (element.type === 'block') {
      const { node } = element;
      const owner = element.gap === 0 && isAction(elements[index - 1]) ? last : undefined;
      if (node.type === 'list' && owner?.type === 'list') pushBelow(owner, node);
      else if (node.type === 'list' && last?.type === 'list' && last.ordered === node.ordered)
        for (const item of node.children) last.children.push(item);
      else if (node.type !== 'paragraph' || plainText(node) !== '') blocks.push(node);
    }
  });
  return blocks;
}

function isAction(element: Element | undefined): boolean {
  return element?.type === 'block' && element.action === true;
}

/** Puts what a list tells of an action below it; an item that is marked itself stands beside it. */
function pushBelow(owner: List, told: List): void {
  const marked = told.children.findIndex(({ children: [first] }) => first && beginsWithMarker(plainText(first)));
  const below = marked < 0 ? told.children : told.children.slice(0, marked);
  if (below.length > 0) owner.children.at(-1)?.children.push({ ...told, children: below });
  for (const item of marked < 0 ? [] : told.children.slice(marked)) owner.children.push(item);
}
