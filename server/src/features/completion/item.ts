import { foldName } from '../../archive/names.js';
import type { Span } from '../../text/span.js';

export type CompletionKind = 'person' | 'topic' | 'session' | 'page' | 'section' | 'label' | 'value' | 'marker';

export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** Shown beside the label. */
  readonly detail?: string;
  /** Markdown, shown for the chosen entry. */
  readonly documentation?: string;
  readonly sortText: string;
  /** What the typed text is compared with; the label when absent. */
  readonly filterText?: string;
  readonly edit: { readonly span: Span; readonly text: string };
  /** Whether there is more to choose right behind the inserted text. */
  readonly more?: true;
}

export interface CompletionOptions {
  /** Today as YYYY-MM-DD, in the writer's time zone; no day is offered as today without it. */
  readonly today?: string;
}

/** Sort keys that keep items in the order given, within a rank. */
export function sortKey(rank: number, index: number): string {
  return `${rank}${String(index).padStart(5, '0')}`;
}

/**
 * Whether an entry may be what somebody is writing. A single word is left to the editor, which knows better what is like
 * what; of several words that begin no entry, such as those of a sentence, no list is to pop up.
 */
export function mayBecome(typed: string, { label, filterText }: Completion): boolean {
  return !/\S\s/.test(typed) || foldName(filterText ?? label).includes(foldName(typed));
}
