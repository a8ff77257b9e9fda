import type { Archive } from '../../archive/archive.js';
import { decoded, foldTitle } from '../../archive/names.js';
import { resolveReference, type Found, type Resolution } from '../../archive/references.js';
import { referenceTarget } from '../../archive/referenceText.js';
import { sessionNamed } from '../../archive/sessionNotes.js';
import { anchorOf, sectionAnchored, sectionTitled } from '../../archive/sectionNames.js';
import { place, readDocument, type Document, type DocumentFacts, type PlacedFacts } from '../../document/document.js';
import type { Reference } from '../../document/facts.js';
import { fieldType } from '../../document/schema.js';
import { applyEdits, type TextEdit } from '../../text/edits.js';
import { say } from '../../text/say.js';
import { formerlyEdit } from './formerly.js';
import { filesOf, type Documents, type Refused, type Renamed } from './renamed.js';

/** A heading that gets another text, and what it was. */
interface Renaming {
  readonly archive: Archive;
  readonly page: DocumentFacts;
  /** Absent for a page whose title its front matter states. */
  readonly section?: PlacedFacts;
  readonly isTitle: boolean;
  readonly title: string;
  readonly to: string;
  /** The page as it will be. */
  readonly after: DocumentFacts;
}

/**
 * A page's or section's new title: its heading, the references and links that lead there, the names of its notes, and the former title
 * where readers may still look for it.
 */
export function renameSection(
  archive: Archive,
  page: Document,
  section: PlacedFacts | undefined,
  to: string,
  documents: Documents,
): Renamed | Refused {
  const { facts } = page;
  const isTitle = section === undefined || section.index === facts.titleIndex;
  const title = isTitle ? facts.title : (section.facts.heading?.title ?? '');
  const heading = section?.facts.heading;
  const span = section && heading ? place(section, heading.titleSpan) : facts.titleSpan;
  const edits = [{ span, text: to }];
  const after = readDocument(page.path, applyEdits(page.text, edits), page.options).facts;
  const refused = whyNot(archive, page, { section, isTitle, to, after });
  if (refused !== undefined) return { refused };
  const renaming: Renaming = { archive, page: facts, ...(section && { section }), isTitle, title, to, after };
  const isSession = facts.sessions.some((each) => each.section === section?.index);
  const former =
    section && (isSession || (isTitle && facts.kind === 'event'))
      ? formerlyEdit(page, section, [title, to])
      : undefined;
  return {
    files: filesOf(documents, (document) => [
      ...(document.path === page.path ? [...edits, ...(former ? [former] : [])] : []),
      ...editsIn(document, renaming),
    ]),
    left: [],
  };
}

interface Wish {
  readonly section: PlacedFacts | undefined;
  readonly isTitle: boolean;
  readonly to: string;
  /** The page as it would be. */
  readonly after: DocumentFacts;
}

function whyNot(
  archive: Archive,
  { path, facts }: Document,
  { section, isTitle, to, after }: Wish,
): string | undefined {
  if (!/[\p{L}\p{N}]/u.test(to)) return say`a title has a letter or a number`;
  if (/[\r\n]/.test(to)) return say`a title stands on one line`;
  const other = sectionTitled(facts, foldTitle(to));
  if (other && other.index !== section?.index) return say`"${facts.title}" has a section "${to}" already`;
  const [page] = isTitle ? archive.pages(to).filter((each) => each.path !== path) : [];
  if (page) return say`there is a page "${page.title}" already`;
  const says = isTitle ? after.title : after.sections[section?.index ?? 0]?.facts.heading?.title;
  if (says !== to || after.sections.length !== facts.sections.length)
    return say`as a heading this would say "${says ?? ''}"; write it otherwise`;
  if (after.kind !== facts.kind)
    return say`under that title the page would be read as ${after.kind ?? say`none of our kinds`}, not as ${facts.kind ?? say`other Markdown`}`;
  const role = section?.facts.heading?.role;
  const now = after.sections[section?.index ?? 0]?.facts.heading?.role;
  return section && !isTitle && role !== now
    ? say`"${to}" would say something else of what stands below it`
    : undefined;
}

function editsIn(document: Document, renaming: Renaming): TextEdit[] {
  const { facts, text } = document;
  return facts.sections.flatMap((section) => [
    ...section.facts.references.flatMap((reference) => {
      const { start, end } = place(section, reference.span);
      return referenceEdits(reference, text.slice(start, end), facts, renaming).map((edit) => ({
        ...edit,
        span: { start: start + edit.span.start, end: start + edit.span.end },
      }));
    }),
    ...namedEdits(section, document, renaming),
  ]);
}

/** Edits within the source of one reference. */
function referenceEdits(reference: Reference, source: string, from: DocumentFacts, renaming: Renaming): TextEdit[] {
  if (reference.kind === 'xsa') return [];
  const to = resolveReference(renaming.archive, reference, from);
  if (to.kind !== 'found' || to.document.path !== renaming.page.path) return [];
  return reference.kind === 'wiki'
    ? wikiEdits(reference, source, to, renaming)
    : linkEdits(reference.target, source, to, renaming);
}

function wikiEdits(
  { page, section }: Extract<Reference, { kind: 'wiki' }>,
  source: string,
  to: Found,
  renaming: Renaming,
): TextEdit[] {
  const [target = '', shown] = source.slice(2, -2).split('|', 2);
  const hash = target.includes('#') ? target.indexOf('#') : target.length;
  const edits: TextEdit[] = [];
  if (renaming.isTitle && page !== '' && foldTitle(page) === foldTitle(renaming.title))
    edits.push(inPlace(target.slice(0, hash), 2, referenceTarget(renaming.to)));
  if (section !== undefined && isHere(to, renaming) && foldTitle(section) === foldTitle(renaming.title))
    edits.push(inPlace(target.slice(hash + 1), 2 + hash + 1, referenceTarget('', renaming.to).slice(1)));
  if (edits.length > 0 && shown?.trim() === renaming.title)
    edits.push(inPlace(shown, 2 + target.length + 1, renaming.to));
  return edits;
}

function isHere({ section }: Found, renaming: Renaming): boolean {
  return section !== undefined && section.index === renaming.section?.index;
}

/** A part of a source with another text between its blanks, in underscores where it is written so. */
function inPlace(part: string, at: number, to: string): TextEdit {
  const start = at + part.length - part.trimStart().length;
  const bare = part.trim();
  return {
    span: { start, end: start + bare.length },
    text: /_/.test(bare) && !/ /.test(bare) ? to.replace(/ /g, '_') : to,
  };
}

/** A section below a heading of the same name may get another anchor with it. */
function linkEdits(target: string, source: string, { document, section }: Found, { after }: Renaming): TextEdit[] {
  const [path = '', anchor] = target.split('#', 2);
  if (anchor === undefined || !section || document.path !== after.path) return [];
  if (sectionAnchored(after, decoded(anchor).toLowerCase())?.index === section.index) return [];
  const now = after.sections[section.index];
  const start = source.lastIndexOf(`${path}#${anchor}`);
  if (!now || start < 0) return [];
  const span = { start: start + path.length + 1, end: start + path.length + 1 + anchor.length };
  return [{ span, text: anchorOf(after, now) }];
}

/** Where the session is named without a reference: in the field of its notes, and in their title. */
function namedEdits(section: PlacedFacts, document: Document, renaming: Renaming): TextEdit[] {
  const { archive, title, to } = renaming;
  const { facts, text } = document;
  const leads = (found: Resolution | undefined): boolean =>
    found?.kind === 'found' && found.document.path === renaming.page.path && isHere(found, renaming);
  const edits: TextEdit[] = [];
  for (const field of section.facts.fields) {
    if (fieldType(field) !== 'session') continue;
    const found = sessionNamed(archive, facts, section, field);
    if (!leads(found)) continue;
    // A reference ends with its brackets, and has been looked at.
    edits.push(...lastIn(text, place(section, field.valueSpan), title, to));
    if (facts.kind === 'notes') edits.push(...lastIn(text, facts.titleSpan, title, to));
  }
  return edits;
}

/** The last place of a title in a stretch of text, when the stretch ends with it. */
function lastIn(text: string, { start, end }: TextEdit['span'], title: string, to: string): TextEdit[] {
  return text.slice(start, end).endsWith(title) ? [{ span: { start: end - title.length, end }, text: to }] : [];
}
