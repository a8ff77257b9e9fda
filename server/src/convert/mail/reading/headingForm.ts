import { fieldOf, notesLabel, proseLabels, sectionRole } from '../../../document/schema.js';
import { displayWidth } from '../text/displayWidth.js';
import { itemHead } from './itemHead.js';
import { isActionsLabel } from './labels.js';
import { indentOf, type Line } from './line.js';
import type { Names } from './names.js';
import type { Wrapping } from './wrapping.js';

/** A heading that begins at a line, and how many lines it takes. */
export interface HeadingForm {
  readonly level: number;
  readonly text: string;
  readonly lines: number;
}

/** What tells whether a line is a heading beside the line itself. */
export interface HeadingContext {
  readonly lines: readonly Line[];
  readonly wrapping: Wrapping;
  readonly names: Names;
  /** Whether an empty line, a heading or nothing stands before. */
  readonly apart: boolean;
}

/**
 * Levels of headings written otherwise than with `#`: what is underlined with `=` stands highest, beside "Attendees" and "Actions". A
 * part is one of the section it stands in.
 */
export const levels = { role: 0, double: 1, single: 2, framed: 1, plain: 9, part: 10 } as const;

/** Longer lines are no headings. */
const longest = 300;

const underline = /^\s*(?:(={3,})|-{3,}|~{3,}|\^{3,}|\*{4,}|_{4,}|#{4,})\s*$/;

/** The heading that begins at a line; `undefined` when none does. */
export function headingForm(at: number, context: HeadingContext): HeadingForm | undefined {
  const line = context.lines[at]?.text ?? '';
  if (line === '' || line.length > longest || indentOf(line) > 3) return undefined;
  return (
    hashed(at, line, context) ??
    boxed(at, line, context) ??
    (context.apart ? (underlined(at, context) ?? framed(at, line, context) ?? announced(at, line, context)) : undefined)
  );
}

/** `# Title`, whose text may be wrapped. */
function hashed(at: number, line: string, context: HeadingContext): HeadingForm | undefined {
  const form = /^ {0,3}(#{1,6})\s+(\S.*)$/.exec(line);
  if (!form) return undefined;
  const texts = [form[2] ?? '', ...wrappedBelow(at, context)];
  return { level: form[1]?.length ?? 1, text: texts.join(' ').replace(/(?<!\s)\s+#+$/, ''), lines: texts.length };
}

/** From this length on a heading may have been wrapped, whatever the mail's own width. */
const longLine = 55;

/** The lines that a heading goes on in. */
function wrappedBelow(at: number, { lines, wrapping, names }: HeadingContext): string[] {
  const texts: string[] = [];
  for (let next = at + 1; next < lines.length; next++) {
    const text = lines[next]?.text ?? '';
    const long = displayWidth(lines[next - 1]?.text ?? '') >= longLine;
    const goesOn = indentOf(text) >= 2 || wrapping.isFull(next - 1) || (long && wrapping.goesOn(next - 1));
    if (text === '' || /^\s*[#>]/.test(text) || underline.test(text) || itemHead(text, names) || !goesOn) break;
    texts.push(text.trim());
  }
  return texts;
}

/** `#### Title ####`, also between two lines of marks. */
function boxed(at: number, line: string, { lines }: HeadingContext): HeadingForm | undefined {
  const inner = /^\s*#{2,}([^#]+)#{2,}\s*$/.exec(line)?.[1]?.trim() ?? '';
  if (inner !== '') return { level: levels.double, text: inner, lines: 1 };
  if (!/^\s*([#=*-])\1{3,}\s*$/.test(line)) return undefined;
  const mark = line.trim().charAt(0);
  const text = (lines[at + 1]?.text ?? '').trim();
  const below = (lines[at + 2]?.text ?? '').trim();
  if (text === '' || underline.test(text) || below !== mark.repeat(below.length) || below.length < 4) return undefined;
  const sides = new RegExp(`^\\${mark}+\\s*|\\s*\\${mark}+$`, 'g');
  return { level: levels.double, text: text.replace(sides, ''), lines: 3 };
}

/** One line, or up to three where the title was wrapped, with a line of marks about as long below. */
function underlined(at: number, { lines, wrapping, names }: HeadingContext): HeadingForm | undefined {
  for (const count of [1, 2, 3]) {
    const texts = lines.slice(at, at + count).map(({ text }) => text);
    const last = texts.at(-1) ?? '';
    if (last === '' || underline.test(last) || /^\s*>/.test(last)) return undefined;
    const mark = underline.exec(lines[at + count]?.text ?? '');
    if (!mark) continue;
    const longest = Math.max(...texts.map((text) => displayWidth(text.trim())));
    const length = mark[0].trim().length;
    // A short line below a long one parts two texts.
    if (length * 2 < longest || length > longest * 2 + 20) return undefined;
    const measured = Math.abs(length - longest) <= 2 && length >= 20;
    const wrapped = texts.slice(1).every((_, index) => wrapping.isFull(at + index));
    if (count > 1 && ((!wrapped && !measured) || texts.some((text) => itemHead(text, names)?.kind === 'bullet')))
      return undefined;
    const text = texts.map((each) => each.trim()).join(' ');
    return { level: mark[1] === undefined ? levels.single : levels.double, text, lines: count + 1 };
  }
  return undefined;
}

/** `--- topic: Title ---`, `=== Title`, `*** Title ***`; where no blank stands behind stars they are emphasis. */
function framed(at: number, line: string, context: HeadingContext): HeadingForm | undefined {
  const form = /^\s*(-{3,}|={2,}|\*{3,}(?=\s)|~{3,}|<{3,}|>{3,})\s*([^\s=*~<>-].*)$/.exec(line);
  const first = form?.[2] ?? '';
  if (first === '' || displayWidth(first) > 90) return undefined;
  const texts = frameEnd.test(first) ? [first] : [first, ...wrappedBelow(at, context)];
  const level = form?.[1]?.startsWith('=') ? levels.double : levels.framed;
  return { level, text: texts.join(' ').replace(frameEnd, ''), lines: texts.length };
}

const frameEnd = /(?<!\s)\s+[=*~<>-]+$|(?<![\s=*~<>-])[=*~<>-]+$/;

/** `Attendees`, `Proposed actions:`, `Requirements:` above a list, `*Title*`, `TITLE`, alone on a line. */
function announced(at: number, line: string, { lines, names }: HeadingContext): HeadingForm | undefined {
  if (indentOf(line) > 0) return undefined;
  const bold = /^(\*{1,3}|__)([^\s*](?:.*\S)?)\1:?$/.exec(line)?.[2];
  const text = (bold ?? line)
    .replace(/(?<!\s)\s*::?$/, '')
    .replace(/^(\*{1,3}|__)([^*_]+)\1/, '$2')
    .trim();
  const words = text.split(/\s+/).length;
  const next = lines[at + 1]?.text ?? '';
  const below = next === '' ? (lines[at + 2]?.text ?? '') : next;
  const head = below === '' ? undefined : itemHead(below, names);
  // `1. Roll call` may be a heading above bullets, and is an item among others elsewhere.
  const item = itemHead(line, names);
  const isItem = item?.kind === 'bullet' || (item?.kind === 'number' && head?.kind !== 'bullet');
  const known = !isItem && (sectionRole(text) !== undefined || notesLabel.test(line));
  const heading = { level: known ? levels.role : levels.plain, text, lines: 1 };
  // Lines below `TODO:` are actions, and what follows them is not: they are a paragraph of their own.
  if (isActionsLabel(line) && next !== '' && !head) return undefined;
  if (known) return head || next === '' || line.endsWith(':') || lines[at + 1] === undefined ? heading : undefined;
  const closed = next === '' || head !== undefined;
  if (!closed || below === '' || item) return undefined;
  if (bold !== undefined) return words <= 8 && !/[.:,;!?]$/.test(bold) ? heading : undefined;
  if (/^[\p{Lu}\d][\p{Lu}\d\s/&,'()-]{3,60}:?$/u.test(line) && /\p{Lu}{3}/u.test(line) && words <= 6) return heading;
  const label = /^\p{Lu}[^.,;:!?]{1,50}:$/u.test(line) && words <= 3;
  const listed = head?.kind === 'bullet' || head?.kind === 'number';
  return label && listed && !fieldOf(text) && !isSentence(text) ? heading : undefined;
}

/** `Two designs compete:`, `There are:`: a sentence that a list goes on with. */
function isSentence(text: string): boolean {
  return (
    !proseLabels.test(text) &&
    /\s(?:are|is|was|were|be|has|have|had|can|compete|include|includes?|means?|needs?|says?|said|wants?|follow|remain)$/i.test(
      text,
    )
  );
}
