// `npm run package`: the extension as a .vsix. Everything it needs is bundled, so no dependency is packed.
import fs from 'node:fs';
import path from 'node:path';
import { ensureInstalled, root, runNode } from './tools.mjs';

const limit = 1_000_000;

await ensureInstalled();
if ((await runNode(['esbuild.mjs', '--production'])) !== 0) process.exit(1);
const { writeNotices } = await import('./notices.mjs');
const metafile = path.join(root, 'dist/meta.json');
const packages = writeNotices(metafile, path.join(root, 'ThirdPartyNotices.txt'));
console.log(`${packages} bundled packages, all under permissive licences.`);

for (const old of fs.readdirSync(root).filter((name) => name.endsWith('.vsix'))) fs.rmSync(path.join(root, old));
const { name, version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const packagePath = path.join(root, `${name}-${version}.vsix`);
const { createVSIX, listFiles } = await import('@vscode/vsce');
await createVSIX({
  cwd: root,
  packagePath,
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
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
];
const { size } = fs.statSync(packagePath);
if (size > limit) problems.push(`${size} bytes are more than ${limit}`);
for (const problem of problems) console.error(`${path.basename(packagePath)}: ${problem}`);
console.log(`${path.basename(packagePath)}: ${files.length} files, ${(size / 1000).toFixed(0)} kB`);
process.exitCode = problems.length > 0 ? 1 : 0;
