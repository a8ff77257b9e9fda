import { existsSync } from 'node:fs';
import { createSearch, excerptOf, positionIn, type DocumentFacts, counted, say } from '../analysis.js';
import type { Installation } from './installation.js';
import { printJson, type Output } from './output.js';
import { selectToRead, shownPath } from './selection.js';

export interface SearchOptions {
  readonly json?: boolean;
  readonly limit: number;
}

/** A section that was found, as it is printed. */
interface SearchRow {
  readonly path: string;
  readonly line: number;
  readonly kind: string;
  readonly title: string;
  readonly excerpt: string;
  readonly score: number;
}

/** What is a file or folder among the arguments behind the first one is where to look. */
export function wordsAndPaths(given: readonly string[]): { readonly words: string; readonly paths: readonly string[] } {
  const [first = '', ...rest] = given;
  const paths = rest.filter((each) => existsSync(each));
  const words = [first, ...rest.filter((each) => !paths.includes(each))];
  return { words: words.map(quotedValue).join(' '), paths: paths.length > 0 ? paths : ['.'] };
}

/** The shell takes the quotes of `person:"Jan Beulich"`. */
function quotedValue(word: string): string {
  return word.replace(/^([a-z]+):([^"\s]*\s[^"]*)$/i, '$1:"$2"');
}

/** Finds words in the texts of archives; the exit code. */
export async function search(
  { words, paths }: ReturnType<typeof wordsAndPaths>,
  { json, limit }: SearchOptions,
  output: Output,
  place: Installation,
): Promise<number> {
  const texts = new Map<string, string>();
  const onText = (path: string, text: string): void => void texts.set(path, text);
  const { archives, problems } = await selectToRead(paths, { output, ...place, onText });
  const index = createSearch();
  const facts = new Map<string, DocumentFacts>();
  for (const { loaded, documents } of archives)
    for (const document of documents) {
      facts.set(document.path, document);
      index.put(loaded.archive, document, texts.get(document.path) ?? '');
    }
  const rows = index.find(words, limit).map(({ entry, score, terms }): SearchRow => {
    const { text, offset } = excerptOf(texts.get(entry.path) ?? '', entry.span, terms);
    const line = positionIn(facts.get(entry.path)?.lineStarts ?? [0], offset).line + 1;
    const { kind, title } = entry;
    return { path: shownPath(entry.path), line, kind, title, excerpt: text, score: Math.round(score * 100) / 100 };
  });
  if (json) printJson(output, rows);
  else {
    for (const { path, line, title, excerpt } of rows)
      output.print(`${output.colours.bold(title)}  ${output.colours.dim(`${path}:${line}`)}\n    ${excerpt}`);
    const places = counted(rows.length, say`1 place`, say`${rows.length} places`);
    output.say(rows.length === limit ? say`${places}; there may be more` : places);
  }
  return problems.length > 0 ? 2 : 0;
}
