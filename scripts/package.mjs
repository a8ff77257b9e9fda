// `npm run package`: the extension as a .vsix. Everything it needs is bundled, so no dependency is packed. Of the same
// sources it makes the same bytes.
//   npm run package -- --pre-release    as one that people get who asked for what is not yet released
//   npm run package -- --again          fails where it is not byte by byte the one that lies there
import fs from 'node:fs';
import path from 'node:path';
import { ensureInstalled, root, runNode } from './tools.mjs';

/** In bytes. The core is in it twice, for a machine and for a browser, and so are the texts, once for each language. */
const limit = 1_900_000;

await ensureInstalled();
if ((await runNode(['esbuild.mjs', '--production'])) !== 0) process.exit(1);
const { writeNotices } = await import('./notices.mjs');
const metafile = path.join(root, 'dist/meta.json');
const packages = writeNotices(metafile, path.join(root, 'ThirdPartyNotices.txt'));
console.log(`${packages} bundled packages, all under permissive licences.`);

const { name, version, homepage } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const packagePath = path.join(root, `${name}-${version}.vsix`);
const before = process.argv.includes('--again') ? fs.readFileSync(packagePath) : undefined;
for (const old of fs.readdirSync(root).filter((name) => name.endsWith('.vsix'))) fs.rmSync(path.join(root, old));
const repository = homepage.replace(/#.*/, '');
// The day of the release, and not of the build, stands on each file.
process.env.SOURCE_DATE_EPOCH ??= String(Date.parse('2000-01-01T00:00:00Z') / 1000);
const { createVSIX, listFiles } = await import('@vscode/vsce');
await createVSIX({
  cwd: root,
  packagePath,
  dependencies: false,
  // A page about the extension shows pictures of published addresses alone, be it in the editor or on a marketplace.
  baseContentUrl: `${repository}/blob/HEAD`,
  baseImagesUrl: `${repository}/raw/HEAD`,
  preRelease: process.argv.includes('--pre-release'),
});

const files = await listFiles({ cwd: root, dependencies: false });
const required = [
  ...Object.keys(JSON.parse(fs.readFileSync(metafile, 'utf8')).outputs),
  'dist/corpus.json',
  'dist/build.id',
  'corpus/.xen-notes.json',
  'docs/rules/README.md',
  'ThirdPartyNotices.txt',
];
const problems = [
  ...required.filter((file) => !files.includes(file)).map((file) => `${file} is not in it`),
  ...files.filter((file) => /\.(?:[cm]?ts|map)$/.test(file)).map((file) => `${file} does not belong in it`),
  ...(await brokenInside()),
];
const { size } = fs.statSync(packagePath);
if (before && !before.equals(fs.readFileSync(packagePath))) problems.push('it is another one than before');
if (size > limit) problems.push(`${size} bytes are more than ${limit}`);
for (const problem of problems) console.error(`${path.basename(packagePath)}: ${problem}`);
console.log(`${path.basename(packagePath)}: ${files.length} files, ${(size / 1000).toFixed(0)} kB`);
process.exitCode = problems.length > 0 ? 1 : 0;

/** Links and pictures of the texts that are shown, as they stand in the package, which lead to no file. */
async function brokenInside() {
  const { brokenLinks, linksIn } = await import('./links.mjs');
  const { packedTexts } = await import('./packedTexts.mjs');
  const read = (file) =>
    fs.existsSync(path.join(root, file)) ? fs.readFileSync(path.join(root, file), 'utf8') : undefined;
  const texts = await packedTexts(packagePath, ['extension/readme.md', 'extension/changelog.md']);
  return [...texts].flatMap(([file, text]) => [
    ...brokenLinks(text, { from: file, repository, read }).map(({ address }) => `${file}: ${address} leads nowhere`),
    ...linksIn(text)
      .filter(({ address }) => !/^(?:https:|#)/.test(address))
      .map(({ address }) => `${file}: ${address} is no address that can be opened from there`),
  ]);
}
