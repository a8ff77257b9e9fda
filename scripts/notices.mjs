// The licences of what is bundled, as those licences ask for it.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './tools.mjs';

const permissive = /^(?:MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|Unlicense)$/;

/**
 * Writes the notices of every package whose code is in the bundles, as esbuild's metafile lists them, and returns how
 * many there are. Throws at a licence that is not permissive.
 */
export function writeNotices(metafile, target) {
  const { inputs } = JSON.parse(fs.readFileSync(metafile, 'utf8'));
  const folders = [...new Set(Object.keys(inputs).flatMap(packageFolder))].sort();
  const notices = folders.map(notice);
  const bar = '-'.repeat(100);
  const head = 'Xen Session Notes contains the work of others, under these licences.\n';
  fs.writeFileSync(target, [head, ...notices.flatMap((text) => [bar, text])].join('\n'));
  return folders.length;
}

/** The folder of the package an input belongs to; none for our own files. */
function packageFolder(input) {
  const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
  return found ? [found[1]] : [];
}

function notice(folder) {
  const dir = path.join(root, folder);
  const manifest = JSON.parse(fs.readFileSync(path.join(dir, 'package.json'), 'utf8'));
  const { name, version, author, repository } = manifest;
  // Old packages list objects instead of naming one licence.
  const license = manifest.license ?? manifest.licenses?.map(({ type }) => type).join(' OR ');
  if (!permissive.test(String(license)))
    throw new Error(`${name} ${version} is under ${license}, which cannot be bundled`);
  const home = typeof repository === 'string' ? repository : repository?.url;
  const by = typeof author === 'string' ? author : author?.name;
  const about = [`${name} ${version} (${license})`, by, home].filter(Boolean).join('\n');
  const text = licenceText(dir) ?? statedLicence(dir, license);
  if (text === undefined)
    throw new Error(
      `${name} ${version} has no text of its licence (${license}); add it to statedLicence in scripts/notices.mjs`,
    );
  return `${about}\n\n${text}\n`;
}

function licenceText(dir) {
  const file = fs.readdirSync(dir).find((name) => /^(?:licen[cs]e|copying)/i.test(name));
  return file && fs.readFileSync(path.join(dir, file), 'utf8').replace(/\r\n/g, '\n').trim();
}

/**
 * The licence of a package that names it and whose it is, and does not bring its text: the words of the MIT licence are the same for
 * everybody, and ours.
 */
export function statedLicence(dir, license) {
  if (license !== 'MIT') return undefined;
  const readme = fs.readdirSync(dir).find((name) => /^readme/i.test(name));
  const holder = readme && /^copyright\b.*$/im.exec(fs.readFileSync(path.join(dir, readme), 'utf8'))?.[0].trim();
  return (
    holder &&
    fs
      .readFileSync(path.join(root, 'LICENSE'), 'utf8')
      .trim()
      .replace(/^Copyright .*$/m, holder)
  );
}
