import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language, Texts } from '../../server/src/text/say.js';

const root = path.join(import.meta.dirname, '../..');

export function tableNamed(name: string): Texts {
  return JSON.parse(readFileSync(path.join(root, name), 'utf8')) as Texts;
}

/** A language that nobody speaks: every text stands in brackets, and no letter of it is a plain one, so that what is told in English shows. */
export function pseudoLanguage(): Language {
  const english = Object.keys(tableNamed('l10n/bundle.l10n.json'));
  return { name: 'qps', texts: Object.fromEntries(english.map((text) => [text, pseudo(text)])) };
}

function pseudo(text: string): string {
  return `⟪${text.replace(/\{\d+\}|[A-Za-z]/g, (found) => (found.length > 1 ? found : foreign(found)))}⟫`;
}

/** Letters of mathematics look like ours. */
function foreign(letter: string): string {
  const isCapital = letter < 'a';
  const index = letter.charCodeAt(0) - (isCapital ? 65 : 97);
  return String.fromCodePoint((isCapital ? 0x1d5a0 : 0x1d5ba) + index);
}

/** Words of a text that are told in English: those that are none of the documents' it is about, nor of the format. */
export function englishIn(text: string, documents: string): string[] {
  const known = new Set(wordsOf(documents));
  return wordsOf(text).filter((word) => !known.has(word));
}

function wordsOf(text: string): string[] {
  return text.match(/[A-Za-z][a-z]{2,}/g) ?? [];
}
