import { attendeeCompletions } from './completion/attendees.js';
import { valueCompletions } from './completion/fieldValues.js';
import { dayCompletions } from './completion/dates.js';
import { headingCompletions } from './completion/headings.js';
import { fitting } from './completion/fitting.js';
import type { Completion, CompletionOptions, Offer } from './completion/item.js';
import { pointCompletions } from './completion/points.js';
import { ownerCompletions } from './completion/owners.js';
import { labelCompletions } from './completion/labels.js';
import { documentCompletions } from './completion/wholeDocuments.js';
import { positionAt, type Position } from './completion/position.js';
import { referenceCompletions } from './completion/references.js';
import type { FeatureContext } from './context.js';

type Provider = (position: Position, options: CompletionOptions) => readonly Offer[] | undefined;

/** The first that knows the position answers for it. */
const providers: readonly Provider[] = [
  documentCompletions,
  referenceCompletions,
  headingCompletions,
  valueCompletions,
  dayCompletions,
  ownerCompletions,
  attendeeCompletions,
  labelCompletions,
  pointCompletions,
];

/** What may be written at an offset and begins with what is; empty where the format asks for nothing in particular. */
export function completion(
  context: FeatureContext,
  offset: number,
  options: CompletionOptions = {},
): readonly Completion[] {
  const position = positionAt(context, offset);
  if (!position) return [];
  for (const provide of providers) {
    const items = provide(position, options);
    if (items)
      return items.flatMap((item) => fitting(context.document.text.slice(item.edit.span.start, offset), item) ?? []);
  }
  return [];
}
