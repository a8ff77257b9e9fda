import { isNameLine } from '../../document/reading/attendance.js';
import {
  agendaTitle,
  attendanceOf,
  fieldOf,
  groupTitle,
  noNotesTitle,
  sectionRole,
  todoTitle,
  yearHeading,
} from '../../document/schema.js';
import type { Names } from '../mail/reading/names.js';
import { areFields, startsEntry } from './fieldLines.js';
import { bareTitle, isCapitalised, mayBeTitle, notesLine, readsAsSentence } from './headings.js';
import { bulletOf, gapBetween, pieces, type Piece, type SourceLine } from './lines.js';
import { opensProject } from './projects.js';
import { rowsIn } from './tableLines.js';

/**
 * Whether a text is dense: no blank lines part its blocks, as some browsers and archives copy pages, so that each line is a
 * block. In a text that was wrapped many lines go on in the next one, unless most are items of lists.
 */
export function isDense(lines: readonly SourceLine[]): boolean {
  const pairs = lines.slice(1).map((line, index) => ({ before: lines[index] ?? line, line }));
  const apart = pairs.filter(({ before, line }) => gapBetween(before, line) > 0).length;
  const texts = pairs.filter(({ before, line }) => !bulletOf(before.text) && !bulletOf(line.text));
  const wrapped = texts.filter(({ line }) => /^\p{Ll}/u.test(line.text)).length;
  return (
    lines.length > 2 && apart * 20 <= pairs.length && (texts.length * 4 < pairs.length || wrapped * 3 <= texts.length)
  );
}

/** Groups the lines of a dense text: a line of text is a piece, and titles stand apart from what is around them. */
export function densePieces(lines: readonly SourceLine[], names: Names): Piece[] {
  const groups = pieces(lines);
  const result: Piece[] = [];
  let titled = true;
  let listing = false;
  groups.forEach((group, index) => {
    if (group.type === 'items') listing = false;
    const below = groups[index + 1]?.lines[0];
    const parts = group.type === 'items' ? [group.lines] : partsOf(group.lines, below, { titled, listing });
    parts.forEach((own, at) => {
      const [first] = own;
      const next = parts[at + 1]?.[0] ?? below;
      const before = result.at(-1)?.lines.at(-1);
      const title = group.type === 'text' && own.length === 1 && first && isTitle(first.text, { before, next, names });
      const gap = Math.max(at === 0 ? group.gap : 0, title || titled ? 1 : 0);
      titled = title === true;
      result.push({ type: group.type, lines: own, gap, title: titled });
      if (first && titled) listing = attendanceOf(bareTitle(first.text)) !== undefined;
    });
  });
  return result;
}

/** Lines of text as they belong together: fields below a title, names below "Attendees", else each by itself. */
function partsOf(
  lines: readonly SourceLine[],
  below: SourceLine | undefined,
  state: { readonly titled: boolean; readonly listing: boolean },
): SourceLine[][] {
  const parts: SourceLine[][] = [];
  let { listing } = state;
  for (let at = 0; at < lines.length;) {
    const rest = lines.slice(at, at + mostTogether);
    const count = Math.max(1, listing ? namesIn(rest, below) : 0, fieldsIn(rest), rowsIn(rest, 0));
    const part = rest.slice(0, count);
    parts.push(part);
    listing = attendanceOf(bareTitle(part[0]?.text ?? '')) !== undefined;
    at += count;
  }
  return parts;
}

/** Lines looked at together. */
const mostTogether = 60;

/** Number of lines that name a person each; the last one is a title where text follows that names nobody. */
function namesIn(lines: readonly SourceLine[], below: SourceLine | undefined): number {
  const end = lines.findIndex(({ text }) => !isNameLine(text) || isKnownTitle(text));
  const count = end < 0 ? lines.length : end;
  const next = lines[count] ?? below;
  const last = lines[count - 1]?.text ?? '';
  return count > 1 && next && !isKnownTitle(next.text) && !/[()]/.test(last) ? count - 1 : count;
}

/** Number of lines that are a field list: an entry of the scheduler. */
function fieldsIn(lines: readonly SourceLine[]): number {
  if (!startsEntry(lines[0]?.text)) return 0;
  let count = 1;
  while (count < lines.length && areFields(lines.slice(0, count + 1))) count++;
  return count;
}

/** Whether a line is a title by its words: a section or a group that pages have, or a field's label alone. */
function isKnownTitle(source: string): boolean {
  const title = bareTitle(source);
  const known = [yearHeading, todoTitle, noNotesTitle, agendaTitle, groupTitle];
  return (
    sectionRole(title) !== undefined ||
    fieldOf(title.replace(/:$/, '')) !== undefined ||
    known.some((form) => form.test(title))
  );
}

/** Longer titles have their words capitalised. */
const longestPlain = 70;
/** Words of a title that stands between two lists. */
const mostBetweenLists = 6;
/** Above this length a line is a paragraph, which a title may stand above. */
const shortestProse = 60;

/** The lines around a line, and who speaks on the page. */
interface Around {
  readonly before: SourceLine | undefined;
  readonly next: SourceLine | undefined;
  readonly names: Names;
}

function isTitle(source: string, { before, next, names }: Around): boolean {
  const title = bareTitle(source);
  if (isKnownTitle(title) || title !== source) return true;
  if (opensProject(next?.text) && !bulletOf(source) && !opensProject(source)) return true;
  if (!mayBeTitle(title, names)) return false;
  if (startsEntry(next?.text)) return true;
  if (isCapitalised(title)) return true;
  if (readsAsSentence(title) || !/^[\p{Lu}\d]/u.test(title)) return false;
  const between = bulletOf(before?.text ?? '') !== undefined && bulletOf(next?.text ?? '') !== undefined;
  if (between && title.split(/\s+/).length <= mostBetweenLists) return true;
  const prose = next !== undefined && next.text.length >= shortestProse && /[.!?)]$/.test(next.text);
  return before === undefined || notesLine.test(before.text) || (title.length <= longestPlain && prose);
}
