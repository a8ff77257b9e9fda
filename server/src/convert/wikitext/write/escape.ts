import { wikiForm } from '../../../document/reading/references.js';

/** Where text stands: what ends a value there is markup too. */
export type Surroundings = 'line' | 'parameter' | 'cell';

/** What of a text is markup to the wiki wherever it stands. */
const markup =
  /'{2,}|\[\[|\]\]|\{\{+|\}\}+|\{\||~{3,}|__(?=[A-Z]+__)|&(?=#?\w{1,30};)|<(?=[ \t]{0,8}[a-z/!])|-\{|\[(?=(?:https?:|ftp:|mailto:)?\/\/|mailto:)/gi;

/** Text as the wiki shows it; its own links, `[[Page#Section]]`, stay links. */
export function escapeText(source: string, where: Surroundings): string {
  let result = '';
  let from = 0;
  for (const link of source.matchAll(wikiForm)) {
    result += escaped(source.slice(from, link.index), where) + link[0];
    from = link.index + link[0].length;
  }
  return result + escaped(source.slice(from), where);
}

function escaped(source: string, where: Surroundings): string {
  const safe = source.replace(markup, (found) => {
    if (found === '&') return '&amp;';
    if (found === '<') return '&lt;';
    if (found === '[') return '&#91;';
    if (found === '{|') return '&#123;|';
    if (found === '-{') return '-&#123;';
    return `<nowiki>${found}</nowiki>`;
  });
  return where === 'line' ? safe : safe.replace(/\|/g, '&#124;').replace(/!!/g, where === 'cell' ? '&#33;!' : '!!');
}

/** Text of which nothing is markup, as it stands between tags such as `<code>`. */
export function literal(source: string): string {
  const safe = source.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return /''|[[\]{}|~=!]|__|:\/\//.test(source) ? `<nowiki>${safe}</nowiki>` : safe;
}

/** A line that would be a list item, a heading, code or the like is kept from it. */
export function keepLine(line: string): string {
  return /^(?:[*#:;=|!]|\{\||-{4}| )/.test(line) ? `<nowiki />${line}` : line;
}

/** An address in which nothing ends it or is markup. */
export function escapeUrl(url: string): string {
  return url.replace(/[\s[\]{}|<>"]|'{2,}/g, (found) =>
    [...found].map((char) => (char === "'" ? '%27' : encodeURIComponent(char))).join(''),
  );
}
