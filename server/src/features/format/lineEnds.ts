import type { Block, ListItem } from '../../document/model.js';
import { blanksBegin, blanksEnd, lineBegin, written, type Change, type Page } from './change.js';

/** Blanks that mean nothing: a single one where a line of a paragraph ends, more than one behind the marks of a heading. */
export function lineEnds(page: Page): Change[] {
  return page.blocks.flatMap((block) => endsIn(block, page));
}

function endsIn(block: Block | ListItem, page: Page): Change[] {
  if (block.type === 'list' || block.type === 'listItem') return block.children.flatMap((each) => endsIn(each, page));
  if (block.type === 'heading') {
    const marks = block.span.start + block.depth;
    const isMarked = page.text.charAt(block.span.start) === '#' && block.leaf.text !== '';
    return changes(isMarked ? written(page, { start: marks, end: blanksEnd(page, marks) }, ' ') : []);
  }
  // Where code goes on to the next line, blanks before its end are the code's.
  if (block.type !== 'paragraph' || /[`<]/.test(block.leaf.text)) return [];
  return block.leaf.lines.slice(1).flatMap((line) => {
    const begin = lineBegin(page, line);
    const end = begin - (page.text.slice(begin - 2, begin) === '\r\n' ? 2 : 1);
    const start = blanksBegin(page, end);
    // Two of them break the line.
    return /^(?: |\t+)$/.test(page.text.slice(start, end)) ? [[{ span: { start, end }, text: '' }]] : [];
  });
}

function changes(change: Change): Change[] {
  return change.length > 0 ? [change] : [];
}
