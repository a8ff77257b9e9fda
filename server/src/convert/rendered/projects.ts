import type { BlockContent } from 'mdast';
import {
  fieldOf,
  iconResidue,
  placeholders,
  projectInvitations,
  proposalLabels,
  sectionRole,
  yearHeading,
  type FieldLabel,
} from '../../document/schema.js';
import { paragraph, plainText, text } from '../nodes.js';
import type { Places } from '../places.js';
import type { Project, ProjectField } from '../shape/projects.js';
import { inline } from './inline.js';
import type { Piece, SourceLine } from './lines.js';
import { readLists } from './lists.js';

/** `Label: value` with a label of the project template. */
const labelForm = /^([A-Z][A-Za-z ]{1,30}?)\s?:(?:\s+|$)/;

/** The template's own label and what stands behind it. */
function labelled(source: string): { readonly label: FieldLabel; readonly rest: string } | undefined {
  const form = labelForm.exec(source);
  const schema = form?.[1] === undefined ? undefined : fieldOf(form[1]);
  if (!form || !schema?.kinds.includes('proposal')) return undefined;
  return { label: schema.label, rest: source.slice(form[0].length) };
}

const opens = new Set<string>(
  proposalLabels.filter((label) => label !== 'Outcomes' && label !== 'Peer Review Comments'),
);

/** Whether a piece begins the fields of a proposal as the project template shows them. */
export function startsProject(piece: Piece | undefined): boolean {
  const first = piece?.type === 'text' ? labelled(piece.lines[0]?.text ?? '') : undefined;
  return first !== undefined && opens.has(first.label);
}

interface Draft {
  readonly fields: (ProjectField & { readonly blocks: BlockContent[] })[];
  /** Whether the comments, the last of the template, have begun. */
  reviewed: boolean;
}

/** Reads a proposal from its first piece; `next` is the piece behind it. */
export function readProject(
  all: readonly Piece[],
  start: number,
  places: Places,
): { readonly project: Project; readonly next: number } {
  const draft: Draft = { fields: [], reviewed: false };
  let next = start;
  for (let piece = all[next]; piece && !(next > start && ends(draft, all, next)); piece = all[++next]) {
    if (piece.type === 'text') for (const line of piece.lines) readLine(line, draft, places);
    else draft.fields.at(-1)?.blocks.push(...readLists(piece.lines, {}, places));
  }
  const line = all[start]?.lines[0]?.line ?? 1;
  return { project: { fields: mended(draft.fields, places), line }, next };
}

/** The comments end with what the template says below them; without them a heading does that another proposal follows. */
function ends({ fields, reviewed }: Draft, all: readonly Piece[], index: number): boolean {
  const piece = all[index];
  const first = piece?.lines[0]?.text ?? '';
  if (reviewed) return !iconResidue.test(first);
  if (labelled(first)) return false;
  const alone = piece?.type === 'text' && piece.lines.length === 1;
  const titled =
    alone && (sectionRole(first) !== undefined || yearHeading.test(first) || startsProject(all[index + 1]));
  const last = fields.at(-1)?.label;
  return titled || (alone && last !== 'Description' && (piece?.gap ?? 0) > 0);
}

function readLine({ text: source, line }: SourceLine, draft: Draft, places: Places): void {
  const known = labelled(source) ?? (fieldOf(source)?.label === 'Peer Review Comments' ? reviews : undefined);
  const icon = iconResidue.exec(source)?.[0] ?? '';
  if (icon !== '') places.drop(line, icon.trim(), 'the picture of a template');
  const own = source.slice(icon.length).trim();
  if (known) {
    draft.reviewed ||= known.label === 'Peer Review Comments';
    draft.fields.push({ label: known.label, line, blocks: [] });
    append(draft, known.rest, line);
  } else if (projectInvitations.some((form) => form.test(own)))
    places.drop(line, own, 'the invitation of the project template');
  else append(draft, own, line);
}

const reviews = { label: 'Peer Review Comments', rest: '' } as const;
const ownField = /(?:^|\s)([A-Z]{4,20}):\s+(\S{1,2000})$/;

/** Adds a line to the last field; a field in capitals at its end, as in `SCHEDULE: URL`, is one of its own. */
function append(draft: Draft, source: string, line: number): void {
  const tail = ownField.exec(source.slice(-2100));
  const label = tail?.[1] === undefined ? undefined : fieldOf(tail[1])?.label;
  const rest = tail && label ? source.slice(0, source.length - tail[0].length).trim() : source;
  if (rest !== '') draft.fields.at(-1)?.blocks.push(paragraph(inline(rest), line));
  if (tail && label) insertField(draft, { label, line, blocks: [paragraph(inline(tail[2] ?? ''), line)] });
}

/** The field that text goes on in stays the last one. */
function insertField(draft: Draft, added: Draft['fields'][number]): void {
  draft.fields.splice(-1, 0, added);
}

/** Gives back what the template swallowed, and takes away what it put behind values. */
function mended(fields: Draft['fields'], places: Places): ProjectField[] {
  const result: ProjectField[] = [];
  const recovered: ProjectField[] = [];
  for (const { label, line, blocks } of fields) {
    const [first] = blocks;
    if (first?.type !== 'paragraph' || blocks.length > 1) {
      result.push(label === 'Peer Review Comments' && !first ? nobody(line) : { label, line, blocks });
      continue;
    }
    const value = plainText(first).replace(/;$/, '');
    const swallowed = label === 'Description' ? undefined : swallowedIn(value);
    if (swallowed) {
      recovered.push({ label: swallowed.label, line, blocks: [paragraph(inline(swallowed.value), line)] });
      places.doubt(
        line,
        `"${swallowed.raw}" stood in ${label}, where a missing "|" had put it; it is the field ${swallowed.label} again`,
      );
    }
    const own = swallowed?.before ?? (fieldOf(label)?.type === 'text' ? undefined : value);
    result.push({ label, line, blocks: own === undefined ? blocks : [paragraph(inline(own), line)] });
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
    if (value !== '' && !placeholders.some((form) => form.test(value))) return [each, own];
    if (value !== '') places.drop(each.line, value, `what the template shows for an empty ${each.label}`);
    labels.delete(each.label);
    return [own];
  });
  return [...merged, ...recovered.filter(({ label }) => labels.has(label))];
}
