import * as vscode from 'vscode';
import type { Views } from '../views/register.js';
import { say } from '../../../server/src/text/say.js';

/** Asks for words to filter the archive by, and filters while they are typed; Escape brings back what was before. */
export function filterArchive(views: Views): void {
  const before = views.archive.filter;
  const input = vscode.window.createInputBox();
  input.title = say`Filter Xen sessions`;
  input.placeholder = say`Words of a title, host, topic or status, such as: pvh published`;
  input.value = before;
  let accepted = false;
  input.onDidChangeValue((value) => views.setFilter(value));
  input.onDidAccept(() => {
    accepted = true;
    input.hide();
  });
  input.onDidHide(() => {
    if (!accepted) views.setFilter(before);
    input.dispose();
  });
  input.show();
}
