/** A part of a message without parts of its own. */
export interface MimePart {
  /** Line of the message on which its header begins, and on which its content does; from 0. */
  readonly head: number;
  readonly start: number;
  /** Behind its last line. */
  end: number;
  readonly type: string;
  readonly charset: string;
  readonly encoding: string;
  readonly flowed: boolean;
  /** Whether the blank at a flowed line's end was put there for the way only. */
  readonly delsp: boolean;
  readonly attached: boolean;
}

export interface MimeParts {
  readonly parts: readonly MimePart[];
  /** Whether the last part ends where the message does, although a boundary was to follow. */
  readonly truncated: boolean;
}

/** The type of a part that is a mail with its header. */
export const wholeMail = 'message/rfc822';

interface Boundary {
  readonly mark: string;
  /** Type of the parts that name none. */
  readonly holds: string;
}

interface Header {
  readonly head: number;
  readonly start: number;
  readonly value: (name: string) => string;
}

/**
 * Where the parts of a message stand. What they say is the parser's business; this tells the lines that a report names, and
 * whether the message is whole.
 */
export function mimeParts(lines: readonly string[]): MimeParts {
  const parts: MimePart[] = [];
  const boundaries: Boundary[] = [];
  let open: MimePart | undefined;
  const enter = (from: number): number => {
    const header = readHeader(lines, from);
    const content = header.value('content-type');
    const boundary = parameter(content, 'boundary');
    open = undefined;
    if (/^multipart\//i.test(content) && boundary !== '')
      boundaries.push({ mark: boundary, holds: /^multipart\/digest\b/i.test(content) ? wholeMail : 'text/plain' });
    else parts.push((open = partOf(header, lines.length, boundaries.at(-1)?.holds ?? 'text/plain')));
    return header.start;
  };
  for (let at = enter(0); at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (!line.startsWith('--')) continue;
    const mark = line.slice(2).trimEnd();
    const level = boundaries.findLastIndex((boundary) => mark === boundary.mark || mark === `${boundary.mark}--`);
    if (level < 0) continue;
    if (open) open.end = at;
    open = undefined;
    const closes = mark !== boundaries[level]?.mark;
    boundaries.length = closes ? level : level + 1;
    if (!closes) at = enter(at + 1) - 1;
  }
  return { parts, truncated: boundaries.length > 0 };
}

function readHeader(lines: readonly string[], from: number): Header {
  const fields = new Map<string, string>();
  let name = '';
  let at = from;
  for (; at < lines.length && lines[at] !== ''; at++) {
    const line = lines[at] ?? '';
    const colon = line.indexOf(':');
    if (/^[ \t]/.test(line)) {
      const before = fields.get(name);
      if (before !== undefined && before.length < 10_000) fields.set(name, `${before} ${line.trim()}`);
    } else if (colon > 0) {
      name = line.slice(0, colon).trim().toLowerCase();
      if (!fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
    }
  }
  return { head: from, start: Math.min(at + 1, lines.length), value: (of) => fields.get(of) ?? '' };
}

function partOf(header: Header, end: number, unnamed: string): MimePart {
  const content = header.value('content-type');
  return {
    head: header.head,
    start: header.start,
    end,
    type: (/^[^;\s]+/.exec(content)?.[0] ?? unnamed).toLowerCase(),
    charset: parameter(content, 'charset').toLowerCase(),
    encoding: header.value('content-transfer-encoding').trim().toLowerCase(),
    flowed: parameter(content, 'format').toLowerCase() === 'flowed',
    delsp: parameter(content, 'delsp').toLowerCase() === 'yes',
    attached: /^attachment\b/i.test(header.value('content-disposition')),
  };
}

/** A parameter of a structured header; empty when it is not there. */
function parameter(header: string, name: string): string {
  const found = new RegExp(`;\\s*${name}\\*?=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(header);
  return found?.[1] ?? found?.[2] ?? '';
}
