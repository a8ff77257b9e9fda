import { memo } from '../../text/memo.js';
import { distance } from 'fastest-levenshtein';
import { isSwapped } from '../../text/swapped.js';
import { readDate } from '../dates.js';
import type { Field, PersonMention } from '../facts.js';
import { visibleText, type Inline } from '../inline.js';
import type { Block, LeafBlock, List, ListItem } from '../model.js';
import type { Definitions } from '../remark.js';
import { fieldLabels, fieldOf, foldLabel, type FieldType } from '../schema.js';
import { isNameLine, namesNobody, peopleAs, peopleOfList, pieceOf } from './attendance.js';
import { entriesOfLines } from './attendanceEntry.js';
import { leafText, type LeafText } from './leafText.js';
import { beginsWithMarker } from './markers.js';
import { readPeople } from './people.js';

/** `Label:` at the start of a text, bold or not. */
const labelForm = /^([*_]{0,2})([A-Za-z][A-Za-z .()/-]{0,40}?)[ \t]{0,3}(?::\1|\1[ \t]{0,3}:)(?=\s|$|<|\[)\s*/;

/** A field list and what of its block it takes up: all of a paragraph, some items of a list. */
export interface FieldList {
  readonly fields: readonly Field[];
  readonly taken: ReadonlySet<Block | ListItem>;
}

/**
 * The field list of a section: its first list, or its first run of `Label: value` lines, when labels in it are known. Below
 * the document's title it is the whole list; elsewhere speeches and the like may follow the fields in one list.
 */
export function readFields(
  blocks: readonly Block[],
  definitions: Definitions,
  options: { readonly head: boolean },
): FieldList {
  const block = fieldBlock(blocks);
  if (block?.type === 'paragraph') return { fields: fieldsOfLines(block, definitions), taken: new Set([block]) };
  const read = (block ? fieldItems(block, options.head) : []).flatMap((item) => {
    const field = fieldOfItem(item, definitions);
    return field ? [{ item, field }] : [];
  });
  if (read.length === 0) return noFields;
  return { fields: read.map(({ field }) => field), taken: new Set(read.map(({ item }) => item)) };
}

const noFields: FieldList = { fields: [], taken: new Set() };

/** The leaf blocks whose inline nodes {@link readFields} may ask for. */
export function leavesOfFields(blocks: readonly Block[], options: { readonly head: boolean }): LeafBlock[] {
  const block = fieldBlock(blocks);
  if (block?.type === 'paragraph') return [block];
  return (block ? fieldItems(block, options.head) : []).flatMap(({ children: [first] }) =>
    first?.type === 'paragraph' ? [first] : [],
  );
}

/** The list or the lines that may be a section's fields. */
function fieldBlock(blocks: readonly Block[]): List | Extract<Block, { type: 'paragraph' }> | undefined {
  const first = blocks.find((block) => block.type !== 'heading' && block.type !== 'yaml' && block.type !== 'html');
  const lines = first?.type === 'paragraph' && startsWithField(first.leaf.text);
  const block = first?.type === 'paragraph' && !lines ? blocks.find((each) => each.type === 'list') : first;
  if (block?.type === 'list' && !block.ordered) return block;
  return block?.type === 'paragraph' ? block : undefined;
}

/** The items of a list that are read as fields. */
function fieldItems(list: List, head: boolean): readonly ListItem[] {
  const texts = list.children.map((item) => (item.children[0]?.type === 'paragraph' ? item.children[0].leaf.text : ''));
  const known = texts.map(startsWithField);
  const count = known.filter(Boolean).length;
  if (count === 0) return [];
  const labelled = texts.filter((text) => labelForm.test(text) && !beginsWithMarker(text)).length;
  if (!known[0] && count * 2 < labelled) return [];
  const last = head ? texts.length : known.lastIndexOf(true);
  return list.children.filter((_, index) => index <= last && (known[index] || !beginsWithMarker(texts[index] ?? '')));
}

/** Whether a text begins with a known label or a slip of one. */
function startsWithField(text: string): boolean {
  const label = labelForm.exec(text)?.[2];
  if (label === undefined) return false;
  const { known, nearest } = labelKind(label);
  return known || (nearest !== undefined && !beginsWithMarker(text));
}

/** The known label that an unknown one is a slip of; `undefined` when it is known, or unlike all of them. */
export function nearestLabel(label: string): string | undefined {
  return labelKind(label).nearest;
}

/** The known label that has two neighbouring letters in each other's place, however short it is. */
export function swappedLabel(label: string): string | undefined {
  const folded = foldLabel(label);
  return fieldLabels.find((known) => known.charAt(0) === folded.charAt(0) && isSwapped(folded, known));
}

interface LabelKind {
  readonly known: boolean;
  readonly nearest: string | undefined;
}

/** The same few labels and speakers' names are asked about again and again. */
const labelKind = memo((label: string): LabelKind => {
  const known = fieldOf(label) !== undefined;
  return { known, nearest: known ? undefined : nearestTo(foldLabel(label)) };
});

function nearestTo(folded: string): string | undefined {
  return folded.length < 5 ? undefined : fieldLabels.find((known) => known.length > 4 && isSlipOf(folded, known));
}

/**
 * Whether a label may be a slip of a known one rather than a word of its own: `Costs`, `Allocation` and `Presenter` are near
 * to `Hosts`, `Location` and `Present`. A slip keeps the first letter and adds no ending; short words differ in one letter too often.
 */
function isSlipOf(folded: string, known: string): boolean {
  const limit = Math.min(known.length, folded.length) > 8 ? 2 : 1;
  if (Math.abs(known.length - folded.length) > limit) return false;
  if (folded.charAt(0) !== known.charAt(0) || folded.startsWith(known)) return false;
  if (isSwapped(folded, known)) return true;
  return (known.length > 7 || known.length !== folded.length) && distance(known, folded) <= limit;
}

function fieldOfItem(item: ListItem, definitions: Definitions): Field | undefined {
  const [first, ...rest] = item.children;
  if (first?.type !== 'paragraph') return undefined;
  const text = leafText(first, definitions);
  const field = fieldAt(text, 0, text.raw.length);
  if (!field) return undefined;
  // A long value may go on in the item's further blocks.
  const more = rest.map((block) => blockText(block, definitions)).filter((each) => each !== '');
  const end = rest.at(-1)?.span.end ?? field.span.end;
  if (more.length === 0) return field;
  const { type } = fieldOf(field.written) ?? {};
  return {
    ...field,
    people: type === 'people' ? [...field.people, ...peopleBelow(rest, field.written, definitions)] : [],
    value: [field.value, ...more].filter((each) => each !== '').join('\n'),
    valueSpan: { ...field.valueSpan, end },
    span: { ...field.span, end },
  };
}

/** `- Attendees:` with a person in each item below it. */
function peopleBelow(blocks: readonly Block[], label: string, definitions: Definitions): PersonMention[] {
  return blocks.flatMap((block) => (block.type === 'list' ? peopleOfList(block, peopleAs(label), definitions) : []));
}

function blockText(block: Block, definitions: Definitions): string {
  if ('leaf' in block) return leafText(block, definitions).visible(0, block.leaf.text.length);
  if (block.type === 'list')
    return block.children.flatMap((item) => item.children.map((child) => blockText(child, definitions))).join('\n');
  if ('children' in block) return block.children.map((child) => blockText(child, definitions)).join('\n');
  return '';
}

function fieldsOfLines(block: LeafBlock, definitions: Definitions): Field[] {
  const text = leafText(block, definitions);
  const starts: number[] = [];
  for (let at = 0; at < text.raw.length; at = nextLine(text.raw, at))
    if (startsWithField(text.raw.slice(at))) starts.push(at);
  return starts.flatMap((start, index) => {
    const next = starts[index + 1] ?? text.raw.length;
    return fieldAt(text, start, valueEnd(text.raw, start, next)) ?? [];
  });
}

/** Text goes on to the next field; any other value ends with its line, unless a comma at the line's end says that it goes on. */
function valueEnd(raw: string, start: number, next: number): number {
  const label = labelForm.exec(raw.slice(start, next))?.[2] ?? '';
  if (fieldOf(label)?.type === 'text') return next;
  let end = nextLine(raw, start);
  const names = /:[*_]{0,2}\s*$/.test(raw.slice(start, end)) && peopleAs(label) !== 'field';
  while (
    end < next &&
    (/,\s*$/.test(raw.slice(start, end)) || (names && isNameLine(raw.slice(end, nextLine(raw, end)))))
  )
    end = nextLine(raw, end);
  return Math.min(end, next);
}

function nextLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at + 1;
}

function fieldAt(text: LeafText, start: number, end: number): Field | undefined {
  const raw = text.raw.slice(start, end);
  const head = labelForm.exec(raw);
  const written = head?.[2]?.trim();
  if (!head || written === undefined) return undefined;
  const valueStart = start + head[0].length;
  const valueEnd = start + raw.trimEnd().length;
  const schema = fieldOf(written);
  const labelStart = start + (head[1] ?? '').length;
  const value = valueEnd > valueStart ? text.visible(valueStart, valueEnd) : '';
  const date = schema?.type === 'date' ? readDate(value) : undefined;
  return {
    ...(schema && { label: schema.label }),
    written,
    labelSpan: text.span(labelStart, labelStart + written.length),
    value,
    valueSpan: text.span(Math.min(valueStart, valueEnd), Math.max(valueStart, valueEnd)),
    span: text.span(start, valueEnd),
    people: schema?.type === 'people' ? peopleOf(text, valueStart, valueEnd, written) : [],
    items: listed(schema?.type) ? items(text, valueStart, valueEnd) : [],
    ...(date && { date }),
    urls: /:\/\/|\]\(|www\./.test(raw) ? urlsIn(text.nodes(), valueStart, valueEnd) : [],
  };
}

/** An attendee list whose names begin on the line below its label has a name a line. */
function peopleOf(text: LeafText, start: number, end: number, label: string): PersonMention[] {
  const as = peopleAs(label);
  if (as === 'field') return readPeople(pieceOf(text, start, end), as);
  return namesNobody(text.raw.slice(start, end)) ? [] : entriesOfLines(pieceOf(text, start, end), as);
}

function listed(type: FieldType | undefined): boolean {
  return type === 'topics' || type === 'titles' || type === 'names' || type === 'affiliations';
}

/** Values separated by commas or semicolons outside parentheses. */
function items(text: LeafText, start: number, end: number): { text: string; span: { start: number; end: number } }[] {
  const raw = text.raw.slice(start, end);
  return [...raw.matchAll(/(?:[^,;()]|\([^()]*\))+/g)].flatMap((match) => {
    const value = match[0].trim();
    if (value === '') return [];
    const from = start + match.index + match[0].indexOf(value);
    return [{ text: text.visible(from, from + value.length), span: text.span(from, from + value.length) }];
  });
}

function urlsIn(nodes: readonly Inline[], start: number, end: number): string[] {
  return nodes.flatMap((node) => {
    if (node.span.end <= start || node.span.start >= end) return [];
    if (node.type === 'link' && node.url !== undefined) return [node.url || visibleText(node.children ?? [])];
    return urlsIn(node.children ?? [], start, end);
  });
}
