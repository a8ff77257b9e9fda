import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language, Texts } from '../analysis.js';

/** Where the tables of texts lie beside a bundle. */
const installed = path.join(__dirname, '..', 'l10n');

/**
 * A language, which is named as by editors (`de-AT`) or by the environment (`de_AT.UTF-8`); `undefined` where it is English, or nobody
 * has translated the texts. No table is read where the language is English.
 */
export function readLanguage(named: string | undefined, folder = installed): Language | undefined {
  const tag = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*(?=$|[.@])/i
    .exec(named ?? '')?.[0]
    .toLowerCase()
    .replace(/_/g, '-');
  if (tag === undefined || /^en\b/.test(tag)) return undefined;
  const [plain = tag] = tag.split('-');
  return languageIn(tag, folder) ?? languageIn(plain, folder);
}

function languageIn(name: string, folder: string): Language | undefined {
  try {
    const texts = JSON.parse(readFileSync(path.join(folder, `bundle.l10n.${name}.json`), 'utf8')) as Texts;
    return { name, texts };
  } catch {
    return undefined;
  }
}

/** The language of the messages of a program on the command line, as its environment tells. */
export function languageOf({ LC_ALL: all, LC_MESSAGES: messages, LANG: any }: NodeJS.ProcessEnv): string | undefined {
  return [all, messages, any].find((each) => each !== undefined && each !== '');
}
