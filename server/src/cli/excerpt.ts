import type { Output } from './output.js';

const indent = '    ';

/** A text, indented, with carets below what stands between `⟦` and `⟧`; characters nobody sees are named. */
export function underlined(marked: string, colours: Output['colours']): string {
  let within = false;
  const lines = marked.replace(/\n$/, '').split('\n');
  return lines
    .flatMap((line) => {
      const shown = readLine(line, within);
      within = shown.within;
      const carets = shown.carets.trimEnd() === '' ? [] : [`${indent}${colours.red(shown.carets)}`];
      return [`${indent}${shown.text}`.trimEnd(), ...carets];
    })
    .join('\n');
}

interface ShownLine {
  readonly text: string;
  readonly carets: string;
  /** Whether a range goes on in the next line. */
  readonly within: boolean;
}

function readLine(line: string, begun: boolean): ShownLine {
  let [text, carets, within] = ['', '', begun];
  for (const char of line) {
    if (char === '⟦' || char === '⟧') {
      // A range without characters is shown by the place it is at.
      if (char === '⟧' && carets.length < text.length + 1 && !carets.endsWith('^'))
        carets = `${carets.padEnd(text.length)}^`;
      within = char === '⟦';
      continue;
    }
    const shown = visible(char);
    if (within) carets = carets.padEnd(text.length) + '^'.repeat(shown.length);
    text += shown;
  }
  return { text, carets, within };
}

/** A character that leaves no trace on a terminal by its code point. */
function visible(char: string): string {
  if (!/[\p{Cf}\p{Cc}\p{Zl}\p{Zp}]|[\u00a0\u2000-\u200a\u202f]/u.test(char)) return char;
  return `<U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
}
