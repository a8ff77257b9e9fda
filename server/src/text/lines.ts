/** Line starts of a text; lines end with LF, CRLF or CR, as CommonMark has it. */
export class LineIndex {
  private readonly starts: number[] = [0];

  constructor(readonly text: string) {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) this.starts.push(at + 1);
    }
  }

  /** Offset at which each line starts. */
  get lineStarts(): readonly number[] {
    return this.starts;
  }

  /** Number of lines; a text without a line ending has one. */
  get count(): number {
    return this.starts.length;
  }

  /** Zero-based line and column (UTF-16 units) of an offset; an offset outside the text is clamped into it. */
  positionAt(offset: number): { line: number; column: number } {
    return positionIn(this.starts, Math.min(offset, this.text.length));
  }

  /** Offset at which a zero-based line starts; the text's length past the last line. */
  startOf(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** Offset just before the line's ending. */
  endOf(line: number): number {
    let end = this.startOf(line + 1);
    if (line + 1 < this.starts.length) {
      end--;
      if (end > this.startOf(line) && this.text.charCodeAt(end) === 10 && this.text.charCodeAt(end - 1) === 13) end--;
    }
    return end;
  }
}

/** Zero-based line and column of an offset where only the line starts are at hand. */
export function positionIn(lineStarts: readonly number[], offset: number): { line: number; column: number } {
  const at = Math.max(0, offset);
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low, column: at - (lineStarts[low] ?? 0) };
}
