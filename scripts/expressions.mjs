// The regular expressions that the server makes of the vocabulary while it loads, checked as ESLint checks those that are
// written out: none may take more than linear time. Part of `npm run lint`.
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { Linter } from 'eslint';
import regexp from 'eslint-plugin-regexp';
import { root } from './tools.mjs';

const source = path.join(root, 'server/src');

/** Modules that run a program when they are loaded. */
const starting = new Set(['main.ts', 'worker.ts']);

/** Expressions by how they are written, with the module that makes each. */
async function composed() {
  const made = new Map();
  globalThis.noteExpression = (file, expression) => {
    made.set(String(expression), file);
    return expression;
  };
  const folder = await mkdtemp(path.join(os.tmpdir(), 'xen-notes-expressions-'));
  const outfile = path.join(folder, 'all.cjs');
  const modules = (await readdir(source, { recursive: true })).filter(
    (name) => name.endsWith('.ts') && !starting.has(path.basename(name)),
  );
  await build({
    stdin: {
      contents: modules
        .map((name, index) => `export * as m${index} from './${name.replace('.ts', '.js')}';`)
        .join('\n'),
      resolveDir: source,
    },
    ...{ outfile, bundle: true, platform: 'node', format: 'cjs', mainFields: ['module', 'main'], plugins: [noting] },
  });
  createRequire(outfile)(outfile);
  await rm(folder, { recursive: true });
  return made;
}

/** Every `new RegExp(…)` of ours tells what it made. */
const noting = {
  name: 'noting',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]server[\\/]src[\\/].*\.ts$/ }, async ({ path: file }) => {
      const text = await readFile(file, 'utf8');
      const from = JSON.stringify(path.relative(root, file));
      const told = `class Told extends RegExp { constructor(...parts) { super(...parts); noteExpression(${from}, this); } }`;
      return {
        loader: 'ts',
        contents: text.includes('new RegExp(') ? `${told}\n${text.replaceAll('new RegExp(', 'new Told(')}` : text,
      };
    });
  },
};

const made = await composed();
const problems = [...made].flatMap(([written, file]) =>
  new Linter()
    .verify(`export default ${written};`, {
      plugins: { regexp },
      rules: { 'regexp/no-super-linear-backtracking': 'error', 'regexp/no-super-linear-move': 'error' },
    })
    .map(({ message }) => `${file}: ${written.slice(0, 200)}\n  ${message}`),
);
for (const problem of problems) console.error(problem);
console.log(`${made.size} composed regular expressions, ${problems.length} problems.`);
process.exitCode = problems.length > 0 ? 1 : 0;
