/** Code spans, which nothing is changed in, and what stands between them. */
const codeSpans = /(?<![`\\])(`+)(?!`)[^`]*\1(?!`)/g;

/**
 * A text that somebody typed, as Markdown that says the same words. Emphasis, code, links and lists that people type stay
 * what they are; what Markdown would take for HTML, an entity or a definition, and thereby swallow, is escaped.
 */
export function inlineMarkdown(text: string): string {
  let result = '';
  let at = 0;
  for (const match of text.matchAll(codeSpans)) {
    result += plain(text.slice(at, match.index)) + match[0];
    at = match.index + match[0].length;
  }
  return result + plain(text.slice(at));
}

/** What another converter has escaped; it says what it is to say as it stands. */
const escaped = /(\\[!-/:-@[-`{-~])/;

function plain(text: string): string {
  return text
    .split(escaped)
    .map((part, index) => (index % 2 === 1 ? part : unescaped(part)))
    .join('');
}

function unescaped(text: string): string {
  return (
    text
      // Names such as __func__ would become bold.
      .replace(/(?<![\w`])__\w{1,60}__(?!\w)/g, '`$&`')
      .replace(/\\$/gm, '\\\\')
      .replace(/(?<=\w)\*(?=\w)/g, '\\*')
      .replace(/&(?=#?\w{1,32};)/g, '\\&')
      .replace(/<(?=[a-z/!?])(?![a-z][a-z\d+.-]{1,31}:[^\s<>]*>|[^\s<>@]{1,64}@[^\s<>@]{1,255}>)/gi, '\\<')
  );
}

/** What begins a block, and is no word, at the start of a line. */
const blockStart =
  /^(?=[-+*](?:\s|$)|#{1,6}(?:\s|$)|>|`{3}|~{3}|=+\s*$|-{2,}\s*$|\[[^\]\n]{1,200}\]:|\||:?-+\s*\||[*_](?:\s*[*_]){2,}\s*$)/;
const numberStart = /^(\d{1,9})([.)])(?=\s|$)/;

/** A line of a paragraph, so that it is one in Markdown as well. */
export function lineOfParagraph(line: string): string {
  return line.replace(blockStart, '\\').replace(numberStart, '$1\\$2');
}
