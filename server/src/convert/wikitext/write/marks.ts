import type { Document } from '../../../document/document.js';
import type { Action } from '../../../document/facts.js';
import type { WikiMarker } from '../../../document/schema.js';

/** An action or a decision: where its own text begins, and what its head says. */
export interface Mark {
  readonly marker: WikiMarker;
  /** Offset in the document at which the text behind the marker begins, and at which it ends. */
  readonly textStart: number;
  readonly end: number;
  /** As written. */
  readonly owners: string;
  readonly due: string | undefined;
}

/** Marks by the offset of their marker. */
export type Marks = ReadonlyMap<number, Mark>;

/** The actions and decisions of a document. */
export function marksOf({ facts, text }: Document): Marks {
  const marks = new Map<number, Mark>();
  for (const section of facts.sections) {
    for (const action of section.facts.actions) {
      if (action.markerSpan.end > action.markerSpan.start)
        marks.set(section.start + action.markerSpan.start, actionMark(action, section.start));
    }
    for (const { kind, span, markerSpan } of section.facts.decisions) {
      const end = section.start + span.end;
      const head = /^[^:]{0,80}:[*_]{0,2}\s*/.exec(text.slice(section.start + markerSpan.start, end))?.[0].length ?? 0;
      const at = section.start + markerSpan.start;
      marks.set(at, { marker: kind, textStart: Math.min(end, at + head), end, owners: '', due: undefined });
    }
  }
  return marks;
}

function actionMark(action: Action, start: number): Mark {
  return {
    marker: 'action',
    textStart: start + action.textSpan.start,
    end: start + action.span.end,
    owners: action.ownersText,
    due: action.due?.text,
  };
}
