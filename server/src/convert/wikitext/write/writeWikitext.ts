import type { Definition, FootnoteDefinition, Heading, Root, RootContent } from 'mdast';
import type { Archive } from '../../../archive/archive.js';
import { readDocument, type Document, type PlacedFacts } from '../../../document/document.js';
import { fieldNamed } from '../../../document/reading/section.js';
import { parseWhole } from '../../../document/remark.js';
import { projectParameters } from '../../../document/schema.js';
import type { Exported } from '../../exporters.js';
import { unreadableAt } from '../../nesting.js';
import { isHeading } from '../../nodes.js';
import { templateForms } from '../forms.js';
import { preformatted, writeBlocks } from './blocks.js';
import type { WriteContext } from './context.js';
import { escapeUrl } from './escape.js';
import { writeInline } from './inline.js';
import { marksOf } from './marks.js';
import { isProject, itemOf, writeProject, type Part } from './project.js';
import { unwrapped } from '../../wrap.js';

/** A document as the source of a wiki page. */
export function writeWikitext(document: Document, archive: Archive): Exported {
  // remark counts no byte order mark.
  if (document.text.startsWith('\ufeff'))
    return writeWikitext(readDocument(document.path, document.text.slice(1), document.options), archive);
  const unreadable = unreadableAt(document.text);
  if (unreadable)
    return {
      text: `${preformatted(document.text.trimEnd())}\n`,
      uncertain: [{ line: unreadable.line + 1, what: unreadable.what }],
    };
  const root = parseWhole(document.text, { frontMatter: true });
  const context = createContext(document, archive, root);
  const parts = partsOf(root.children, document);
  const titleAt = titleOf(parts);
  const title = parts[titleAt]?.placed.facts.heading?.title;
  const blocks = writeParts({ parts, context, titleAt, depth: 1 });
  const head = title === undefined ? [] : [`<!-- Page: ${title.replace(/-{2,}/g, '-')} -->`];
  const notes = context.noted.size > 0 ? ['<references />'] : [];
  return { text: `${[...head, ...blocks, ...notes].join('\n\n')}\n`, uncertain: context.uncertain };
}

/** Index of the part that has the page's title: the first heading, where no other is as high; -1 when there is none. */
function titleOf(parts: readonly Part[]): number {
  const first = parts.findIndex(({ heading }) => heading);
  const depth = parts[first]?.heading?.depth ?? 0;
  return parts.some(({ heading }, index) => index !== first && heading && heading.depth <= depth) ? -1 : first;
}

function createContext(document: Document, archive: Archive, root: Root): WriteContext {
  const definitions = new Map<string, Definition>();
  const footnotes = new Map<string, FootnoteDefinition>();
  for (const node of root.children) {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
    if (node.type === 'footnoteDefinition' && !footnotes.has(node.identifier)) footnotes.set(node.identifier, node);
  }
  return {
    document,
    archive,
    forms: templateForms(archive.config),
    definitions,
    footnotes,
    noted: new Set(),
    marks: new Map([...marksOf(document)].sort(([one], [other]) => one - other)),
    uncertain: [],
    where: 'line',
    linesBefore: 0,
  };
}

/** Blocks in the sections that the document is cut at; a section begins at a heading that stands in nothing else. */
function partsOf(blocks: readonly RootContent[], { facts }: Document): Part[] {
  const parts: { placed: PlacedFacts; heading: Heading | undefined; blocks: RootContent[] }[] = [];
  let index = -1;
  for (const node of blocks) {
    const offset = node.position?.start.offset ?? 0;
    const before = index;
    while (index + 1 < facts.sections.length && (facts.sections[index + 1]?.start ?? 0) <= offset) index++;
    const placed = facts.sections[index];
    if (placed && index !== before) parts.push({ placed, heading: isHeading(node) ? node : undefined, blocks: [] });
    if (index === before || !isHeading(node)) parts.at(-1)?.blocks.push(node);
  }
  return parts;
}

interface Writer {
  readonly parts: readonly Part[];
  readonly context: WriteContext;
  /** Index of the part whose heading is the page's title. */
  readonly titleAt: number;
  /** Depth of the last heading that was written as one. */
  depth: number;
}

function writeParts(writer: Writer): string[] {
  const blocks: string[] = [];
  for (let index = 0; index < writer.parts.length; index++) {
    const part = writer.parts[index];
    if (!part) break;
    const long = isProject(part) ? longFields(writer.parts, index) : [];
    const project = isProject(part) ? projectBlocks(part, long, index, writer) : undefined;
    for (const block of project ?? sectionBlocks(part, index, writer)) blocks.push(block);
    if (project) index += long.length;
  }
  return blocks;
}

/** The sections behind a proposal that are the long forms of its fields. */
function longFields(parts: readonly Part[], start: number): Part[] {
  const depth = parts[start]?.heading?.depth ?? 0;
  const found: Part[] = [];
  for (let index = start + 1; index < parts.length; index++) {
    const part = parts[index];
    const label = part?.placed.facts.heading?.field;
    const deeper = (parts[index + 1]?.heading?.depth ?? 0) > depth + 1;
    const fits = part?.heading?.depth === depth + 1 && label !== undefined && projectParameters[label] !== undefined;
    if (!part || !fits || deeper) break;
    found.push(part);
  }
  return found;
}

/** A proposal: its template says the title where it stands right below the last heading, else a heading does. */
function projectBlocks(part: Part, long: readonly Part[], index: number, writer: Writer): string[] | undefined {
  const { kind } = writer.context.document.facts;
  if (kind !== 'event' && kind !== 'proposal') return undefined;
  const isTitle = index === writer.titleAt || !part.heading;
  const titled = !isTitle && part.heading?.depth === writer.depth + 1;
  const shown = writeInline(part.heading?.children ?? [], { ...writer.context, where: 'parameter' });
  const project = writeProject(part, long, titled ? unwrapped(shown) : undefined, writer.context);
  if (project === undefined) return undefined;
  return isTitle || titled ? [project] : [headingText(part, writer), project];
}

function sectionBlocks(part: Part, index: number, writer: Writer): string[] {
  const head = index === writer.titleAt || !part.heading ? [] : [headingText(part, writer)];
  const { blocks, notes } = withoutNotes(part, writer.context);
  return [...head, ...writeBlocks(blocks, writer.context), ...notes.map((url) => `For notes, see ${url}`)];
}

function headingText({ heading }: Part, writer: Writer): string {
  if (!heading) return '';
  writer.depth = heading.depth;
  // Signs of their own on both sides are for the title of the page.
  const signs = '='.repeat(Math.min(6, heading.depth + (writer.titleAt < 0 ? 1 : 0)));
  const text = unwrapped(writeInline(heading.children, writer.context)).replace(/^=|=$/g, '&#61;');
  return text === '' ? '' : `${signs} ${text} ${signs}`;
}

/** A session's notes as the wiki has them, in a line of their own below its text. */
function withoutNotes(
  part: Part,
  { document }: WriteContext,
): { readonly blocks: readonly RootContent[]; readonly notes: readonly string[] } {
  const { facts } = part.placed;
  const field = document.facts.kind === 'event' ? fieldNamed(facts, 'Notes') : undefined;
  const [url, ...others] = field?.urls ?? [];
  const found = field && itemOf(field, part);
  const told = !found || url === undefined || others.length > 0 || field.value !== url || /[.,;:!?)'’\s]$/.test(url);
  if (told) return { blocks: part.blocks, notes: [] };
  const blocks = part.blocks.flatMap((block): RootContent[] => {
    if (block !== found.list) return [block];
    const children = found.list.children.filter((item) => item !== found.item);
    return children.length === 0 ? [] : [{ ...found.list, children }];
  });
  return { blocks, notes: [escapeUrl(url)] };
}
