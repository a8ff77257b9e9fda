import { actionsOf, isOpen } from '../../archive/actions.js';
import { place } from '../../document/document.js';
import { say } from '../../text/say.js';
import { touches, type Span } from '../../text/span.js';
import type { FeatureContext } from '../context.js';
import { howLong } from '../ledger/actionLenses.js';
import { isOverdue, ledgerOf, type LedgerAction } from '../ledger/ledger.js';
import { link, list, paragraphs, plain } from '../markdown.js';
import type { HoverContext } from '../hover.js';

/** The action at an offset, with all the archive tells of it; `undefined` where there is none. */
export function actionAt(
  { document: { facts }, archive }: FeatureContext,
  offset: number,
): { readonly span: Span; readonly action: LedgerAction } | undefined {
  const entry = actionsOf(facts).find(({ section, action }) => touches(place(section, action.span), offset));
  const action = entry && ledgerOf(archive).of(entry);
  return action && { span: place(entry.section, entry.action.span), action };
}

/** How long an action is open, by when it is due, and the meetings that tell of it; `undefined` where its line says it all. */
export function actionHover(context: HoverContext, action: LedgerAction, today: string): string | undefined {
  const { places, owners, due } = action;
  if (places.length === 1 && !isOverdue(action, today)) return undefined;
  const how = howLong(action, today);
  return paragraphs([
    `**${plain(how.charAt(0).toUpperCase() + how.slice(1))}**`,
    owners.length > 0 ? say`Owners: ${owners.map(plain).join(', ')}` : undefined,
    due && say`Due: ${plain(due.text)}`,
    places.length > 1
      ? list(
          places.toReversed().map((each) => placeLine(context, each)),
          6,
        )
      : undefined,
  ]);
}

function placeLine(context: HoverContext, { document, section, action }: LedgerAction['origin']): string {
  const title = document.date ? `${document.date.iso}: ${document.title}` : document.title;
  const how = action.state ?? (isOpen(action) ? undefined : 'done');
  return `${link(title, context.address(document, place(section, action.span).start))}${how === undefined ? '' : `, ${how}`}`;
}
