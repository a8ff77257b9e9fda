import { mentionsIn, type Archive } from '../../../archive/archive.js';
import type { Person } from '../../../archive/people.js';
import type { Document } from '../../../document/document.js';
import { isMailbox } from './outgoingMail.js';

/** Those whom a document names and whose address the register has, as `Name <name@host>`: they may want a copy. */
export function offeredCopies(document: Document, archive: Archive): string[] {
  const found = new Map<string, Person>();
  for (const section of document.facts.sections)
    for (const { name, unnamed } of mentionsIn(section)) {
      const resolution = unnamed ? undefined : archive.person(name, document.facts);
      if (resolution?.kind === 'person') found.set(resolution.person.name, resolution.person);
    }
  return [...found.values()]
    .flatMap(({ name, mail }) => (mail === undefined ? [] : [`${quoted(name)} <${mail}>`]))
    .filter(isMailbox);
}

/** A display name; quotes keep what means something in an address, such as a comma, from doing so. */
function quoted(name: string): string {
  return /[^\p{L}\p{M}\p{N} '-]/u.test(name) ? `"${name.replace(/["\\]/g, '')}"` : name;
}
