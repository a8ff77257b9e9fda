import { CodeActionKind, type CodeAction, type Range } from 'vscode-languageserver';
import { actionsOnLines, anyOpen, daysAfter, othersPresent, say, type FeatureContext } from '../analysis.js';
import { today } from '../host/today.js';
import { uriOf } from './places.js';
import { changeActionsCommand, type ActionChangeParams, type ChangeActionsParams } from './protocol.js';
import type { Session } from './session.js';

/** Most people that an action is offered to be handed over to. */
const mostPeople = 8;

/** What can become of the actions on some lines; the edits are made when one is chosen, as they are asked for wherever the cursor goes. */
export function changesOffered(
  session: Session,
  { document, archive }: FeatureContext,
  { start, end }: Range,
): CodeAction[] {
  const last = Math.min(end.line, document.facts.lineStarts.length - 1);
  const lines = Array.from({ length: Math.max(0, last - start.line + 1) }, (_, index) => start.line + index);
  const places = actionsOnLines(document, new Set(lines));
  if (places.length === 0) return [];
  const uri = uriOf(session, document.path);
  const actions = lines.map((line) => ({ uri, line }));
  const offer = (title: string, change: ActionChangeParams): CodeAction => {
    const params: ChangeActionsParams = { actions, change };
    const command = session.client.ownExtension ? 'xenNotes.changeActions' : changeActionsCommand;
    return { title, kind: CodeActionKind.RefactorRewrite, command: { title, command, arguments: [params] } };
  };
  const others = othersPresent({ document, archive }, places).slice(0, mostPeople);
  const week = daysAfter(today(), 7);
  return [
    anyOpen(places) ? offer(say`Mark as done`, { kind: 'done' }) : offer(say`Open again`, { kind: 'open' }),
    offer(say`Due in a week, on ${week}`, { kind: 'due', day: week }),
    ...(places.some(({ action }) => action.due) ? [offer(say`Due on no day`, { kind: 'due' })] : []),
    ...others.map((name) => offer(say`Hand over to ${name}`, { kind: 'owners', owners: [name] })),
  ];
}
