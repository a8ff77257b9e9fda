import * as vscode from 'vscode';
import type { Shown } from '../posting/list.js';
import { openList } from '../posting/pick.js';
import type { Server } from '../server.js';

/** What stands in the way of posting a document: the list as it is open, for tests. */
export interface Posting {
  readonly shown: Shown | undefined;
  check(resource?: vscode.Uri): Promise<void>;
}

export function createPosting(server: Server): Posting {
  let shown: () => Shown | undefined = () => undefined;
  return {
    get shown() {
      return shown();
    },
    /** Checks the document of a menu's resource, else the one that is being edited. */
    async check(resource) {
      const uri = resource ?? vscode.window.activeTextEditor?.document.uri;
      if (!uri) {
        void vscode.window.showInformationMessage('Open the document to be posted first.');
        return;
      }
      shown = openList(server, await vscode.window.showTextDocument(uri));
    },
  };
}
