import {
  editLink,
  byline,
  fieldOf,
  iconResidue,
  markers,
  sectionRole,
  yearHeading,
  type FieldLabel,
} from '../../document/schema.js';
import { bulletOf, type Piece } from './lines.js';
import { startsProject } from './projects.js';

/** A line that is a heading, or may be one. */
export interface HeadingLine {
  readonly text: string;
  readonly kind: 'year' | 'role' | 'field' | 'project' | 'edit' | 'likely';
  readonly field?: FieldLabel;
}

/** A notes line, with the address or without. */
export const notesLine = /^(?:For notes,?\s+see|See)\b:?\s*(?:https?:\/\/\S+)?$/i;

/** What the first line of a piece is as a heading; `undefined` when it is text. */
export function headingOf(piece: Piece, next: Piece | undefined): HeadingLine | undefined {
  const [first, ...others] = piece.lines;
  if (piece.type !== 'text' || !first || first.indent > 1) return undefined;
  const bare = first.text.replace(editLink, '').trim();
  if (bare !== first.text && bare !== '') return { text: bare, kind: 'edit', ...fieldHeading(bare) };
  if (piece.gap === 0) return undefined;
  const alone = others.length === 0;
  if (alone && yearHeading.test(bare)) return { text: bare, kind: 'year' };
  if (alone && startsProject(next)) return { text: bare, kind: 'project' };
  if (sectionRole(bare)) return { text: bare.replace(/:$/, ''), kind: 'role' };
  const known = fieldHeading(bare);
  if (known.field && (alone || isLong(known.field))) return { text: bare.replace(/:$/, ''), kind: 'field', ...known };
  const apart = alone && next?.gap !== 0;
  return apart && mayBeTitle(bare) ? { text: bare, kind: 'likely' } : undefined;
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

/** A title is one short line without a stop; two sentences, an address, a marker or a remark in brackets is none. */
export function mayBeTitle(source: string): boolean {
  if (source.length > longestTitle || !/\p{L}/u.test(source) || source.split(/\s+/).length > mostWords) return false;
  if (bulletOf(source) || iconResidue.test(source) || /:\/\//.test(source)) return false;
  if (/^(?:for notes,\s+)?see\s/i.test(source) || notesLine.test(source) || marked.test(source) || byline.test(source))
    return false;
  if (/[,;:!]$/.test(source) || (/\.$/.test(source) && !/(?:\.\.\.|\betc\.)$/i.test(source))) return false;
  return !/[.?!]\s+\p{Lu}/u.test(source) && !/^["“(].*["”)]$/u.test(source);
}
