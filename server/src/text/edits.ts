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
  const kept: TextEdit[] = [];
  for (const edit of edits) {
    if (!kept.some((other) => conflict(edit, other))) kept.push(edit);
  }
  return kept.sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end);
}

/**
 * Of sets of edits that belong together those that can be applied side by side: a set is kept whole or not at all, and the
 * earlier in the list wins.
 */
export function compatibleSets(sets: readonly (readonly TextEdit[])[]): (readonly TextEdit[])[] {
  const kept: TextEdit[] = [];
  return sets.filter((set) => {
    const clash = set.some((edit) => kept.some((other) => conflict(edit, other)));
    if (!clash) kept.push(...set);
    return !clash;
  });
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
