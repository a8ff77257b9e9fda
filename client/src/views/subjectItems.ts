import * as vscode from 'vscode';
import { counted, say } from '../../../server/src/text/say.js';
import { section } from '../config.js';
import type { SubjectNode } from './nodes.js';
import { documentsCounted, period } from './words.js';

/** How topics and people are shown; a click shows their page. */
export function subjectItem(node: SubjectNode): vscode.TreeItem {
  switch (node.kind) {
    case 'topics':
      return rootItem('topics', say`Topics`, 'tag');
    case 'people':
      return rootItem('people', say`People`, 'organization');
    case 'topic': {
      const { name, places } = node.topic;
      return leaf('topic', name, 'tag', [counted(places, say`1 place`, say`${places} places`), period(node.topic)]);
    }
    case 'person': {
      const { name, documents } = node.person;
      return leaf('person', name, 'person', [documentsCounted(documents), period(node.person)]);
    }
  }
}

function rootItem(kind: 'topics' | 'people', label: string, icon: string): vscode.TreeItem {
  return Object.assign(new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed), {
    id: `subjects ${kind}`,
    iconPath: new vscode.ThemeIcon(icon),
    tooltip: say`Each through the years`,
    accessibilityInformation: { label },
    contextValue: kind,
  });
}

function leaf(kind: 'topic' | 'person', name: string, icon: string, details: readonly string[]): vscode.TreeItem {
  const words = details.filter((each) => each !== '');
  const command = `${section}.${kind === 'topic' ? 'showTopic' : 'showPerson'}`;
  return Object.assign(new vscode.TreeItem(name), {
    id: `${kind} ${name}`,
    iconPath: new vscode.ThemeIcon(icon),
    description: words.join(', '),
    tooltip: [name, ...words].join(', '),
    accessibilityInformation: { label: [name, ...words].join(', ') },
    contextValue: kind,
    command: { command, title: say`Through the years`, arguments: [name] },
  });
}
