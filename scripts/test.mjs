// `npm test`: every check there is, in order of speed, from a fresh clone on. The last line counts them all. A failure
// lets the others run; only without a build there is nothing to test.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureInstalled, program, root, runNode } from './tools.mjs';

const started = Date.now();
const tmp = fs.mkdtempSync(path.join(os.tmpdir(), 'xen-notes-test-'));
const total = { passed: 0, failed: 0 };
const failures = [];

function title(text) {
  console.log(`\n── ${text} ${'─'.repeat(Math.max(0, 100 - text.length))}`);
}

function count(layer, { passed, failed }) {
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) failures.push(`${layer} (${failed})`);
}

/** One command that counts as one check. */
async function check(layer, args) {
  title(layer);
  const before = Date.now();
  const ok = (await runNode(args)) === 0;
  console.log(`${layer}: ${ok ? 'ok' : 'failed'}, ${seconds(before)}`);
  count(layer, ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  return ok;
}

/** A suite that writes its own counts; one that wrote none has failed, and so has one that ended badly. */
async function suite(layer, args, env, read) {
  title(layer);
  const before = Date.now();
  const results = path.join(tmp, `${layer.replace(/\W+/g, '-')}.json`);
  const code = await runNode(args(results), { env: { ...process.env, ...env(results) } });
  const counts = read(results);
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  console.log(`${layer}: ${counts.failed === 0 ? 'ok' : 'failed'}, ${seconds(before)}`);
  count(layer, counts);
}

function readCounts(results) {
  return fs.existsSync(results) ? JSON.parse(fs.readFileSync(results, 'utf8')) : { passed: 0, failed: 1 };
}

/** Vitest's report; a file that could not be loaded counts as one failure. */
function readVitest(results) {
  if (!fs.existsSync(results)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(fs.readFileSync(results, 'utf8'));
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

async function runAll() {
  await ensureInstalled();
  if (!(await check('build', ['esbuild.mjs']))) return;
  await check('types', [program('typescript/bin/tsc'), '-b']);
  await check('lint', [program('eslint/bin/eslint.js'), '--max-warnings', '0', '.']);
  await check('composed expressions', ['scripts/expressions.mjs']);
  await check('format', [program('prettier/bin/prettier.cjs'), '--check', '.']);
  const vitest = (results) => [
    ...[program('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json'],
    `--outputFile.json=${results}`,
  ];
  await suite('unit, rules, conversion, server', vitest, () => ({}), readVitest);
  const inVsCode = () => ['test/e2e/run.mjs'];
  await suite('inside VS Code', inVsCode, (results) => ({ E2E_RESULTS: results }), readCounts);
  if (process.platform === 'linux' && process.arch === 'x64') {
    const ui = (results) => [
      ...['--test', '--test-reporter=spec', '--test-reporter-destination=stdout'],
      ...['--test-reporter=./scripts/countReporter.mjs', `--test-reporter-destination=${results}`],
      'test/e2e/ui.test.mjs',
    ];
    await suite('user interface', ui, () => ({}), readCounts);
  } else {
    console.log('\nThe user-interface tests need Linux x64 and were not run.');
  }
  if (await check('package', ['scripts/package.mjs'])) {
    await check('the same package again', ['scripts/package.mjs', '--again']);
    const vsix = fs.readdirSync(root).find((name) => name.endsWith('.vsix'));
    // As somebody with the oldest supported VS Code has it, for both ways to get one.
    const installed = { E2E_VSIX: vsix, E2E_HOST: 'oldest', E2E_VSCODE: '1.100.3' };
    const env = (results) => ({ E2E_RESULTS: results, ...installed });
    await suite('installed package, VS Code 1.100', inVsCode, env, readCounts);
  }
}

try {
  await runAll();
} catch (error) {
  console.log(error?.stack ?? error);
  total.failed++;
}
fs.rmSync(tmp, { recursive: true, force: true });
console.log(`\n${failures.length > 0 ? `Failed: ${failures.join(', ')}. ` : ''}All in ${seconds(started)}.`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
