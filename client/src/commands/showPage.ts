import * as vscode from 'vscode';
import { subjectsRequest, type SubjectsView } from '../../../server/src/lsp/protocol.js';
import { counted, say } from '../../../server/src/text/say.js';
import type { Pages } from '../pages/pages.js';
import type { Server } from '../server.js';
import type { ActionNode } from '../views/actionNodes.js';
import type { ArchiveNode } from '../views/nodes.js';
import { documentsCounted, period } from '../views/words.js';

export interface PageContext {
  readonly server: Server;
  readonly pages: Pages;
}

/** What a page is asked of: a name, or what was clicked on in a tree. */
export type Subject = string | ArchiveNode | ActionNode;

type Item = vscode.QuickPickItem & { readonly name: string };

/** Shows a topic through the years; asks which, where none or several are meant. */
export async function showTopic(context: PageContext, subject?: Subject): Promise<void> {
  const names = typeof subject === 'object' ? topicsOf(subject) : subject;
  const name = await chosen(names, say`Topic through the years`, () => topicItems(context.server));
  if (name !== undefined) await context.pages.show({ page: 'topic', name });
}

/** Shows somebody through the years; asks whom, where nobody or several are meant. */
export async function showPerson(context: PageContext, subject?: Subject): Promise<void> {
  const names = typeof subject === 'object' ? peopleOf(subject) : subject;
  const name = await chosen(names, say`Person through the years`, () => personItems(context.server));
  if (name !== undefined) await context.pages.show({ page: 'person', name });
}

function topicsOf(node: ArchiveNode | ActionNode): readonly string[] {
  if (node.kind === 'session') return node.session.topics;
  return node.kind === 'topic' ? [node.topic.name] : [];
}

function peopleOf(node: ArchiveNode | ActionNode): readonly string[] {
  switch (node.kind) {
    case 'session':
      return node.session.hosts;
    case 'person':
      return [node.person.name];
    case 'action':
      return node.action.owners;
    case 'owner':
      return node.owner === undefined ? [] : [node.owner];
    case 'host':
      return node.host === undefined ? [] : [node.host];
    default:
      return [];
  }
}

/** The one name that is meant, or one that is chosen of several, or of all there are. */
async function chosen(
  names: string | readonly string[] = [],
  title: string,
  all: () => Promise<Item[]>,
): Promise<string | undefined> {
  if (typeof names === 'string') return names;
  if (names.length === 1) return names[0];
  const items = names.length > 0 ? names.map((name): Item => ({ name, label: name })) : all();
  const placeHolder = say`A name, or the beginning of one`;
  return (await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDescription: true }))?.name;
}

async function topicItems(server: Server): Promise<Item[]> {
  const { topics = [] } = (await server.ask<SubjectsView>(subjectsRequest, {})) ?? {};
  return topics.map(({ name, group, places, ...years }) => ({
    name,
    label: name,
    description: [counted(places, say`1 place`, say`${places} places`), period(years)].filter(Boolean).join(', '),
    ...(group !== undefined && { detail: group }),
  }));
}

async function personItems(server: Server): Promise<Item[]> {
  const { people = [] } = (await server.ask<SubjectsView>(subjectsRequest, {})) ?? {};
  return people.map(({ name, documents, ...years }) => ({
    name,
    label: name,
    description: [documentsCounted(documents), period(years)].filter(Boolean).join(', '),
  }));
}
