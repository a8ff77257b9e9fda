import type { Dropped, Uncertain } from '../../report.js';
import type { Line } from '../reading/line.js';
import { withTypedCharacters } from './characters.js';
import { htmlText } from './htmlText.js';
import type { MimePart } from './mimeParts.js';
import { sourceLines } from './sourceLines.js';
import { unflow } from './unflow.js';
import { say } from '../../../text/say.js';

/** The lines of a message's text parts. */
export function textLines(text: string, source: readonly string[], parts: readonly MimePart[], first: number): Line[] {
  const place = placesOf(source, parts);
  const typed = withTypedCharacters(text);
  const lines = typed.split(/\r\n|\n|\r/).map((line, index, all) => ({
    text: isEscapedFrom(all, index) ? line.slice(1) : line,
    at: first + place(index),
  }));
  if (!parts.some((part) => part.flowed)) return lines;
  return unflow(lines, parts.some((part) => part.delsp) ? 'deleted' : 'kept');
}

/** Whether a mailbox put the mark before a line that begins with `From `: no line beside it is quoted. */
function isEscapedFrom(lines: readonly string[], at: number): boolean {
  const beside = [lines[at - 1], lines[at + 1]];
  return /^>+From /.test(lines[at] ?? '') && !beside.some((line) => line?.startsWith('>') === true);
}

/** The parser puts several text parts one below the other, with an empty line between them. */
function placesOf(source: readonly string[], parts: readonly MimePart[]): (line: number) => number {
  const [first] = parts;
  if (!first) return () => 0;
  if (parts.length === 1 || parts.some((part) => part.encoding === 'base64')) return sourceLines(source, first);
  const places = parts.flatMap((part) => {
    const place = sourceLines(source, part);
    return Array.from({ length: part.end - part.start + 1 }, (_, line) => place(line));
  });
  return (line) => places[line] ?? first.start;
}

/** The lines of the Markdown that a message's HTML is converted to. */
export function htmlLines(html: string, parts: readonly MimePart[], first: number, dropped: Dropped[]): Line[] {
  if (html.trim() === '') return [];
  const at = first + (parts[0]?.start ?? 0);
  const text = htmlText(withTypedCharacters(html));
  if (text !== undefined) return text.split('\n').map((line) => ({ text: line, at }));
  dropped.push({ line: at, text: html.slice(0, 80), why: say`HTML that is too long or nested too deeply to be notes` });
  return [];
}

/** Character sets whose letters the parser knows. */
const knownCharset =
  /^(?:us-ascii|ascii|ansi_x3\.4-1968|utf-?8|utf-?16(?:le|be)?|iso-?8859-?\d+|latin-?\d|windows-\d+|cp-?\d+|koi8-[ru]|macintosh|gb(?:2312|k|18030)|big5(?:-hkscs)?|euc-(?:jp|kr)|shift[_-]jis|iso-2022-jp|ks_c_5601-1987)?$/;

/** Characters that may not be what was sent. */
export function unreadable(lines: readonly Line[], parts: readonly MimePart[]): Uncertain[] {
  const found: Uncertain[] = [];
  const unknown = parts.find(({ charset }) => !knownCharset.test(charset));
  const foreign = lines.find(({ text }) => /[^\p{ASCII}]/u.test(text));
  if (unknown && foreign)
    found.push({
      line: foreign.at,
      what: say`the character set "${unknown.charset}" is not known; look at letters such as "${/[^\p{ASCII}]/u.exec(foreign.text)?.[0] ?? ''}"`,
    });
  const broken = lines.find(({ text }) => text.includes('\ufffd'));
  if (broken) found.push({ line: broken.at, what: say`there are characters here that could not be read, shown as �` });
  return found;
}
