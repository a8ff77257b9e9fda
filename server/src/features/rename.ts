import type { Document, DocumentFacts } from '../document/document.js';
import type { Span } from '../text/span.js';
import { either, say } from '../text/say.js';
import type { FeatureContext } from './context.js';
import { occurrences } from './occurrences.js';
import { renamePerson } from './rename/person.js';
import { type Refused, type Renamed } from './rename/renamed.js';
import { renameSection } from './rename/section.js';
import { renameTopic } from './rename/topic.js';
import { subjectOf, type Subject } from './subject.js';
import { targetAt, type Target } from './target.js';

export type { Refused, Renamed } from './rename/renamed.js';
export { isRefused } from './rename/renamed.js';

/** What is renamed at a place: its range there, and what it is called. */
export interface RenamePlace {
  readonly span: Span;
  readonly name: string;
}

/** What can be renamed at an offset; why it cannot where something stands that has no other name; `undefined` for plain text. */
export function prepareRename(context: FeatureContext, offset: number): RenamePlace | Refused | undefined {
  const found = renamableAt(context, offset);
  if (!found || 'refused' in found) return found;
  return { span: found.span, name: nameOf(found.subject) };
}

/** Paths of own documents that speak of what stands at an offset, and may change with it. */
export function renamedIn(context: FeatureContext, offset: number): readonly string[] {
  const found = renamableAt(context, offset);
  if (!found || 'refused' in found) return [];
  const { archive } = context;
  const { subject } = found;
  // An anchor of any section may change with a heading; a short name may mean several.
  if (subject.kind === 'person') return [...archive.documents.keys()];
  const whole: Subject = subject.kind === 'section' ? { kind: 'section', document: subject.document } : subject;
  const speaking = occurrences(archive, whole, archive.documents.values()).map(({ document }) => document.path);
  const notes = [...archive.documents.values()].filter(
    (document) => subject.kind === 'section' && document.kind === 'notes',
  );
  return [...new Set([...speaking, ...notes.map(({ path }) => path)])];
}

/** What another name changes, in documents as they are now: those of {@link renamedIn}, and the open one among them. */
export function rename(
  context: FeatureContext,
  offset: number,
  to: string,
  documents: readonly Document[],
): Renamed | Refused | undefined {
  const found = renamableAt(context, offset);
  if (!found || 'refused' in found) return found;
  const { archive } = context;
  const { subject } = found;
  const name = to.trim();
  if (name === nameOf(subject)) return { files: [], left: [] };
  if (subject.kind === 'topic') return renameTopic(archive, subject, name, documents);
  if (subject.kind === 'person') {
    const { wanted, declaration } = subject;
    return renamePerson(archive, { ...wanted, ...(declaration && { declaration }) }, name, documents);
  }
  const page = documents.find(({ path }) => path === subject.document.path);
  const section = subject.section ?? titleSectionOf(subject.document);
  if (!page) return { refused: say`"${subject.document.title}" cannot be read; check its file, and rename again` };
  return renameSection(archive, page, section, name, documents);
}

function titleSectionOf({ sections, titleIndex }: DocumentFacts): DocumentFacts['sections'][number] | undefined {
  return titleIndex === undefined ? undefined : sections[titleIndex];
}

function nameOf(subject: Subject): string {
  if (subject.kind === 'person') return subject.wanted.name;
  if (subject.kind === 'topic') return subject.name;
  return subject.section?.facts.heading?.title ?? subject.document.title;
}

interface Renamable {
  readonly subject: Subject;
  readonly span: Span;
}

function renamableAt(context: FeatureContext, offset: number): Renamable | Refused | undefined {
  const { document, archive } = context;
  const target = targetAt(context, offset);
  // Other Markdown is left to the editor's own renaming.
  if (!target || document.facts.kind === undefined) return undefined;
  if (target.kind === 'label' || target.kind === 'marker')
    return { refused: say`this is a word of the format, and nobody's name` };
  const subject = subjectOf(target, document.facts);
  if (!subject) return { refused: whyNone(target) };
  const declared = subject.kind === 'section' ? subject.document.path : subject.declaration?.path;
  if (declared !== undefined && !archive.documents.has(declared)) return shipped(nameOf(subject));
  if (subject.kind === 'section') return partAt(target, subject, document, offset);
  if (subject.kind === 'person' && !subject.declaration && !/\s/.test(subject.wanted.name))
    return { refused: say`"${subject.wanted.name}" may be several people; write the full name first` };
  return { subject, span: target.span };
}

function shipped(name: string): Refused {
  return {
    refused: say`"${name}" is known from the archive that comes with Xen Session Notes; write it into your own first`,
  };
}

function whyNone(target: Target): string {
  if (target.kind === 'person' && target.resolution.kind === 'ambiguous')
    return say`"${target.mention.name}" may be ${either(target.resolution.candidates)}; write the full name first`;
  return target.kind === 'reference' && target.resolution.kind === 'external'
    ? say`this address leads out of the archive`
    : say`this leads nowhere yet; mend the reference first`;
}

/** In `[[Page#Section]]` the page is meant by its own part. */
function partAt(
  target: Target,
  subject: Extract<Subject, { kind: 'section' }>,
  { text }: Document,
  offset: number,
): Renamable {
  const whole = { subject, span: target.span };
  if (target.kind !== 'reference' || target.reference.kind !== 'wiki') return whole;
  const { start, end } = target.span;
  const source = text.slice(start, end);
  const hash = source.indexOf('#');
  if (!source.startsWith('[[') || hash < 0) return whole;
  if (offset < start + hash && hash > 2)
    return { subject: { kind: 'section', document: subject.document }, span: { start: start + 2, end: start + hash } };
  const close = source.includes('|') ? source.indexOf('|') : source.length - 2;
  return { subject, span: { start: start + hash + 1, end: start + close } };
}
