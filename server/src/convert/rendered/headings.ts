import { readDate } from '../../document/dates.js';
import {
  editLink,
  fileName,
  byline,
  fieldOf,
  iconResidue,
  markers,
  noNotesTitle,
  quorumLine,
  quorumRemark,
  remarkLabels,
  sectionRole,
  finiteVerbs,
  smallWords,
  todoTitle,
  wikiFile,
  yearHeading,
  type FieldLabel,
} from '../../document/schema.js';
import type { Names } from '../mail/reading/names.js';
import { speechHead } from '../mail/reading/speechHead.js';
import { areFields, startsEntry } from './fieldLines.js';
import { bulletOf, type Piece } from './lines.js';
import { startsProject } from './projects.js';

/** A line that is a heading, or may be one. */
export interface HeadingLine {
  readonly text: string;
  readonly kind: 'year' | 'role' | 'field' | 'project' | 'entry' | 'edit' | 'likely';
  readonly field?: FieldLabel;
}

/** A notes line, with the address or without. */
export const notesLine = /^(?:For notes,?\s+see|See)\b:?\s*(?:https?:\/\/\S+)?$/i;

/** What the first line of a piece is as a heading; `undefined` when it is text. */
export function headingOf(piece: Piece, next: Piece | undefined, names: Names): HeadingLine | undefined {
  const [first, ...others] = piece.lines;
  if (piece.type !== 'text' || !first || first.indent > 1 || piece.title === false) return undefined;
  const bare = bareTitle(first.text);
  if (bare !== first.text && bare !== '') return { text: bare, kind: 'edit', ...fieldHeading(bare) };
  if (piece.gap === 0) return undefined;
  const alone = others.length === 0;
  if (alone && yearHeading.test(bare)) return { text: bare, kind: 'year' };
  if (alone && startsProject(next)) return { text: bare, kind: 'project' };
  if (aboveEntry(piece, next) && mayBeTitle(bare, names)) return { text: bare, kind: 'entry' };
  if (sectionRole(bare)) return { text: bare.replace(/:$/, ''), kind: 'role' };
  const known = fieldHeading(bare);
  if (known.field && (alone || isLong(known.field))) return { text: bare.replace(/:$/, ''), kind: 'field', ...known };
  const marked = todoTitle.test(bare) || noNotesTitle.test(bare);
  const apart = alone && (piece.title === true || next?.gap !== 0);
  return (apart && mayBeTitle(bare, names)) || (alone && marked) ? { text: bare, kind: 'likely' } : undefined;
}

/** The pieces, by their indexes, that are titles with numbers, as in `1. Budget` with text below it: one alone is an item of a list. */
export function numberedTitles(all: readonly Piece[], names: Names): ReadonlySet<number> {
  const found = all.flatMap(({ type, lines: [first, ...others], gap }, index) => {
    const bullet = bulletOf(first?.text ?? '');
    const next = all[index + 1];
    const apart = gap > 0 && (next?.gap ?? 0) > 0 && next?.type === 'text' && others.length === 0;
    const numbered = type === 'items' && bullet?.number !== undefined && (first?.indent ?? 0) <= 1;
    return apart && numbered && mayBeTitle(first?.text.slice(bullet.length) ?? '', names) ? [index] : [];
  });
  return new Set(found.length > 1 ? found : []);
}

/** Whether the fields of the scheduler follow the first line of a piece: `Owner: …`, `Time: …`. */
function aboveEntry({ lines: [, ...others] }: Piece, next: Piece | undefined): boolean {
  if (others.length > 0) return startsEntry(others[0]?.text) && areFields(others);
  return startsEntry(next?.lines[0]?.text) && areFields(next?.lines ?? []);
}

/** A title without the link to edit it, and without the signs of a source that was shown as it is: `== Title ==`. */
export function bareTitle(source: string): string {
  const title = source.replace(editLink, '').trim();
  return /^(={1,6})\s*([^\s=].*)\1$/.exec(title)?.[2]?.trimEnd() ?? title;
}

/** A label of the format that stands alone is the long form of its field. */
function fieldHeading(source: string): { readonly field?: FieldLabel } {
  const field = fieldOf(source.replace(/:$/, ''));
  return field ? { field: field.label } : {};
}

/** Whether text follows a label of the submission form at once, as in `Problem to Solve`. */
function isLong(label: FieldLabel): boolean {
  return /\s/.test(label) && fieldOf(label)?.type === 'text';
}

const longestTitle = 120;
const mostWords = 22;
const marked = new RegExp(`^(?:${markers.join('|')})\\b[^:]{0,80}:`, 'i');

/** A title is one short line without a stop; two sentences, an address, a marker, a speech or a remark in brackets is none. */
export function mayBeTitle(source: string, names: Names): boolean {
  if (source.length > longestTitle || !/\p{L}/u.test(source) || source.split(/\s+/).length > mostWords) return false;
  if (bulletOf(source) || iconResidue.test(source) || /:\/\//.test(source)) return false;
  if (/^\[\d{1,4}\]/.test(source) || fileName.test(source)) return false;
  if (/^(?:for notes,\s+)?see\s/i.test(source) || notesLine.test(source) || marked.test(source) || byline.test(source))
    return false;
  if (quorumRemark.test(source) || quorumLine.test(source) || wikiFile.test(source)) return false;
  if (speechHead(source, names) || beginsAsSentence(source, names) || isRemark(source)) return false;
  if (/[,;:!]$/.test(source) || (/\.$/.test(source) && !/(?:\.\.\.|\betc\.)$/i.test(source))) return false;
  return !/[.?!]\s+\p{Lu}/u.test(source) && !/^["“(].*["”)]$/u.test(source);
}

/** Whether a line says something rather than names it; a question that a title asks does not. */
export function readsAsSentence(source: string): boolean {
  return finiteVerbs.test(source) && !/^(?:how|what|when|where|whether|which|who|why)\b/i.test(source);
}

/** `Jan asked for more`: what somebody who speaks on the page did. */
function beginsAsSentence(source: string, names: Names): boolean {
  const [, name] = /^(\p{Lu}[\p{L}'’-]*)\s+\p{Ll}/u.exec(source) ?? [];
  return name !== undefined && names.isKnown(name);
}

/** `Status: …`, `Location: …`, `Next call: 3 July 2020`: a label with its value. */
function isRemark(source: string): boolean {
  const [whole = '', label] = /^([^:]{1,40}?)\s?:\s+(?=\S)/.exec(source) ?? [];
  if (label === undefined) return false;
  return remarkLabels.test(label) || fieldOf(label) !== undefined || readDate(source.slice(whole.length)) !== undefined;
}

/** Whether a line is written as English titles are: `Proposed 2015 Spending Priorities`. */
export function isCapitalised(source: string): boolean {
  const words = source.split(/[\s/,;]+/).filter((word) => /\p{L}/u.test(word) && !smallWords.test(word));
  return (
    words.length > 0 &&
    words.every((word) => /^[^\p{L}]*[\p{Lu}\d]/u.test(word)) &&
    /^[^\p{L}]*[\p{Lu}\d]/u.test(source)
  );
}
