import * as vscode from 'vscode';
import type { Shown } from '../posting/list.js';
import { openList } from '../posting/pick.js';
import type { Server } from '../server.js';
import { say } from '../../../server/src/text/say.js';
import { meantDocument, type Meant } from './meant.js';

/** What stands in the way of posting a document: the list as it is open, for tests. */
export interface Posting {
  readonly shown: Shown | undefined;
  check(meant?: Meant): Promise<void>;
}

export function createPosting(server: Server): Posting {
  let shown: () => Shown | undefined = () => undefined;
  return {
    get shown() {
      return shown();
    },
    async check(meant) {
      const document = await meantDocument(meant, say`Open the document to be posted first.`);
      if (document) shown = openList(server, await vscode.window.showTextDocument(document));
    },
  };
}
