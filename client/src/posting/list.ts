import * as vscode from 'vscode';
import type { PostingCheck, PostingFinding } from '../../../server/src/lsp/protocol.js';
import { say } from '../../../server/src/text/say.js';
import { itemOf, type Item } from './items.js';
import { findingRows, lineOf, listRows, messageOf, summary, type Row } from './rows.js';

/** What the list shows now; tests look at it. */
export interface Shown {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** The list of what stands in the way of posting, and below it, for one finding, what can be done about it. */
export interface List {
  readonly active: Row | undefined;
  readonly shown: Shown;
  /** Which row is to be active once all is shown again: the same place in the list, as what stood there may be gone. */
  readonly place: number;
  showAll(check: PostingCheck, place: number): void;
  showOne(finding: PostingFinding): void;
}

export function createList(pick: vscode.QuickPick<Item>): List {
  let rows: readonly Row[] = [];
  let outside: number | undefined;

  const choices = (): readonly Item[] => pick.items.filter(({ row }) => row.kind !== 'group');
  const activePlace = (): number =>
    Math.max(
      0,
      choices().findIndex((item) => item === pick.activeItems[0]),
    );
  const show = (next: readonly Row[], place: number): void => {
    rows = next;
    pick.value = '';
    pick.items = rows.map(itemOf);
    const active = choices()[Math.min(place, choices().length - 1)];
    pick.activeItems = active ? [active] : [];
  };

  return {
    get active() {
      return pick.activeItems[0]?.row;
    },
    get shown() {
      return { title: pick.title ?? '', rows };
    },
    get place() {
      return outside ?? activePlace();
    },
    showAll(check, place) {
      const { title, groups } = check;
      const found = summary(groups);
      outside = undefined;
      pick.title = title === '' ? say`Before posting` : say`Before posting “${title}”`;
      pick.placeholder =
        found === ''
          ? say`Nothing is found. Enter: go on. Escape: close`
          : say`${found}. Enter: what can be done. Escape: close`;
      pick.buttons = [];
      const next = listRows(check);
      show(next, hasToMend(next) ? Math.max(place, firstToDo(next)) : firstToDo(next));
    },
    showOne(finding) {
      outside = activePlace();
      pick.title = say`Line ${lineOf(finding)}: ${messageOf(finding)}`;
      pick.placeholder = say`What to do about it`;
      pick.buttons = [vscode.QuickInputButtons.Back];
      show(findingRows(finding), 0);
    },
  };
}

function hasToMend(rows: readonly Row[]): boolean {
  return rows.some(({ kind }) => kind === 'fixAll' || kind === 'finding');
}

/** What is to be mended goes before the next step, and that before the all-clear. */
function firstToDo(rows: readonly Row[]): number {
  const choices = rows.filter(({ kind }) => kind !== 'group');
  const toMend = choices.findIndex(({ kind }) => kind === 'fixAll' || kind === 'finding');
  return toMend >= 0 ? toMend : choices.findIndex(({ kind }) => kind !== 'clear');
}
