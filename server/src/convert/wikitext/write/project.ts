import type { BlockContent, DefinitionContent, Heading, List, ListItem, RootContent } from 'mdast';
import type { PlacedFacts } from '../../../document/document.js';
import type { Field } from '../../../document/facts.js';
import { projectParameters, projectTitle, type FieldLabel } from '../../../document/schema.js';
import { writeBlocks } from './blocks.js';
import type { WriteContext } from './context.js';
import { escapeText } from './escape.js';
import { writeSlice } from './marked.js';
import { unwrapped } from '../../wrap.js';

/** A section of a document with its blocks as remark reads them. */
export interface Part {
  readonly placed: PlacedFacts;
  readonly heading: Heading | undefined;
  /** What stands below the heading. */
  readonly blocks: readonly RootContent[];
}

const opening: readonly FieldLabel[] = ['Technical contact', 'Date of insert'];

/** Whether a section is a proposal that the project template can hold. */
export function isProject({ placed }: Part): boolean {
  return placed.facts.fields.some(({ label }) => label !== undefined && opening.includes(label));
}

/** The list item that a field stands in; `undefined` for a field in a paragraph. */
export function itemOf(field: Field, part: Part): { readonly list: List; readonly item: ListItem } | undefined {
  const at = part.placed.start + field.span.start;
  for (const list of part.blocks) {
    if (list.type !== 'list') continue;
    const item = list.children.find(({ children }) => children[0]?.position?.start.offset === at);
    if (item) return { list, item };
  }
  return undefined;
}

/** A proposal as the project template; `title` is left out where a heading says it. `long` are the sections of its long fields. */
export function writeProject(
  part: Part,
  long: readonly Part[],
  title: string | undefined,
  context: WriteContext,
): string | undefined {
  const inside: WriteContext = { ...context, where: 'parameter' };
  const { fields } = part.placed.facts;
  const items = fields.map((field) => ({ field, found: itemOf(field, part) }));
  if (items.some(({ found }) => !found)) return undefined;
  const listed = new Set(items.flatMap(({ found }) => found?.item ?? []));
  const lists = new Set(items.flatMap(({ found }) => found?.list ?? []));
  const said = part.blocks.flatMap((block): RootContent[] => {
    if (block.type !== 'list' || !lists.has(block)) return [block];
    const rest = block.children.filter((item) => !listed.has(item));
    return rest.length === 0 ? [] : [{ ...block, children: rest }];
  });
  const values = new Map<FieldLabel, string[]>();
  const others: string[] = [];
  for (const { field, found } of items) {
    const blocks = valueOf(field, found?.item, part, inside);
    if (field.label !== undefined && projectParameters[field.label] !== undefined) add(values, field.label, blocks);
    else others.push(otherField(field, blocks, part, inside));
  }
  for (const { placed, blocks } of long) {
    const label = placed.facts.heading?.field;
    if (label !== undefined) add(values, label, writeBlocks(blocks, inside));
  }
  add(values, 'Description', [...writeBlocks(said, inside), ...(others.length > 0 ? [others.join('\n')] : [])]);
  return template(title, values);
}

function add(values: Map<FieldLabel, string[]>, label: FieldLabel, blocks: readonly string[]): void {
  if (label === 'Description' && blocks.length === 0 && !values.has(label)) return;
  values.set(label, [...(values.get(label) ?? []), ...blocks]);
}

/** A field's value: what stands behind its label, and the blocks below. */
function valueOf(field: Field, item: ListItem | undefined, part: Part, context: WriteContext): string[] {
  const [first, ...rest]: readonly (BlockContent | DefinitionContent)[] = item?.children ?? [];
  const start = part.placed.start + field.valueSpan.start;
  const end = first?.position?.end.offset ?? part.placed.start + field.valueSpan.end;
  const own =
    field.value === '' ? '' : writeSlice(start, Math.min(end, part.placed.start + field.valueSpan.end), context);
  return [...(own === '' ? [] : [own]), ...writeBlocks(rest, context)];
}

/** A field that the template lacks: the schedule as the wiki has it, others as items below the description. */
function otherField(field: Field, blocks: readonly string[], part: Part, context: WriteContext): string {
  const [url] = field.urls;
  if (field.label === 'Schedule' && url !== undefined && field.urls.length === 1 && field.value === url)
    return `SCHEDULE: ${url}`;
  return `* ${escapeText(field.written, context.where)}: ${unwrapped(blocks.join(' '))}`.trimEnd();
}

function template(title: string | undefined, values: ReadonlyMap<FieldLabel, readonly string[]>): string {
  const order = Object.keys(projectParameters);
  const sorted = [...values].toSorted(([one], [other]) => order.indexOf(one) - order.indexOf(other));
  const parameters = sorted.map(([label, blocks]) => {
    const value = blocks.join('\n\n');
    // A list begins on a line of its own.
    return `|${projectParameters[label] ?? label}=${/^[*#:;]/.test(value) ? '\n' : ''}${value}`;
  });
  return ['{{project', ...(title === undefined ? [] : [`|${projectTitle}=${title}`]), ...parameters, '}}'].join('\n');
}
