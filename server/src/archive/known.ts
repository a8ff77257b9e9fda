import type { DocumentFacts } from '../document/document.js';
import { looksLikeName } from '../document/reading/people.js';
import { mentionsIn, type Archive } from './archive.js';
import { firstName, foldName } from './names.js';

interface Listed {
  readonly names: ReadonlySet<string>;
  readonly firstNames: ReadonlySet<string>;
}

const memo = new WeakMap<DocumentFacts, Listed>();

/** Full names that a document lists: of attendees, of fields, of owners; whoever only speaks is not listed. */
function listedIn(document: DocumentFacts): Listed {
  const known = memo.get(document);
  if (known) return known;
  const full = document.sections
    .flatMap(mentionsIn)
    .filter(({ as, name }) => as !== 'speaker' && as !== 'clarifier' && /\s/.test(name) && looksLikeName(name))
    .map(({ name }) => name);
  const listed = {
    names: new Set(full.map(foldName)),
    firstNames: new Set(full.map((name) => foldName(firstName(name)))),
  };
  memo.set(document, listed);
  return listed;
}

/**
 * Whether capitalised words are likely a person's name, and no heading such as "Next Steps": somebody is listed under it, or
 * somebody of that first name is, in this archive, in the one it falls back to, or in a register.
 */
export function isLikelyPerson(archive: Archive, name: string): boolean {
  if (!/^\p{Lu}[\p{Ll}'’]+[\p{L}'’.\s-]*\s\p{L}*\p{Ll}/u.test(name)) return false;
  const [full, first] = [foldName(name), foldName(firstName(name))];
  if (archive.people.byFirstName.has(first)) return true;
  for (let each: Archive | undefined = archive; each; each = each.fallback) {
    for (const document of each.documents.values()) {
      const listed = listedIn(document);
      if (listed.names.has(full) || listed.firstNames.has(first)) return true;
    }
  }
  return false;
}
