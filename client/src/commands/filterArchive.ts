import * as vscode from 'vscode';
import type { Views } from '../views/register.js';
import { say } from '../../../server/src/text/say.js';

/** Asks for words to filter the archive by. */
export function filterArchive(views: Views): void {
  askWords({
    title: say`Filter Xen sessions`,
    placeholder: say`Words of a title, host, topic or status, such as: pvh published`,
    before: views.archive.filter,
    filter: (words) => views.setFilter(words),
  });
}

interface Asked {
  readonly title: string;
  readonly placeholder: string;
  /** What is filtered by now. */
  readonly before: string;
  readonly filter: (words: string) => void;
}

/** Asks for words to filter a view by, and filters while they are typed; Escape brings back what was before. */
export function askWords({ title, placeholder, before, filter }: Asked): void {
  const input = vscode.window.createInputBox();
  Object.assign(input, { title, placeholder, value: before });
  let accepted = false;
  input.onDidChangeValue(filter);
  input.onDidAccept(() => {
    accepted = true;
    input.hide();
  });
  input.onDidHide(() => {
    if (!accepted) filter(before);
    input.dispose();
  });
  input.show();
}
