import type { Document } from '../document/document.js';
import { cancelled } from '../document/schema.js';
import type { Section } from '../document/sections.js';
import { memo } from '../text/memo.js';

const saysCancelled = memo((section: Section): boolean => cancelled.test(section.text));

/** Whether a document says that its meeting was cancelled. */
export function isCancelled({ cut }: Document): boolean {
  return cut.sections.some(saysCancelled);
}
