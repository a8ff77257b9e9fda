import type { Span } from '../../text/span.js';

export type CompletionKind = 'person' | 'topic' | 'session' | 'page' | 'section' | 'label' | 'value' | 'marker';

/** An entry before it is known whether it fits what is typed. */
export interface Offer {
  readonly label: string;
  readonly kind: CompletionKind;
  /** Shown beside the label. */
  readonly detail?: string;
  /** Markdown, shown for the entry that is looked at; made when somebody asks, as few of them are. */
  readonly documentation?: () => string;
  readonly sortText: string;
  /** What it is found by beside its label. */
  readonly also?: readonly string[];
  readonly edit: { readonly span: Span; readonly text: string };
  /** The edit's text as a snippet of LSP, where it has places to write at. */
  readonly snippet?: string;
  /** Whether there is more to choose right behind the inserted text. */
  readonly more?: true;
}

export interface Completion extends Omit<Offer, 'also'> {
  /** What the editor compares the typed text with; it begins with it. */
  readonly filterText: string;
}

export interface CompletionOptions {
  /** Today as YYYY-MM-DD, in the writer's time zone; no day is offered as today without it. */
  readonly today?: string;
  /** Whether somebody asked for the list, or it came up of itself; asked for when absent. */
  readonly opened?: 'asked' | 'typing';
}

/** Sort keys that keep items in the order given, within a rank. */
export function sortKey(rank: number, index: number): string {
  return `${rank}${String(index).padStart(5, '0')}`;
}
