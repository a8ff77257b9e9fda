import { isTick } from '../shape/ticks.js';
import { bulletOf, gapBetween, type SourceLine } from './lines.js';

/** The next item's bullet and mark, where a browser lost the line's end before them. */
const atEnd = /\s([•*–-]\s+(\S{1,3}))$/u;

/** Lines with the ticks and crosses that stand at the end of the line before, or in a line of their own, in front of what they mark. */
export function withMarksInFront(lines: readonly SourceLine[]): SourceLine[] {
  const result: SourceLine[] = [];
  let mark: SourceLine | undefined;
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    const goesOn = next !== undefined && gapBetween(line, next) === 0;
    const bullet = bulletOf(line.text)?.length ?? 0;
    const whole = mark ? { ...mark, text: `${mark.text} ${line.text}`, end: line.line } : line;
    const end = goesOn ? atEnd.exec(whole.text) : null;
    mark = undefined;
    if (goesOn && isTick(line.text.slice(bullet))) mark = whole;
    else if (end && isTick(end[2] ?? '')) {
      mark = { ...line, line: next?.line ?? line.line, text: end[1] ?? '' };
      result.push({ ...whole, text: whole.text.slice(0, end.index).trimEnd() });
    } else result.push(whole);
  });
  return result;
}
