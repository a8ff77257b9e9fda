import type * as vscode from 'vscode';
import type { Place } from '../../../server/src/lsp/protocol.js';
import { section } from '../config.js';
import { say } from '../../../server/src/text/say.js';
import type { ActionNode } from './actionNodes.js';
import type { ArchiveNode } from './nodes.js';

/** Where a node of either tree stands; `undefined` for a node that only groups others. */
export function placeOf(node: ArchiveNode | ActionNode): Place | undefined {
  switch (node.kind) {
    case 'event':
      return node.event;
    case 'group':
      return node.group;
    case 'section':
      return node.section;
    case 'session':
      return node.session;
    case 'meeting':
      return node.meeting;
    case 'notes':
      return node.notes;
    case 'draft':
      return node.draft;
    case 'finding':
      return { uri: node.draft.uri, line: node.finding.diagnostic.range.start.line };
    case 'action':
      return node.action;
    case 'given':
      return node.place;
    case 'owner':
    case 'when':
    case 'meetings':
    case 'apart':
    case 'topics':
    case 'people':
    case 'topic':
    case 'person':
    case 'drafts':
    case 'unwritten':
    case 'host':
      return undefined;
  }
}

/** Where in the window a line is shown: a heading with what follows it, an action with what led to it. */
export type Where = 'top' | 'middle';

/** The command a click on a node runs. */
export function openCommand(place: Place, where: Where): vscode.Command {
  return { command: `${section}.open`, title: say`Open`, arguments: [place, where] };
}
