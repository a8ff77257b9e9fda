import { overlaps, type Span } from './span.js';

/** Replace `span` of a text with `text`; an empty span inserts, an empty text deletes. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/**
 * Apply edits that all speak of the same `text`. Of two edits that overlap the earlier in the list wins and the other is
 * left out, so the result is well defined for any input.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return joinEdits(text, compatibleEdits(edits));
}

/** The edits that can be applied together, in text order; the earlier in the list wins a conflict. */
export function compatibleEdits(edits: readonly TextEdit[]): TextEdit[] {
  return compatibleSets(edits.map((edit) => [edit]))
    .flat()
    .sort(inTextOrder);
}

/**
 * Of sets of edits that belong together those that can be applied side by side: a set is kept whole or not at all, and the
 * earlier in the list wins.
 */
export function compatibleSets(sets: readonly (readonly TextEdit[])[]): (readonly TextEdit[])[] {
  const kept: TextEdit[] = [];
  return sets.filter((set) => {
    const clash = set.some((edit) => {
      // None of those that are kept conflicts with another, so that only the neighbours can with this one.
      const at = placeAmong(kept, edit);
      return [kept[at - 1], kept[at]].some((other) => other !== undefined && conflict(edit, other));
    });
    if (!clash) for (const edit of set) kept.splice(placeAmong(kept, edit), 0, edit);
    return !clash;
  });
}

function inTextOrder(one: TextEdit, other: TextEdit): number {
  return one.span.start - other.span.start || one.span.end - other.span.end;
}

/** Where an edit belongs among others that are in text order. */
function placeAmong(sorted: readonly TextEdit[], edit: TextEdit): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = sorted[middle];
    if (other && inTextOrder(other, edit) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where ranges of a text stand after edits that can be applied together; a range grows and shrinks with what is in it. */
export function spansAfter(spans: readonly Span[], edits: readonly TextEdit[]): Span[] {
  return spans.map(({ start, end }) => {
    let [newStart, newEnd] = [start, end];
    for (const { span, text } of edits) {
      const growth = text.length - (span.end - span.start);
      const before = span.end <= start && span.start < start;
      if (before) newStart += growth;
      else if (span.start < start) newStart -= start - span.start;
      if (before || span.start < end) newEnd += growth + (before ? 0 : Math.max(0, span.end - end));
    }
    return { start: newStart, end: Math.max(newStart, newEnd) };
  });
}

/** Whether two edits change the same characters, or insert at the same place. */
function conflict(one: TextEdit, other: TextEdit): boolean {
  const same = one.span.start === other.span.start && one.span.end === other.span.end;
  return same || overlaps(one.span, other.span);
}

function joinEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { span, text: inserted } of edits) {
    result += text.slice(at, span.start) + inserted;
    at = span.end;
  }
  return result + text.slice(at);
}
