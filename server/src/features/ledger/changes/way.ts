import type { Document, PlacedFacts } from '../../../document/document.js';
import { place } from '../../../document/document.js';
import type { Action } from '../../../document/facts.js';
import type { TextEdit } from '../../../text/edits.js';
import type { Span } from '../../../text/span.js';

/** What is to become of an action. */
export type ActionChange =
  | { readonly kind: 'done' | 'open' }
  | { readonly kind: 'owners'; readonly owners: readonly string[] }
  /** An ISO day; without one it is due no more. */
  | { readonly kind: 'due'; readonly day?: string | undefined };

export interface ActionPlace {
  readonly section: PlacedFacts;
  readonly action: Action;
}

/** A way to write a change. */
export interface Way {
  readonly edits: readonly TextEdit[];
  /** Whether what is changed stands among the words of the action. */
  readonly inText?: true;
}

export function isSameOwners({ owners }: Action, names: readonly string[]): boolean {
  return owners.length === names.length && owners.every(({ name }, index) => name === names[index]);
}

export function isSameDay({ due }: Action, day: string | undefined): boolean {
  return day === undefined ? due === undefined : due?.date?.iso === day && due.date.precision === 'day';
}

/** Offsets of an action's parts in its document. */
export interface Parts {
  readonly marker: Span;
  readonly text: Span;
  readonly owners: readonly Span[];
}

export function partsOf({ text }: Document, { section, action }: ActionPlace): Parts {
  const { start, end } = place(section, action.markerSpan);
  // `ACTION ITEM` is one marker, and nobody's name stands within it.
  const more = end > start ? (/^[ \t_-]+(?:item|point)\b/i.exec(text.slice(end, end + 10))?.[0].length ?? 0) : 0;
  return {
    marker: { start, end: end + more },
    text: place(section, action.textSpan),
    owners: action.owners.map(({ span }) => place(section, span)),
  };
}

/** Whether a word marks the action in front of its text. */
export function isMarkedAhead({ marker, text }: Parts): boolean {
  return marker.end > marker.start && marker.end <= text.start;
}

export function insertion(at: number, text: string): TextEdit {
  return { span: { start: at, end: at }, text };
}

/** The head of an action in its usual form. */
export function headOf(names: readonly string[], due: string | undefined): string {
  return `ACTION${names.length > 0 ? ` ${names.join(', ')}` : ''}${due === undefined ? '' : ` (by ${due})`}: `;
}

/** The way that writes the head anew. */
export function headWays(
  document: Document,
  at: ActionPlace,
  names: readonly string[],
  due: string | undefined,
): readonly Way[] {
  const { start } = place(at.section, at.action.span);
  const { text } = partsOf(document, at);
  return start <= text.start ? [{ edits: [{ span: { start, end: text.start }, text: headOf(names, due) }] }] : [];
}

/** The end of an action's words, before what closes its sentence. */
export function endOfWords({ text }: Document, { text: span }: Parts): number {
  const said = text.slice(span.start, span.end);
  return span.start + said.replace(/(?<![\s.!])[\s.!]+$/, '').length;
}
