import type { Document } from '../document/document.js';
import { cancelled } from '../document/schema.js';
import type { Section } from '../document/sections.js';

const memo = new WeakMap<Section, boolean>();

/** Whether a document says that its meeting was cancelled. */
export function isCancelled({ cut }: Document): boolean {
  return cut.sections.some((section) => {
    const known = memo.get(section) ?? cancelled.test(section.text);
    memo.set(section, known);
    return known;
  });
}
