// Bundles the client, the server and the command line into dist/*.cjs, and the suite that runs inside VS Code.
// The server and the command line load one analysis.cjs, so that what they share ships once.
// A web client and server would be two more entries here: platform 'browser', format 'iife', outExtension '.js'
// (under "type": "module" a browser bundle cannot be .cjs), and conditions ['worker'] for the server.
import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build, context } from 'esbuild';

const root = import.meta.dirname;
const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: production,
  sourcemap: !production,
  logLevel: 'warning',
  outExtension: { '.js': '.cjs' },
};

/** The façade is a bundle of its own; whoever imports it requires that. */
const sharedAnalysis = {
  name: 'shared-analysis',
  setup({ onResolve }) {
    onResolve({ filter: /\/analysis\.js$/ }, () => ({ path: './analysis.cjs', external: true }));
  },
};

const product = {
  ...common,
  entryPoints: {
    analysis: 'server/src/analysis.ts',
    client: 'client/src/extension.ts',
    server: 'server/src/lsp/main.ts',
    cli: 'server/src/cli/main.ts',
  },
  outdir: 'dist',
  external: ['vscode'],
  plugins: [sharedAnalysis],
  // The UMD builds some packages name as their main hide their requires from a bundler; their modules do not.
  mainFields: ['module', 'main'],
  metafile: true,
};

const suite = {
  ...common,
  minify: false,
  sourcemap: true,
  entryPoints: readdirSync(path.join(root, 'test/e2e/suite'))
    .filter((name) => name === 'index.ts' || name.endsWith('.test.ts'))
    .map((name) => `test/e2e/suite/${name}`),
  outdir: 'dist/test/suite',
  // Mocha keeps state in its own modules, so the suite and its tests must share the installed one.
  external: ['vscode', 'mocha'],
};

const targets = production ? [product] : [product, suite];
if (watch) {
  for (const options of targets) await (await context({ ...options, logLevel: 'info' })).watch();
} else {
  // What went wrong has been printed by then.
  const results = await Promise.all(targets.map((options) => build(options))).catch(() => process.exit(1));
  // What went into the bundles, for the third-party notices of the package.
  if (production) await writeFile(path.join(root, 'dist/meta.json'), JSON.stringify(results[0].metafile));
}
