import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const corpusFolder = path.join(root, 'corpus');
/** Real minutes of another community, kept beside the checkout. */
export const otherMinutes = path.join(root, '../shared/corpora');

/** Markdown files below a folder; says so aloud, and gives none, where the folder is not there. */
export function markdownBelow(folder: string): string[] {
  if (!existsSync(folder)) {
    console.warn(`${path.relative(root, folder)} is not here: what is checked on it is left out`);
    return [];
  }
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.md$/i.test(name))
    .map((name) => path.join(folder, name))
    .sort();
}

/** Real minutes of others: one of so many in a usual run, all of them in `npm run fuzz`. */
export function minutesOfOthers({ oneOf }: { readonly oneOf: number }): string[] {
  const step = process.env['XEN_NOTES_FUZZ'] === undefined ? oneOf : 1;
  return markdownBelow(otherMinutes).filter((_, index) => index % step === 0);
}

export function read(file: string): string {
  return readFileSync(file, 'utf8');
}
