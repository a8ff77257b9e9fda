import { referenceTarget } from '../archive/referenceText.js';
import { sessionNotes } from '../archive/sessionNotes.js';
import type { SessionFact } from '../document/sessions.js';
import type { DocumentContext } from './rule.js';

/** What the field `Notes` of a session may say, the likeliest first: where the archive knows them to be, and that there are none. */
export function answersForNotes(session: SessionFact | undefined, { archive }: DocumentContext): string[] {
  const { addresses, documents } = session ? sessionNotes(archive, session) : { addresses: [], documents: [] };
  const known = [
    ...addresses.map((url) => `<${url}>`),
    ...documents.map(({ title }) => `[[${referenceTarget(title)}]]`),
  ];
  return [...known, 'none', 'unknown'];
}
