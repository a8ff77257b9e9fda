// The package for npm. `npm pack` runs this before and after: the manifest in the root is the extension's, with a `main` that
// only VS Code can load and settings that mean nothing elsewhere, and npm packs the one in the root and no other.
//   node scripts/npmPackage.mjs             builds, and puts the manifest of the npm package in the place of the extension's
//   node scripts/npmPackage.mjs --restore   puts the extension's back
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readManifest } from './manifest.mjs';
import { ensureInstalled, root, runNode } from './tools.mjs';

const manifestFile = path.join(root, 'package.json');
/** The extension's manifest while the other one stands in its place; what an interrupted run left is put back by the next. */
const aside = path.join(root, 'dist/extension.package.json');

/** The manifest of the npm package: nothing is installed with it, as all it needs is bundled. */
export function npmManifest(extension, outputs) {
  const { name, version, description, license, repository, bugs, homepage, keywords, bin } = extension;
  return {
    ...{ name, version, description, license, repository, bugs, homepage, keywords },
    ...{ type: 'module', engines: { node: extension.engines.node }, sideEffects: false },
    ...{ bin, man: ['dist/xen-notes.1'] },
    exports: {
      '.': { types: './dist/api.d.cts', default: './dist/api.cjs' },
      './package.json': './package.json',
      './schemas/*': './schemas/*',
    },
    files: [
      ...outputs,
      ...['dist/api.d.cts', 'dist/build.id', 'dist/corpus.json', 'dist/xen-notes.1'],
      ...['corpus', 'docs/**/*.md', 'l10n/bundle.l10n.*.json', 'schemas', 'CHANGELOG.md', 'ThirdPartyNotices.txt'],
    ],
  };
}

/** The bundles that something other than the extension's client, or a browser, loads. */
export function sharedOutputs({ outputs }) {
  const reached = new Set();
  const reach = (name) => {
    if (reached.has(name) || !(name in outputs)) return;
    reached.add(name);
    for (const { path: imported } of outputs[name].imports) reach(imported);
  };
  for (const [name, { entryPoint }] of Object.entries(outputs))
    if (
      entryPoint &&
      isRunByNode(name) &&
      entryPoint !== 'client/src/main.ts' &&
      !entryPoint.startsWith('node_modules')
    )
      reach(name);
  return [...reached].filter((name) => !outputs[name].entryPoint?.startsWith('client/')).sort();
}

function isRunByNode(output) {
  return !output.startsWith('dist/web/');
}

async function prepare() {
  restore();
  // What is told here would stand among the lines of `npm pack --silent`, so it goes where words go.
  const quiet = { stdio: ['ignore', 2, 2] };
  await ensureInstalled(quiet);
  if ((await runNode(['esbuild.mjs', '--production'], quiet)) !== 0) process.exit(1);
  const metafile = path.join(root, 'dist/meta.json');
  const { writeNotices } = await import('./notices.mjs');
  writeNotices(metafile, path.join(root, 'ThirdPartyNotices.txt'));
  const extension = readManifest();
  await writeManual(extension.version);
  await writeTypes();
  const manifest = npmManifest(extension, sharedOutputs(JSON.parse(fs.readFileSync(metafile, 'utf8'))));
  fs.copyFileSync(manifestFile, aside);
  fs.writeFileSync(manifestFile, `${JSON.stringify(manifest, undefined, 2)}\n`);
}

function restore() {
  if (!fs.existsSync(aside)) return;
  fs.copyFileSync(aside, manifestFile);
  fs.rmSync(aside);
}

async function writeManual(version) {
  const { loadSource } = await import('./source.mjs');
  const { manual } = await loadSource('server/src/cli/manual.ts');
  fs.writeFileSync(path.join(root, 'dist/xen-notes.1'), manual(version));
}

/** One file of types for all that the package exports; those of others that occur in it stand in it. */
async function writeTypes() {
  const { rollup } = await import('rollup');
  const { dts } = await import('rollup-plugin-dts');
  const plugins = [dts({ tsconfig: path.join(root, 'server/tsconfig.json'), respectExternal: true })];
  const bundle = await rollup({ input: path.join(root, 'server/src/api.ts'), external: /^node:/, plugins });
  await bundle.write({ file: path.join(root, 'dist/api.d.cts') });
  await bundle.close();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.includes('--restore')) restore();
  else await prepare();
}
