import * as vscode from 'vscode';
import type { FoundPlace, SearchAnswer } from '../../../server/src/lsp/protocol.js';
import type { Server } from '../server.js';
import { answerTo, besideTitle, type KeptSearch } from '../views/keptSearch.js';
import { say } from '../../../server/src/text/say.js';

type Item = vscode.QuickPickItem & ({ readonly place: FoundPlace } | { readonly query: string } | object);

/**
 * Asks for words and shows where they stand while they are typed; a filter such as `person:` is completed in the field. Begins with the
 * search that is kept, where it is to be changed.
 */
export function searchArchive(server: Server, kept: KeptSearch, before = ''): void {
  const pick = vscode.window.createQuickPick<Item>();
  pick.title = say`Search notes, minutes, proposals and pages`;
  pick.placeholder = say`Words, and person: topic: event: year: kind: has: is: … such as: pvh year:2017`;
  // The server has ranked them; the editor would sort them by their titles.
  Object.assign(pick, { sortByLabel: false, keepScrollPosition: false });
  let last = 0;
  const look = async (query: string): Promise<void> => {
    const mine = ++last;
    pick.busy = query !== '';
    const answer = query === '' ? undefined : await answerTo(server, query);
    if (mine !== last) return;
    pick.items = answer ? itemsOf(query, answer) : [];
    pick.busy = false;
  };
  pick.buttons = [{ iconPath: new vscode.ThemeIcon('pin'), tooltip: say`Keep the results as a view` }];
  pick.onDidTriggerButton(() => {
    pick.hide();
    void kept.keep(pick.value);
  });
  pick.onDidChangeValue((value) => void look(value));
  pick.onDidAccept(() => {
    const [item] = pick.selectedItems;
    if (!item) return;
    if ('query' in item) {
      pick.value = item.query;
      void look(item.query);
    } else if ('place' in item) {
      pick.hide();
      void openAt(item.place);
    }
  });
  pick.onDidHide(() => pick.dispose());
  pick.value = before;
  void look(before);
  pick.show();
}

function itemsOf(query: string, { places, completions }: SearchAnswer): Item[] {
  const queries = completions.map((each): Item => ({
    label: `$(filter) ${each}`,
    description: say`narrow down`,
    query: each.endsWith(':') ? each : `${each} `,
    alwaysShow: true,
  }));
  const found = places.map((place): Item => ({
    label: place.title,
    description: besideTitle(place),
    detail: place.excerpt,
    place,
    alwaysShow: true,
  }));
  if (queries.length + found.length > 0) return [...queries, ...found];
  return [{ label: say`Nothing has "${query.trim()}"`, description: say`fewer words find more`, alwaysShow: true }];
}

async function openAt({ uri, position: { line, character } }: FoundPlace): Promise<void> {
  const at = new vscode.Position(line, character);
  const editor = await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection: new vscode.Range(at, at) });
  editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenter);
}
