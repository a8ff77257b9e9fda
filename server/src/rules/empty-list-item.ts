import type { Block, List, ListItem } from '../document/model.js';
import type { Section } from '../document/sections.js';
import type { TextEdit } from '../text/edits.js';
import { memo } from '../text/memo.js';
import type { Span } from '../text/span.js';
import { lineEnding } from './insertField.js';
import { moveFinding } from './moveFinding.js';
import { defineRule, type Finding } from './rule.js';
import { say } from '../text/say.js';

export const emptyListItem = defineRule({
  id: 'empty-list-item',
  summary: 'A list item has nothing in it',
  why: 'It is shown as a bullet or a number of its own, and looks as if something had been lost.',
  severity: { draft: 'info', post: 'warning' },
  fix: 'safe',
  examples: [
    {
      bad: '# Minutes\n\n## Attendees\n\n1. Jan Beulich\n2. Wei Liu\n⟦3.⟧\n\n## Kexec\n\nNothing new.\n',
      fixed: '# Minutes\n\n## Attendees\n\n1. Jan Beulich\n2. Wei Liu\n\n## Kexec\n\nNothing new.\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n⟦-⟧\n- Wei Liu\n  ⟦- [ ]⟧\n\n## Kexec\n\nNothing new.\n',
      fixed: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n- Wei Liu\n\n## Kexec\n\nNothing new.\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Agenda\n\n1. Kexec\n⟦2.⟧\n3. PVH\n',
      fixed: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Agenda\n\n1. Kexec\n3. PVH\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Agenda\n\n1. Discussions\n   ⟦1.⟧\n2. Closure\n',
      fixed: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Agenda\n\n1. Discussions\n2. Closure\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n⟦-⟧\n## Kexec\n\nNothing new.\n',
      fixed: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\nNothing new.\n',
    },
    { good: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\n- - nested\n-\n  - below\n- `-`\n- 3.\n' },
    {
      good: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\nThe operators:\n\n- < <=\n- + -\n- *\n  - -\n',
    },
    { good: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n- Wei Liu\n- ' },
  ],
  concerns: (_, section) => foundIn(section).length > 0,
  check: ({ document: { cut }, sections }) =>
    sections.flatMap(({ index, start }) => {
      const section = cut.sections[index];
      const found = section ? foundIn(section) : [];
      // Somebody may be about to write the item that ends the document.
      const ended =
        !section || index < cut.sections.length - 1 ? found : found.filter(({ span }) => !endsText(span.end, section));
      return ended.map((each) => moveFinding(each, start));
    }),
});

const none: readonly Finding[] = [];
/** A line with nothing but markers and a box, as every empty item has one. */
const markersAlone = /[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]*)+(?:\[[ xX]\][ \t]*)?(?:[\r\n]|$)/y;

function mayHaveEmpty({ text, lines }: Section): boolean {
  return lines.some((start) => {
    markersAlone.lastIndex = start;
    return markersAlone.test(text);
  });
}

const foundIn = memo((section: Section): readonly Finding[] =>
  mayHaveEmpty(section) ? listsIn(section.blocks).flatMap((list) => emptyItems(list, section)) : none,
);

function endsText(offset: number, { text }: Section): boolean {
  return /^[ \t]*(?:\r\n|\n|\r)?$/.test(text.slice(offset));
}

/** Lists outside quotations that stand in no item; those in an item are looked at with it. */
function listsIn(blocks: readonly Block[]): List[] {
  return blocks.flatMap((block) => (block.type === 'list' ? [block] : []));
}

function emptyItems(list: List, section: Section): Finding[] {
  const alone = section.blocks.includes(list) && list.children.every((item) => isEmpty(item, section));
  return list.children.flatMap((item, index) => {
    if (isEmpty(item, section)) {
      // In the midst of numbered items the numbers behind it would change; alone it may stand for what is to come.
      const numbered = list.ordered && index < list.children.length - 1;
      return finding(item, section).map((each) => (numbered || alone ? { ...each, choice: true } : each));
    }
    const below = listsIn(item.children).flatMap((each) => emptyItems(each, section));
    return [...bareMarkers(item, section), ...below];
  });
}

const bareMarker = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]*$/;

/** Below a line of text an item with nothing in it is no item (CommonMark): its marker is read as part of the text. */
function bareMarkers({ children: [first] }: ListItem, { text }: Section): Finding[] {
  if (first?.type !== 'paragraph') return [];
  return first.leaf.lines.slice(1).flatMap((line) => {
    const start = lineStart(text, line);
    const end = line + (/^[^\r\n]*/.exec(text.slice(line))?.[0].length ?? 0);
    if (!bareMarker.test(text.slice(start, end))) return [];
    const before = start - (text.slice(start - 2, start) === '\r\n' ? 2 : 1);
    const marker = text.slice(start, end);
    const own = { start: end - marker.trimStart().length, end: start + marker.trimEnd().length };
    const fixes = [{ title: title(), edits: [{ span: { start: before, end }, text: '' }] }];
    // A number may be an answer to the line above it, and a plus may add the line below.
    return [{ span: own, message: message(), fixes, ...(/[\d+]/.test(marker) && { choice: true }) }];
  });
}

/** Nothing but its marker, its box, or lists of such items below it. */
function isEmpty(item: ListItem, section: Section): boolean {
  return item.children.every((block) => {
    // In `- 3.` the number may be an answer, and in a list of operators `- + -` names two.
    if (block.type === 'list')
      return (
        !block.ordered &&
        /[\r\n]/.test(section.text.slice(item.span.start, block.span.start)) &&
        block.children.every((below) => isEmpty(below, section))
      );
    return block.type === 'paragraph' && /^\[[ xX]\]$/.test(block.leaf.text.trim());
  });
}

const message = (): string => say`this list item is empty; write something in it, or take it out`;
const title = (): string => say`Take the empty item out`;

function finding(item: ListItem, section: Section): Finding[] {
  const { text } = section;
  const from = text.slice(item.span.start, item.span.end);
  const span = { start: item.span.start, end: item.span.start + from.trimEnd().length };
  if (text.slice(lineStart(text, span.start), span.start).trim() !== '') return [];
  const edit = withLines(span, text);
  if (!edit) return [{ span, message: message() }];
  return [{ span, message: message(), fixes: [{ title: title(), edits: [edit] }] }];
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/**
 * The edit that takes a whole item out with its lines; `undefined` where what follows would become part of what stands before it.
 * A blank line stays where text follows at once.
 */
function withLines({ start, end }: Span, text: string): TextEdit | undefined {
  const first = lineStart(text, start);
  const indent = text.slice(first, start);
  const ending = /^[ \t]*(\r\n|\n|\r)/.exec(text.slice(end, end + 200))?.[0];
  if (ending === undefined) return undefined;
  const next = /^(?:[ \t]*(?:\r\n|\n|\r))*([ \t]*)(\S*)/.exec(text.slice(end + ending.length));
  const marker = /^(?:[-*+]|\d{1,9}[.)])$/.test(next?.[2] ?? '');
  if ((next?.[1] ?? '').length > indent.length) return undefined;
  const blank = /^[ \t]*[\r\n]/.test(text.slice(end + ending.length));
  return { span: { start: first, end: end + ending.length }, text: marker || blank ? '' : lineEnding(text) };
}
