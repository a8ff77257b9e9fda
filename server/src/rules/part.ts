import type { Unit } from '../document/reading/units.js';
import type { Section } from '../document/sections.js';

/** The text of a section, or of the only part it is taken to have. */
export function ownText({ text, lines }: Section): string {
  return text.slice(lines[0]);
}

/** A section as if it had nothing but one of its paragraphs or list items. Offsets are the whole section's. */
export function sectionOfPart(unit: Unit, { text, lines }: Section): Section {
  const { span } = unit;
  const first = lines.findLastIndex((line) => line <= span.start);
  const behind = lines.findIndex((line) => line >= span.end);
  const block =
    unit.type === 'paragraph'
      ? unit
      : ({ type: 'list', span, ordered: false, start: undefined, children: [unit] } as const);
  return {
    text: behind < 0 ? text : text.slice(0, lines[behind]),
    lines: lines.slice(first, behind < 0 ? lines.length : behind),
    blocks: [block],
  };
}
