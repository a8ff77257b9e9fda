import * as vscode from 'vscode';
import { ownersRequest, type ActionMeant, type DocumentParams } from '../../../server/src/lsp/protocol.js';
import { say } from '../../../server/src/text/say.js';
import type { Server } from '../server.js';

/** Asks who is to do actions: somebody who was there, somebody else who is known, or any name that is typed. */
export async function askOwners(server: Server, [first]: readonly ActionMeant[]): Promise<string[] | undefined> {
  const params: DocumentParams = { uri: first?.uri ?? '' };
  const known = (await server.ask<string[]>(ownersRequest, params)) ?? [];
  const pick = vscode.window.createQuickPick();
  pick.title = say`Hand over to`;
  pick.placeholder = say`A name; several with commas between them`;
  const offer = (): void => {
    const typed = pick.value.trim();
    const items = known.map((label) => ({ label }));
    pick.items = typed === '' || known.includes(typed) ? items : [{ label: typed }, ...items];
  };
  offer();
  return new Promise((resolve) => {
    pick.onDidChangeValue(offer);
    pick.onDidAccept(() => {
      const name = pick.selectedItems[0]?.label ?? pick.value;
      resolve(name.split(',').map((each) => each.trim()));
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** Asks for the day actions are due on; empty for none. The server knows what a day is. */
export async function askDue(now: string): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: say`Set due date`,
    prompt: say`A day, such as 2013-03-15, friday or next week; nothing takes it away`,
    value: now,
  });
}
