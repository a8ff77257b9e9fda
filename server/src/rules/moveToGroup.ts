import type { Document } from '../document/document.js';
import type { SessionFact } from '../document/sessions.js';
import type { TextEdit } from '../text/edits.js';
import { moveText } from './moveText.js';

/** Edits that move the session and what stands below it to the end of the group; none when the page has no such group. */
export function moveToGroup(role: 'published' | 'unpublished', session: SessionFact, document: Document): TextEdit[] {
  const { sections } = document.facts;
  const group = sections.find((section) => section.facts.heading?.role === role);
  const from = sections[session.section];
  const last = sections[session.below.at(-1) ?? session.section];
  if (!group || !from || !last) return [];
  const depth = group.facts.heading?.depth ?? 0;
  // At the group's own level the session would stand beside it, not in it.
  if ((from.facts.heading?.depth ?? 0) <= depth) return [];
  const next = sections.find(({ index, facts }) => index > group.index && (facts.heading?.depth ?? 7) <= depth);
  return moveText(document, { start: from.start, end: last.end }, next?.start ?? document.text.length);
}
