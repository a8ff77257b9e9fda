// Bundles the client, the server and the command line into dist/*.cjs, and the suite that runs inside VS Code.
// What starts is small, and loads the rest when it is first called; what several bundles share stands in chunks of its own.
// What runs in a browser is two bundles more, in dist/web: the client, and the server as a web worker.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build, context } from 'esbuild';
import { asCommonJs, laterBundles, laterEntries } from './scripts/laterBundles.mjs';
import { plainFields } from './scripts/plainFields.mjs';
import { loadSource } from './scripts/source.mjs';

const root = import.meta.dirname;
const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** What the server says it is. */
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const productVersion = JSON.stringify(version);

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  outExtension: { '.js': '.cjs' },
};

/** Bundles of what knows nothing of the core, by the modules that are called in them. */
const libraries = {
  connection: ['server/src/lsp/connection.ts'],
  remark: ['server/src/document/remark.ts'],
  mailFile: ['server/src/host/composeMail.ts'],
  changes: ['server/src/host/changedLines.ts', 'server/src/cli/diff.ts'],
};

/** Bundles of what stands on the core. */
const rooms = {
  session: ['server/src/lsp/nodeServer.ts'],
  program: ['server/src/cli/run.ts'],
  frontMatter: ['server/src/document/readFrontMatter.ts'],
  search: ['server/src/features/search.ts'],
  pages: [
    'server/src/features/pages.ts',
    'server/src/features/page/html.ts',
    'server/src/features/page/markdown.ts',
    'server/src/features/page/report.ts',
    'server/src/features/page/style.ts',
    'server/src/features/query/overview.ts',
    'server/src/features/query/thread.ts',
  ],
  calendar: ['server/src/features/ledger/calendar.ts'],
  conversion: [
    'server/src/convert/mail/readMails.ts',
    'server/src/convert/rendered/readRendered.ts',
    'server/src/convert/text/readText.ts',
    'server/src/convert/wikitext/readWikitext.ts',
    'server/src/convert/wikitext/write/writeWikitext.ts',
    'server/src/convert/mail/outgoing/mailtoAddress.ts',
    'server/src/convert/mail/outgoing/offeredCopies.ts',
    'server/src/convert/mail/outgoing/outgoingMail.ts',
    'server/src/convert/reportPage.ts',
  ],
};

/** What the archive that ships says is read here and not at each start. */
const corpusFacts = {
  name: 'corpus-facts',
  setup({ onEnd }) {
    onEnd(async ({ errors, outputFiles }) => {
      if (errors.length > 0) return;
      const build = createHash('sha256');
      for (const { text } of outputFiles) build.update(text);
      await writeFile(path.join(root, 'dist/build.id'), `${build.digest('base64url')}\n`);
      const { writeShipped } = await loadSource('server/src/host/shippedFacts.ts');
      await writeFile(path.join(root, 'dist/corpus.json'), await writeShipped(path.join(root, 'corpus')));
    });
  },
};

const product = {
  ...common,
  entryPoints: {
    client: 'client/src/main.ts',
    server: 'server/src/lsp/main.ts',
    cli: 'server/src/cli/main.ts',
    api: 'server/src/api.ts',
    ...laterEntries(libraries, rooms),
  },
  outdir: 'dist',
  format: 'esm',
  splitting: true,
  minify: true,
  sourcemap: production ? false : 'inline',
  write: false,
  define: { productVersion },
  external: ['vscode'],
  plugins: [
    plainFields,
    laterBundles({ root, libraries, rooms, core: 'server/src/analysis.ts' }),
    asCommonJs({ minify: true, sourcemap: !production }),
    corpusFacts,
  ],
  // The UMD builds some packages name as their main hide their requires from a bundler; their modules do not.
  mainFields: ['module', 'main'],
  metafile: true,
};

/** VS Code in a browser wants .js, and gives the client a `require` of its own for nothing but its API. */
const inBrowser = {
  ...common,
  platform: 'browser',
  target: 'es2022',
  outExtension: {},
  outdir: 'dist/web',
  minify: true,
  sourcemap: !production,
  plugins: [plainFields],
  // In a worker there is no document, which some packages expect in a browser.
  conditions: ['worker'],
  mainFields: ['browser', 'module', 'main'],
  metafile: true,
};
const webClient = {
  ...inBrowser,
  entryPoints: { client: 'client/src/browser.ts' },
  format: 'cjs',
  external: ['vscode'],
  define: { shippedFiles: JSON.stringify(filesIn('corpus').sort()) },
};
const webServer = {
  ...inBrowser,
  entryPoints: { server: 'server/src/lsp/worker.ts' },
  format: 'iife',
  define: { productVersion },
};

function filesIn(folder) {
  const entries = readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      path.relative(path.join(root, folder), path.join(parentPath, name)).replaceAll('\\', '/'),
    );
}

const suite = {
  ...common,
  format: 'cjs',
  sourcemap: true,
  entryPoints: readdirSync(path.join(root, 'test/e2e/suite'))
    .filter((name) => name === 'index.ts' || name.endsWith('.test.ts'))
    .map((name) => `test/e2e/suite/${name}`),
  outdir: 'dist/test/suite',
  // Mocha keeps state in its own modules, so the suite and its tests must share the installed one.
  external: ['vscode', 'mocha'],
};

/** The same for a browser, but for what needs a machine; with what stands in for Node there. */
const webSuite = {
  ...inBrowser,
  minify: false,
  format: 'cjs',
  external: ['vscode'],
  stdin: { contents: webSuiteEntry(), resolveDir: path.join(root, 'test/e2e') },
  outdir: undefined,
  outfile: 'dist/test/web/index.js',
  alias: {
    'node:assert/strict': './test/e2e/web/assert.ts',
    'node:fs': './test/e2e/web/fs.ts',
    'node:path': './test/e2e/web/path.ts',
  },
};

function webSuiteEntry() {
  const names = readdirSync(path.join(root, 'test/e2e/suite')).filter((name) => name.endsWith('.test.ts'));
  // The workbench that is served has none of VS Code's own extensions, and so no preview.
  const elsewhere = ['plain.test.ts', 'tasks.test.ts', 'preview.test.ts'];
  const archive = names.filter((name) => !elsewhere.includes(name));
  const load = (name) => `require('./suite/${name}');`;
  return `import { runSuite } from './web/index.ts';
const suites = { plain() { ${load('plain.test.ts')} }, archive() { ${archive.map(load).join(' ')} } };
export const run = () => runSuite(suites);`;
}

const shipped = [product, webClient, webServer];
const targets = production ? shipped : [...shipped, suite, webSuite];
if (watch) {
  for (const options of targets) await (await context({ ...options, logLevel: 'info' })).watch();
} else {
  // What went wrong has been printed by then.
  const results = await Promise.all(targets.map((options) => build(options))).catch(() => process.exit(1));
  // What went into the bundles, for the third-party notices of the package.
  const [inputs, outputs] = ['inputs', 'outputs'].map((part) =>
    Object.assign({}, ...results.map(({ metafile }) => metafile?.[part])),
  );
  if (production) await writeFile(path.join(root, 'dist/meta.json'), JSON.stringify({ inputs, outputs }));
}
