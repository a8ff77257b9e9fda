import { beginsWithMarker } from '../../../document/reading/markers.js';
import { closing, greeting, listFooter, listFooterText } from '../../../document/schema.js';
import type { Dropped, Uncertain } from '../../report.js';
import { withoutBullet } from './itemHead.js';
import type { Line } from './line.js';
import { headNames } from './speechHead.js';
import { say } from '../../../text/say.js';

/** A mail's text without what belongs to the mail alone. */
export interface Taken {
  readonly lines: readonly Line[];
  readonly dropped: readonly Dropped[];
  readonly uncertain: readonly Uncertain[];
}

type Step = (lines: readonly Line[], sender: string) => Taken;

/** Takes off what the list, a mail program and good manners add to a text; all of it is told. */
export function takeOff(lines: readonly Line[], sender: string): Taken {
  const steps: readonly Step[] = [armour, footer, signature, misplacedSignature, manners];
  return steps.reduce<Taken>(
    (before, step) => {
      const after = step(before.lines, sender);
      return {
        lines: after.lines,
        dropped: [...before.dropped, ...after.dropped],
        uncertain: [...before.uncertain, ...after.uncertain],
      };
    },
    { lines, dropped: [], uncertain: [] },
  );
}

/** The lines without those from `start` up to `end`. */
function without(lines: readonly Line[], start: number, end: number, why: string): Taken {
  const taken = lines.slice(start, end).filter(({ text }) => text !== '');
  const [first] = taken;
  const dropped = first ? [{ line: first.at, text: taken.map(({ text }) => text).join('\n'), why }] : [];
  return { lines: [...lines.slice(0, start), ...lines.slice(end)], dropped, uncertain: [] };
}

function all(lines: readonly Line[]): Taken {
  return { lines, dropped: [], uncertain: [] };
}

/** The armour of a text signed with PGP; lines that begin with a dash were given another one. */
function armour(lines: readonly Line[]): Taken {
  const begin = lines.findIndex(({ text }) => text === '-----BEGIN PGP SIGNED MESSAGE-----');
  if (begin < 0) return all(lines);
  const head = lines.findIndex(({ text }, index) => index > begin && text === '');
  const signed = lines.findIndex(({ text }, index) => index > begin && text === '-----BEGIN PGP SIGNATURE-----');
  if (head < 0) return all(lines);
  const end = signed < 0 ? lines.length : signed;
  const over = lines.findIndex(({ text }, index) => index > end && text === '-----END PGP SIGNATURE-----');
  const tail = without(lines, end, over < 0 ? lines.length : over + 1, say`a PGP signature`);
  const rest = without(tail.lines, begin, Math.min(head, end), say`the head of a PGP signature`);
  const plain = rest.lines.map((line) => (line.text.startsWith('- -') ? { ...line, text: line.text.slice(2) } : line));
  return { lines: plain, dropped: [...rest.dropped, ...tail.dropped], uncertain: [] };
}

/** What the list's software puts below each mail. */
function footer(lines: readonly Line[]): Taken {
  const start = lines.findLastIndex(
    ({ text }, index) => listFooter.test(text) && listFooterText.test(lines[index + 1]?.text ?? ''),
  );
  if (start < 0 || lines.length - start > 8) return all(lines);
  return without(lines, start, lines.length, say`the footer of the list`);
}

/** Longest signature, in lines; what is longer are notes. */
const signatureLines = 12;

/** A signature behind the last `-- `. */
function signature(lines: readonly Line[]): Taken {
  const start = lines.findLastIndex(({ text }) => text === '--');
  const rest = lines.slice(start + 1).filter(({ text }) => text !== '');
  const structured = rest.some(({ text }) => /^\s*(?:[-*+#>]|={3})\s*\S/.test(text) || beginsWithMarker(text));
  if (start < 0 || rest.length > signatureLines || structured || isTalk(rest, lines.slice(0, start))) return all(lines);
  return without(lines, start, lines.length, 'a signature');
}

/** Whether somebody speaks below the mark who has spoken above it, or does so again. */
function isTalk(below: readonly Line[], above: readonly Line[]): boolean {
  const heads = below.flatMap(({ text }) => headNames(text.trim()));
  if (heads.length === 0) return false;
  const spoken = new Set(above.flatMap(({ text }) => headNames(withoutBullet(text))));
  return heads.some((name, index) => spoken.has(name) || heads.indexOf(name) < index);
}

/** A signature that stands before the notes, as some mail programs put it: it goes up to the next empty line. */
function misplacedSignature(lines: readonly Line[], sender: string): Taken {
  const start = lines.findIndex(({ text }) => text === '--');
  const blank = lines.findIndex(({ text }, index) => index > start + 1 && text === '');
  if (start < 0 || blank < 0) return all(lines);
  const own = lines.slice(start + 1, blank);
  if (own.length > 6 || isTalk(own, lines.slice(0, start)) || !own.some(({ text }) => isOfSender(text, sender)))
    return all(lines);
  const what = say`the signature stands before the notes; what follows it is taken as notes`;
  return { ...without(lines, start, blank, 'a signature'), uncertain: [{ line: lines[start]?.at ?? 1, what }] };
}

/** What is said in signatures: the sender's name, addresses, telephone numbers. */
function isOfSender(text: string, sender: string): boolean {
  const names = sender
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word.length > 2);
  return names.some((name) => text.toLowerCase().includes(name)) || /@|https?:|www\.|\+\d[\d ()-]{6,}/.test(text);
}

/** `Hi all,` in front, `Cheers, George` at the end. */
function manners(lines: readonly Line[], sender: string): Taken {
  const first = lines.findIndex(({ text }) => text !== '');
  const greets = first >= 0 && greeting.test(lines[first]?.text ?? '') && (lines[first + 1]?.text ?? '') === '';
  const opened = greets ? without(lines, first, first + 1, 'a greeting') : all(lines);
  const closed = farewell(opened.lines, sender);
  return { lines: closed.lines, dropped: [...opened.dropped, ...closed.dropped], uncertain: [] };
}

function farewell(lines: readonly Line[], sender: string): Taken {
  const last = lines.findLastIndex(({ text }) => text !== '');
  const name = (sender.split(/\s+/)[0] ?? '').toLowerCase();
  const isName = (text: string): boolean => {
    const bare = text
      .trim()
      .toLowerCase()
      .replace(/^[-–—~]+\s*|[.!]$/g, '');
    return bare !== '' && (bare === name || bare === sender.toLowerCase());
  };
  let start = last + 1;
  if (last >= 0 && isName(lines[last]?.text ?? '')) start = last;
  const before = lines.slice(0, start).findLastIndex(({ text }) => text !== '');
  if (before >= 0 && closing.test(lines[before]?.text ?? '')) start = before;
  return start > last ? all(lines) : without(lines, start, lines.length, say`how the mail ends`);
}
