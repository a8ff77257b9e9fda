import type { SessionEntry } from '../archive/archive.js';
import { foldTitle } from '../archive/names.js';
import { namedSession, sessionsCalled } from '../archive/references.js';
import { sessionByTitle } from '../archive/sessionByTitle.js';
import { yearOf } from '../document/dates.js';
import type { PlacedFacts } from '../document/document.js';
import type { Field } from '../document/facts.js';
import { placeholders, statedNone, statedUnknown } from '../document/schema.js';
import { overlaps } from '../text/span.js';
import { noSection, wiki, type Problem } from './brokenReference.js';
import type { DocumentContext } from './rule.js';
import { say } from '../text/say.js';

/**
 * A field `Session` that names a session the archive knows, but does not refer to it: nothing leads from the notes to the
 * session, nor back. What the archive has never heard of is left alone.
 */
export function problemOfSession(field: Field, section: PlacedFacts, context: DocumentContext): Problem | undefined {
  const { archive, document } = context;
  if (field.label !== 'Session' || isAnswer(field.value)) return undefined;
  if (section.facts.references.some((reference) => overlaps(reference.span, field.span))) return undefined;
  const named = namedSession(archive, field.value, document.facts);
  if (named?.resolution.kind === 'noSection') return noSection(named, named.resolution.document, context);
  const titles =
    named?.resolution.kind === 'found'
      ? [{ page: named.resolution.document.title, section: named.resolution.section?.facts.heading?.title }]
      : sessionsNamed(field.value, context).map((entry) => ({
          page: entry.document.title,
          section: entry.session.title,
        }));
  if (titles.length === 0) return undefined;
  const instead = titles.map(({ page, section: title }) =>
    // A proposal is a page and its session in one.
    wiki(page, title === undefined || foldTitle(title) === foldTitle(page) ? undefined : title),
  );
  return { message: say`the session is named, and nothing leads to it; write a reference`, instead };
}

/** Sessions of that title, else the one that is certainly meant by it. */
function sessionsNamed(title: string, { archive, document: { facts } }: DocumentContext): readonly SessionEntry[] {
  const called = sessionsCalled(archive, title, facts);
  if (called.length > 0) return called;
  const year = yearOf(facts.date?.iso);
  const search = sessionByTitle(archive.knownSessions(), { title, years: year === undefined ? [] : [year] });
  return search.kind === 'found' ? [search.entry] : [];
}

function isAnswer(value: string): boolean {
  return value === '' || [statedUnknown, statedNone, ...placeholders].some((form) => form.test(value));
}
