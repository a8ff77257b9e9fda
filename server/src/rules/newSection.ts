import { titleDepth, type DocumentFacts } from '../document/document.js';
import { say } from '../text/say.js';
import { insertAt, lineEnding } from './insertField.js';
import type { DocumentContext, Fix } from './rule.js';

/** What would be markup in a heading, or end it. */
const markup = /[*_`<>[\]\\#\n]/;

/** Adds the section that a reference is to lead to, at the end of its page: a session where the page is that of an event. */
export function addSection(title: string, page: DocumentFacts, { archive, document }: DocumentContext): Fix[] {
  // What ships is not the user's to change.
  if (title.trim() === '' || markup.test(title) || !archive.documents.has(page.path)) return [];
  const isOwn = page.path === document.facts.path;
  const newline = isOwn ? lineEnding(document.text) : '\n';
  const last = page.sessions.at(-1)?.section;
  const session = last === undefined ? undefined : page.sections[last]?.facts.heading;
  const end = page.sections.at(-1)?.end ?? 0;
  const lines = [
    ...(page.lineStarts.at(-1) === end ? [''] : ['', '']),
    `${'#'.repeat(session?.depth ?? titleDepth(page) + 1)} ${title.trim()}`,
    '',
    page.kind === 'event' ? '- Notes: TODO' : 'TODO',
    '',
  ];
  const edits = [insertAt(end, lines.join(newline))];
  if (isOwn) return [{ title: orderHere(title.trim(), page), edits }];
  return [{ title: orderElsewhere(title.trim(), page), edits: [], elsewhere: [{ path: page.path, edits }] }];
}

function orderHere(title: string, { kind }: DocumentFacts): string {
  return kind === 'event' ? say`Add the session "${title}"` : say`Add the section "${title}"`;
}

function orderElsewhere(title: string, page: DocumentFacts): string {
  return page.kind === 'event'
    ? say`Add the session "${title}" to "${page.title}"`
    : say`Add the section "${title}" to "${page.title}"`;
}
