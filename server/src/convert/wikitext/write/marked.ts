import type { Paragraph, PhrasingContent } from 'mdast';
import { parseLeaf } from '../../../document/remark.js';
import { positionIn } from '../../../text/lines.js';
import { slotMark, slots, type Slot, type TemplateForm } from '../forms.js';
import type { WriteContext } from './context.js';
import { escapeText } from './escape.js';
import { writeInline } from './inline.js';
import type { Mark } from './marks.js';
import { unwrapped } from '../../wrap.js';

/** A paragraph as the lines it makes: one, or one for each action and decision that it holds. */
export function writeParagraph(node: Paragraph, context: WriteContext): string[] {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  const own =
    start === undefined || end === undefined || context.linesBefore > 0 ? [] : marksWithin(start, end, context);
  const [first] = own;
  if (!first || start === undefined) return [writeInline(node.children, context)];
  const lead = context.document.text.slice(start, first.at).replace(/[*_]{1,2}$/, '');
  const before = lead.trim() === '' ? [] : [writeSlice(start, start + lead.length, context)];
  return [...before, ...own.map(({ mark, at }, index) => writeMark(mark, at, own[index + 1]?.at, context))];
}

interface Placed {
  readonly at: number;
  readonly mark: Mark;
}

function marksWithin(start: number, end: number, { marks }: WriteContext): Placed[] {
  return [...marks].flatMap(([at, mark]) => (at >= start && at < end ? [{ at, mark }] : []));
}

/** The action or decision in the wiki's form, or as it is written where it has none. */
function writeMark(mark: Mark, at: number, next: number | undefined, context: WriteContext): string {
  const form = context.forms.get(mark.marker);
  const inside: WriteContext = form?.name === undefined ? context : { ...context, where: 'parameter' };
  const stress = /[*_]{1,2}$/.exec(context.document.text.slice(Math.max(0, at - 2), at))?.[0];
  const closed = context.document.text.slice(at, mark.textStart).includes(stress ?? '');
  const opening = closed ? undefined : stress;
  const end = Math.min(mark.end, next ?? mark.end);
  const text = writeSlice(mark.textStart, end, inside, opening);
  const by = mark.due === undefined ? '' : `(by ${mark.due})`;
  const owners = escapeText(mark.owners.replace(/[*_]{1,2}/g, ''), inside.where);
  if (form) return fill(form, { owners, due: escapeText(mark.due ?? '', inside.where), text });
  const head = [mark.marker.toUpperCase(), owners, by].filter((part) => part !== '').join(' ');
  return `${head}: ${text}`.trimEnd();
}

/** A stretch of the document as inline wikitext on one line; stress that began before it does not end in it. */
export function writeSlice(start: number, end: number, context: WriteContext, opening?: string): string {
  const { document } = context;
  const raw = document.text.slice(start, Math.max(start, end)).trimEnd();
  const source = opening !== undefined && raw.endsWith(opening) ? raw.slice(0, -opening.length) : raw;
  const [block] = parseLeaf(source, 'paragraph', document.definitions).children;
  const children: readonly PhrasingContent[] = block?.type === 'paragraph' ? block.children : [];
  const linesBefore = positionIn(document.facts.lineStarts, start).line;
  return unwrapped(writeInline(children, { ...context, linesBefore }));
}

type Values = Readonly<Record<Slot, string>>;

/** A form with its values; a place whose value holds a "=" is named by its number. */
function fill({ form, name, parts, parameters }: TemplateForm, values: Values): string {
  const due = values.due === '' || parameters.due !== undefined ? '' : ` (by ${values.due})`;
  const stated: Values = { ...values, owners: `${values.owners}${due}`.trim() };
  const filled = (source: string): string =>
    slots.reduce((text, slot) => text.split(slotMark(slot)).join(stated[slot]), source);
  if (name === undefined) return filled(form);
  const written = parts.map(([key, source]) => {
    const value = filled(source);
    return /^\d+$/.test(key) && !value.includes('=') ? value : `${key}=${value}`;
  });
  return `{{${[name, ...written].join('|')}}}`;
}
