import { actionCalendar, ledgerOf, listedActions, offeredOwners, personMeant, reminder } from '../../analysis.js';
import { today } from '../../host/today.js';
import { changeMeant } from '../changeActions.js';
import { wrongParams } from '../params.js';
import {
  calendarRequest,
  changeActionsRequest,
  endedActionsRequest,
  meRequest,
  ownersRequest,
  reminderRequest,
  type ActionView,
  type CalendarView,
  type ChangeActionsParams,
  type ChangedActionsView,
  type DocumentParams,
  type MeParams,
  type Problem,
  type ReminderParams,
} from '../protocol.js';
import type { Session } from '../session.js';
import { pathOf } from '../uris.js';
import { encodeAction } from './archiveView.js';

/** Actions over all meetings: lists of them, changes of them, and what is made of them. */
export function registerActions(session: Session): void {
  const { connection, workspace } = session;
  connection.onRequest(changeActionsRequest, (params: ChangeActionsParams) => changeMeant(session, params));
  connection.onRequest(endedActionsRequest, async (): Promise<ActionView[]> => {
    await workspace.read();
    const ended = listedActions(workspace.archives(), today()).filter(({ open }) => !open);
    return ended.map((action) => encodeAction(session, action));
  });
  connection.onRequest(ownersRequest, async ({ uri }: DocumentParams): Promise<string[]> => {
    await workspace.read();
    const root = workspace.rootAt(pathOf(uri));
    return root ? offeredOwners(root.archive, workspace.facts(pathOf(uri))) : [];
  });
  connection.onRequest(meRequest, ({ name }: MeParams) => me(session, name));
  connection.onRequest(reminderRequest, async (params: ReminderParams): Promise<string> => {
    await workspace.read();
    const texts = workspace.archives().map((archive) => remind(archive, params));
    return texts.filter((text) => text !== '').join('\n');
  });
  connection.onRequest(calendarRequest, async (): Promise<CalendarView> => {
    await workspace.read();
    return actionCalendar(workspace.archives().flatMap((archive) => ledgerOf(archive).actions));
  });
}

/** The same for clients that run what the server offers by name. */
export async function changeByCommand(session: Session, params: unknown): Promise<ChangedActionsView | Problem> {
  const wrong = wrongParams(changeActionsRequest, params);
  return wrong === undefined ? changeMeant(session, params as ChangeActionsParams) : { problem: wrong };
}

type Archive = Parameters<typeof ledgerOf>[0];

function remind(archive: Archive, { owners }: ReminderParams): string {
  const isAsked = owners && ((owner: string): boolean => owners.includes(owner));
  return reminder(archive, ledgerOf(archive).actions, { today: today(), isAsked });
}

/** Who uses the editor: as set, else as git knows them. */
async function me({ workspace, machine }: Session, name: string | undefined): Promise<string | null> {
  await workspace.read();
  const root = workspace.rootAt(undefined);
  const written = name ?? (root && (await machine.writer(root.path)));
  return written === undefined || !root ? (written ?? null) : personMeant(root.archive, written);
}
