import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocument, type DocumentFacts } from '../../server/src/document/document.js';
import type { PersonMention } from '../../server/src/document/facts.js';
import { markdownBelow, otherMinutes, read } from '../support/documents.js';

/** Minutes with a heading "Present" and one person an item, as `Name @handle (TSC)` or `Name (@handle)`. */
const folders = ['nodejs-tsc/meetings', 'cross-project-council/meetings'];
const entry = /^[*-] +([^@()[\]<>:,\n]+?) +(?:@([\w-]+)|\(@([\w-]+)\))(?: +\(([^()@/,:]+)\))? *$/gm;

interface Expected {
  readonly name: string;
  readonly handle: string;
  readonly role: string | undefined;
}

/** The plain entries of the list below "Present", read by their form alone. */
function expectedIn(text: string): Expected[] {
  const list = /^#+ Present\s*\n([\s\S]*?)(?=^#|(?![\s\S]))/m.exec(text)?.[1] ?? '';
  return [...list.matchAll(entry)].map(([, name = '', one, other, role]) => ({
    name,
    handle: one ?? other ?? '',
    role,
  }));
}

function isRead({ name, handle, role }: Expected, people: readonly PersonMention[]): boolean {
  return people.some(
    (person) =>
      person.name === name &&
      person.handle === handle &&
      (role === undefined ||
        person.roles.some((each) => each.toLowerCase() === role.toLowerCase()) ||
        person.affiliation !== undefined),
  );
}

function attendees({ sections }: DocumentFacts): PersonMention[] {
  return sections.flatMap(({ facts }) => facts.people.filter(({ as }) => as === 'attendee'));
}

describe.each(folders)('the minutes in %s', (folder) => {
  const documents = markdownBelow(path.join(otherMinutes, folder))
    .map((file) => ({ file, text: read(file) }))
    .filter(({ text }) => expectedIn(text).length > 1)
    .map(({ file, text }) => ({ expected: expectedIn(text), facts: readDocument(file, text).facts }));

  it('are minutes', () => {
    const others = documents.filter(({ facts }) => facts.kind !== 'minutes').map(({ facts }) => facts.path);
    expect(others.length).toBeLessThanOrEqual(documents.length * 0.03);
  });

  it('name those present with handle and role apart', () => {
    const all = documents.flatMap(({ expected, facts }) =>
      expected.map((each) => ({ each, people: attendees(facts) })),
    );
    const unread = all.filter(({ each, people }) => !isRead(each, people)).map(({ each }) => each);
    expect(unread.length, JSON.stringify(unread.slice(0, 10))).toBeLessThanOrEqual(all.length * 0.03);
  });
});
