import type { RootContent } from 'mdast';
import { readDate } from '../../document/dates.js';
import { gatheringTitle, iconResidue, type FieldLabel } from '../../document/schema.js';
import { converted, notText, type Converted, type Source } from '../converted.js';
import { field, heading, isHeading, list, listItem, paragraph, plainText } from '../nodes.js';
import { createPlaces, type Places } from '../places.js';
import { isBinary, sourceLines } from '../sourceText.js';
import { documentsOf } from '../shape/documents.js';
import type { Page } from '../shape/page.js';
import { projectBlocks } from '../shape/projects.js';
import { withAttendees } from './attendees.js';
import { depthsOf } from './depths.js';
import { readElements, type Element } from './elements.js';
import { withoutFrame, type Framed } from './frame.js';
import { mayBeTitle } from './headings.js';
import { inline } from '../addresses.js';
import { pieces, spokenLines } from './lines.js';
import { endsSessionsWithNotes, tellLosses, withLostHeadings, withoutEmptyHeadings } from './losses.js';

/** Makes documents of the text of a page as it is copied from a browser. */
export function readRendered(source: Source): Converted {
  const places = createPlaces();
  if (isBinary(source)) return notText(places);
  const framed = withoutFrame(spokenLines(sourceLines(source.text, places)), places);
  const page = readPage(framed, source.name, places);
  return converted(documentsOf(page, places), places);
}

function readPage(framed: Framed, name: string, places: Places): Page {
  const all = readElements(pieces(framed.lines), places);
  const { rest, ...named } = namedPage(framed, all, name, places);
  const { title } = named;
  const wiki =
    framed.wiki ||
    /^design sessions\b|\bminutes$/i.test(title) ||
    framed.lines.some((each) => iconResidue.test(each.text));
  const dated = gatheringTitle.test(title) ? withDate(rest, title, places) : { elements: rest, fields: [] };
  let elements = wiki ? [...dated.elements] : withoutEmptyHeadings(dated.elements, asBlock);
  elements = withActions(elements, places);
  if (/\bminutes$/i.test(title)) elements = withAttendees(elements, places);
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
  places: Places,
): Pick<Page, 'title' | 'line' | 'titled'> & { readonly rest: readonly Element[] } {
  if (framed.title) return { title: framed.title.text, line: framed.title.line, titled: 'itself', rest: all };
  const [first, ...rest] = all;
  const others = rest.some(({ type }) => type === 'heading' || type === 'project');
  if (first?.type === 'heading' && first.heading.kind === 'likely' && others && mayBeTitle(first.heading.text))
    return { title: first.heading.text, line: first.line, titled: 'itself', rest };
  const title = name.replace(/_/g, ' ');
  places.doubt(first?.line ?? 1, `no title stands before the text; the document is called "${title}"`);
  return { title, line: first?.line ?? 1, titled: 'byName', rest: all };
}

/** A line with a date right below the title, and that the page is an event's. */
function withDate(
  elements: readonly Element[],
  title: string,
  places: Places,
): { readonly elements: readonly Element[]; readonly fields: RootContent[] } {
  const [first, ...rest] = elements;
  const line = first?.line ?? 1;
  const event = field('Event' satisfies FieldLabel, inline(title), line);
  places.doubt(line, `the page is read as that of the event "${title}", as its title says`);
  const source = first?.type === 'heading' ? first.heading.text : first?.type === 'block' ? first.source : '';
  const [, word = '', date = ''] = /^(\p{Lu}\p{Ll}+ )?(.{6,30})$/u.exec(source) ?? [];
  const stated = word === '' || readDate(source) ? source : date;
  if (source === '' || readDate(stated)?.precision !== 'day') return { elements, fields: [list([event], line)] };
  if (stated !== source) places.drop(line, word.trim(), 'a word beside the date below the title');
  places.doubt(line, `"${stated}" is taken for the date of the event; a report may be dated later`);
  return { elements: rest, fields: [list([event, field('Date' satisfies FieldLabel, inline(stated), line)], line)] };
}

function asBlock(element: Element): Element {
  if (element.type !== 'heading') return element;
  const { line, gap, heading: read } = element;
  return { type: 'block', node: paragraph(inline(read.text), line), source: read.text, line, gap };
}

/** Text behind a template that is not there: what somebody is to do is an action whose owner is lost. */
function withActions(elements: readonly Element[], places: Places): Element[] {
  return elements.flatMap((element, index) => {
    const before = elements[index - 1];
    if (element.type === 'undefined') {
      if (elements[index + 1]?.type !== 'block')
        places.doubt(element.line, 'a template that is not there may have swallowed text');
      return [];
    }
    if (before?.type !== 'undefined' || element.type !== 'block') return [element];
    if (!/^to\s+\p{Ll}/u.test(element.source)) {
      places.doubt(element.line, 'the words before it may have been swallowed by a template that is not there');
      return [element];
    }
    places.doubt(element.line, 'an action whose owner was swallowed by a template that is not there; name the owner');
    const item = listItem([paragraph(inline(`ACTION unknown: ${element.source}`), element.line)], element.line);
    return [{ ...element, node: list([item], element.line) }];
  });
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
      if (node.type === 'list' && last?.type === 'list' && last.ordered === node.ordered)
        for (const item of node.children) last.children.push(item);
      else if (node.type !== 'paragraph' || plainText(node) !== '') blocks.push(node);
    }
  });
  return blocks;
}
