import type { BlockContent } from 'mdast';
import {
  fieldOf,
  iconResidue,
  projectInvitations,
  proposalLabels,
  sectionRole,
  shownLabelEnd,
  yearHeading,
  type FieldLabel,
} from '../../document/schema.js';
import { paragraph } from '../nodes.js';
import type { Places } from '../places.js';
import { fieldAtEnd, mended } from '../shape/mended.js';
import type { Project, ProjectField } from '../shape/projects.js';
import { inline } from '../addresses.js';
import type { Piece, SourceLine } from './lines.js';
import { readLists } from './lists.js';
import { say } from '../../text/say.js';

/** `Label: value` with a label of the project template. */
const labelForm = /^([A-Z][A-Za-z/ ]{1,40}?)\s?:(?:\s+|$)/;

/** The template's own label and what stands behind it. */
function labelled(source: string): { readonly label: FieldLabel; readonly rest: string } | undefined {
  const form = labelForm.exec(source);
  const schema = form?.[1] === undefined ? undefined : fieldOf(form[1].replace(shownLabelEnd, ''));
  if (!form || !schema?.kinds.includes('proposal')) return undefined;
  return { label: schema.label, rest: source.slice(form[0].length) };
}

const opens = new Set<string>(
  proposalLabels.filter((label) => label !== 'Outcomes' && label !== 'Peer Review Comments'),
);

/** Whether a piece begins the fields of a proposal as the project template shows them. */
export function startsProject(piece: Piece | undefined): boolean {
  return piece?.type === 'text' && opensProject(piece.lines[0]?.text);
}

export function opensProject(source: string | undefined): boolean {
  const first = labelled(source ?? '');
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
    if (piece.type === 'text') for (const line of piece.lines.flatMap(parted)) readLine(line, draft, places);
    else for (const list of readLists(piece.lines, {}, places)) draft.fields.at(-1)?.blocks.push(list);
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

/** `Date of insert: D; Verified: V; GSoC: N/A`: the template shows its short parameters in one line. */
function parted(line: SourceLine): SourceLine[] {
  if (!opensProject(line.text)) return [line];
  return line.text
    .split(/(?<=;)\s+(?=[A-Z][A-Za-z]{2,20}:)/)
    .reduce<string[]>((parts, part) => {
      if (parts.length === 0 || labelled(part)) return [...parts, part];
      return parts.with(-1, `${parts.at(-1) ?? ''} ${part}`);
    }, [])
    .map((text) => ({ ...line, text: text.replace(/;$/, '') }));
}

function readLine({ text: source, line }: SourceLine, draft: Draft, places: Places): void {
  const known = labelled(source) ?? (fieldOf(source)?.label === 'Peer Review Comments' ? reviews : undefined);
  const icon = iconResidue.exec(source)?.[0] ?? '';
  if (icon !== '') places.drop(line, icon.trim(), say`the picture of a template`);
  const own = source.slice(icon.length).trim();
  if (known) {
    draft.reviewed ||= known.label === 'Peer Review Comments';
    draft.fields.push({ label: known.label, line, blocks: [] });
    append(draft, known.rest, line);
  } else if (projectInvitations.some((form) => form.test(own)))
    places.drop(line, own, say`the invitation of the project template`);
  else append(draft, own, line);
}

const reviews = { label: 'Peer Review Comments', rest: '' } as const;
/** Adds a line to the last field; a field in capitals at its end, as in `SCHEDULE: URL`, is one of its own. */
function append(draft: Draft, source: string, line: number): void {
  const tail = fieldAtEnd(source);
  const rest = tail?.before ?? source;
  if (rest !== '') draft.fields.at(-1)?.blocks.push(paragraph(inline(rest), line));
  if (tail) insertField(draft, { label: tail.label, line, blocks: [paragraph(inline(tail.value), line)] });
}

/** The field that text goes on in stays the last one. */
function insertField(draft: Draft, added: Draft['fields'][number]): void {
  draft.fields.splice(-1, 0, added);
}
