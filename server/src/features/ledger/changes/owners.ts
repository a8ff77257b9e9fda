import type { Document } from '../../../document/document.js';
import { headWays, insertion, isMarkedAhead, partsOf, type ActionPlace, type Way } from './way.js';

/** Ways to name those who have to do an action: in the place of those named, behind the marker, in front of its words. */
export function waysToOwners(document: Document, at: ActionPlace, names: readonly string[]): readonly Way[] {
  const { action } = at;
  const parts = partsOf(document, at);
  const written = names.join(', ');
  const head = headWays(document, at, names, action.due?.inText ? undefined : action.due?.text);
  const named = namedSpan(document, at);
  if (named) {
    const inText = named.start >= parts.text.start && named.start < parts.text.end;
    return [{ edits: [{ span: named, text: written }], ...(inText && { inText: true }) }, ...head];
  }
  if (parts.marker.end === parts.marker.start)
    return [{ edits: [insertion(parts.text.start, `${written}: `)] }, ...head];
  const behind = insertion(parts.marker.end, ` ${written}`);
  const withColon = isMarkedAhead(parts) ? [{ edits: [insertion(parts.marker.end, ` ${written}:`)] }] : [];
  return [{ edits: [behind] }, ...withColon, ...head];
}

/** Where the names of the owners stand, or a word in their place; `undefined` where none stands, or it is who speaks. */
function namedSpan(document: Document, at: ActionPlace): { readonly start: number; readonly end: number } | undefined {
  const { marker, text: words, owners } = partsOf(document, at);
  const isBehind = marker.start >= words.end && marker.end > marker.start;
  const [first] = owners;
  const last = owners.at(-1);
  if (first && last) return isBehind && first.start < marker.start ? undefined : { start: first.start, end: last.end };
  const from = isBehind ? marker.end : Math.min(marker.end, words.start);
  const { ownersText } = at.action;
  const index = ownersText === '' ? -1 : document.text.slice(from, words.start).indexOf(ownersText);
  return index < 0 ? undefined : { start: from + index, end: from + index + ownersText.length };
}
