import { foldTitle } from '../archive/names.js';
import { titleDepth, type Document, type DocumentFacts, type PlacedFacts } from '../document/document.js';
import type { FieldLabel } from '../document/schema.js';
import { lineEnding } from '../rules/insertField.js';
import { say } from '../text/say.js';
import type { Problem } from './beginning/sessionMeant.js';
import { writtenTitle } from './beginning/plainValue.js';
import { lineAt } from './context.js';

/** A session that is to be entered on an event's page. */
export interface NewSession {
  /** Where it goes. */
  readonly offset: number;
  /** As a snippet of LSP, with the blank lines around it. */
  readonly snippet: string;
}

export interface SessionWish {
  readonly title: string;
  /** A line (from 0) of the group it belongs to; where none is told, the sessions without notes, else the last group. */
  readonly line?: number | undefined;
}

const asked: readonly FieldLabel[] = ['Host', 'Topics'];

/** Enters a session at the end of its group. */
export function newSession(document: Document, { title, line }: SessionWish): NewSession | Problem {
  const { facts, text } = document;
  const plain = title.replace(/\s+/g, ' ').trim();
  if (facts.kind !== 'event') return { problem: say`"${facts.title}" is no page of an event; sessions stand on one` };
  if (plain === '') return { problem: say`a session needs a title` };
  if (facts.sessions.some((session) => foldTitle(session.title) === foldTitle(plain)))
    return { problem: say`"${facts.title}" has a session called "${plain}" already; give it another title` };
  const group = groupAt(facts, line);
  const end = group ? endOf(group, facts) : facts.sections.length;
  const until = facts.sections[end]?.start ?? text.length;
  const offset = text.slice(0, until).trimEnd().length;
  const depth = '#'.repeat((group?.facts.heading?.depth ?? titleDepth(facts)) + 1);
  const newline = lineEnding(text);
  const fields = asked.map((label, index) => `- ${label}: $${index + 1}`).join(newline);
  const heading = `${depth} ${writtenTitle(plain).replace(/[\\$}]/g, '\\$&')}`;
  const tail = until === text.length && offset === text.length ? newline : '';
  return { offset, snippet: [newline + newline, heading, newline + newline, fields, '$0', tail].join('') };
}

function groupAt(document: DocumentFacts, line: number | undefined): PlacedFacts | undefined {
  const own = new Set(document.sessions.map(({ section }) => section));
  const depth = titleDepth(document) + 1;
  const groups = document.sections.filter(({ index, facts }) => facts.heading?.depth === depth && !own.has(index));
  const told = line === undefined ? undefined : groups.find(({ start }) => lineAt(document, start) === line);
  return told ?? groups.find(({ facts }) => facts.heading?.role === 'unpublished') ?? groups.at(-1);
}

/** Index of the section behind a group and all that stands below it. */
function endOf(group: PlacedFacts, { sections }: DocumentFacts): number {
  const depth = group.facts.heading?.depth ?? 0;
  const next = sections.findIndex(({ index, facts }) => index > group.index && (facts.heading?.depth ?? 0) <= depth);
  return next < 0 ? sections.length : next;
}
