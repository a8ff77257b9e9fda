/** A message of a file, and the line of the file it begins on. */
export interface RawMessage {
  readonly bytes: Uint8Array;
  /** From 1. */
  readonly line: number;
}

const lf = 10;
/** `From `, which begins each message of an mbox behind an empty line. */
const separator = [70, 114, 111, 109, 32];

/** The messages of an mbox; a file that does not begin as one is a single message. */
export function splitMbox(bytes: Uint8Array): RawMessage[] {
  if (!startsWith(bytes, 0, separator)) return [{ bytes, line: 1 }];
  const messages: RawMessage[] = [];
  let start = 0;
  let startLine = 1;
  let line = 1;
  const close = (end: number): void => {
    const body = lineEnd(bytes, start) + 1;
    messages.push({ bytes: unescaped(bytes.subarray(body, end)), line: startLine + 1 });
  };
  for (let at = 0; at < bytes.length; at = lineEnd(bytes, at) + 1, line++) {
    if (at === start || !startsWith(bytes, at, separator) || !isBlankBefore(bytes, at)) continue;
    close(at);
    start = at;
    startLine = line;
  }
  close(bytes.length);
  return messages;
}

/** Offset of the LF that ends the line at `from`, or of the end. */
function lineEnd(bytes: Uint8Array, from: number): number {
  const at = bytes.indexOf(lf, from);
  return at < 0 ? bytes.length : at;
}

function isBlankBefore(bytes: Uint8Array, at: number): boolean {
  const before = bytes[at - 2] === 13 ? at - 3 : at - 2;
  return bytes[before] === lf;
}

function startsWith(bytes: Uint8Array, at: number, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[at + index] === byte);
}

/** Lines that began with `From ` were given a `>` when the mail was put into the mbox. */
function unescaped(bytes: Uint8Array): Uint8Array {
  const kept: number[] = [];
  for (let at = 0; at < bytes.length; at = lineEnd(bytes, at) + 1) {
    let marks = at;
    while (bytes[marks] === 62) marks++;
    if (marks > at && startsWith(bytes, marks, separator)) kept.push(at);
  }
  if (kept.length === 0) return bytes;
  const result = new Uint8Array(bytes.length - kept.length);
  let from = 0;
  let to = 0;
  for (const mark of kept) {
    result.set(bytes.subarray(from, mark), to);
    to += mark - from;
    from = mark + 1;
  }
  result.set(bytes.subarray(from), to);
  return result;
}
