import type { ListItem } from 'mdast';
import { inline } from '../addresses.js';
import { fieldOf, placeholders, projectParameters, type FieldLabel } from '../../document/schema.js';
import { lineOf, paragraph, plainText, text } from '../nodes.js';
import type { Places } from '../places.js';
import type { ProjectField } from './projects.js';
import { say } from '../../text/say.js';

/** Gives back what the template swallowed, and takes away what it put behind values. */
export function mended(fields: readonly ProjectField[], places: Places): ProjectField[] {
  const result: ProjectField[] = [];
  const recovered: ProjectField[] = [];
  for (const each of fields) {
    const { label, line, blocks } = each;
    const [first] = blocks;
    if (first?.type !== 'paragraph' || blocks.length > 1) {
      result.push(label === 'Peer Review Comments' && !first ? nobody(line) : each);
      continue;
    }
    const value = plainText(first).replace(/;$/, '');
    const swallowed = label === 'Description' ? undefined : swallowedIn(value);
    if (swallowed) {
      recovered.push({ label: swallowed.label, line, blocks: [paragraph(inline(swallowed.value), line)] });
      places.doubt(
        line,
        say`"${swallowed.raw}" stood in ${label}, where a missing "|" had put it; it is the field ${swallowed.label} again`,
      );
    }
    const own = swallowed?.before ?? (fieldOf(label)?.type === 'text' ? undefined : value);
    result.push(
      own === undefined || own === plainText(first) ? each : { label, line, blocks: [paragraph(inline(own), line)] },
    );
  }
  return withRecovered(result, recovered, places);
}

/** The comments of a proposal nobody has commented. */
function nobody(line: number): ProjectField {
  return { label: 'Peer Review Comments', line, blocks: [paragraph([text('none')], line)] };
}

const parameterForm = /\b([A-Z][A-Za-z]{2,20})=(?=\S)/;

/** `July 13 2017 Contact=Lars Kurth`: the next parameter, which lacks its pipe. */
function swallowedIn(
  value: string,
): { readonly before: string; readonly label: FieldLabel; readonly value: string; readonly raw: string } | undefined {
  const form = parameterForm.exec(value.slice(0, 500));
  const label = form?.[1] === undefined ? undefined : fieldOf(form[1])?.label;
  if (!form || !label) return undefined;
  const rest = value.slice(form.index + form[0].length).trim();
  return { before: value.slice(0, form.index).trim(), label, value: rest, raw: `${form[0]}${rest}` };
}

function withRecovered(
  fields: readonly ProjectField[],
  recovered: readonly ProjectField[],
  places: Places,
): ProjectField[] {
  const labels = new Set<string>(recovered.map(({ label }) => label));
  const merged = fields.flatMap((each) => {
    const own = recovered.find(({ label }) => label === each.label);
    const value = each.blocks.map(plainText).join(' ');
    if (!own) return [each];
    labels.delete(each.label);
    if (value !== '' && !placeholders.some((form) => form.test(value))) return [each, own];
    if (value !== '') places.drop(each.line, value, say`what the template shows for an empty ${each.label}`);
    return [own];
  });
  return [...merged, ...recovered.filter(({ label }) => labels.has(label))];
}

const tailForm = /(?:^|\s)([A-Z]{4,20}):\s+(\S{1,2000})$/;

/** A field in capitals at the end of a text, as in `SCHEDULE: URL`, and the text before it. */
export function fieldAtEnd(
  source: string,
): { readonly before: string; readonly label: FieldLabel; readonly value: string } | undefined {
  const tail = tailForm.exec(source.slice(-2100));
  const label = tail?.[1] === undefined ? undefined : fieldOf(tail[1])?.label;
  if (!tail || !label) return undefined;
  return { before: source.slice(0, source.length - tail[0].length).trim(), label, value: tail[2] ?? '' };
}

/** A field, before it those that its text ends with: `SCHEDULE: URL`, and a list that is nothing but fields. */
export function ownFields(whole: ProjectField): ProjectField[] {
  const last = whole.blocks.at(-1);
  const { line } = whole;
  const rest = { ...whole, blocks: whole.blocks.slice(0, -1) };
  if (last?.type === 'list') {
    const fields = last.children.map(fieldOfItem);
    const known = fields.flatMap((each) => each ?? []);
    return known.length === fields.length && known.length > 0 ? [...known, ...ownFields(rest)] : [whole];
  }
  const tail = last?.type === 'paragraph' ? fieldAtEnd(plainText(last)) : undefined;
  if (last?.type !== 'paragraph' || !tail) return [whole];
  const own: ProjectField = { label: tail.label, line, blocks: [paragraph(inline(tail.value), line)] };
  if (tail.before === '') return [...ownFields(rest), own].toSorted(byLabel);
  return [own, { ...whole, blocks: [...rest.blocks, { ...last, children: inline(tail.before) }] }];
}

/** The text that fields were taken from comes last. */
function byLabel(one: ProjectField, other: ProjectField): number {
  return Number(one.label === 'Description') - Number(other.label === 'Description');
}

/** `Label: value` of a known label that the template has no parameter for. */
function fieldOfItem(item: ListItem): ProjectField | undefined {
  const [first, ...more] = item.children;
  const [head, ...rest] = first?.type === 'paragraph' ? first.children : [];
  const form = head?.type === 'text' ? /^([A-Za-z][A-Za-z -]{0,40}):(?:\s+|$)/.exec(head.value) : null;
  const label = form?.[1] === undefined ? undefined : fieldOf(form[1])?.label;
  if (first?.type !== 'paragraph' || head?.type !== 'text' || !form || label === undefined) return undefined;
  if (projectParameters[label] !== undefined || more.length > 0) return undefined;
  const value = head.value.slice(form[0].length);
  const children = [...(value === '' ? [] : [text(value)]), ...rest];
  return { label, line: lineOf(item), blocks: [{ ...first, children }] };
}
