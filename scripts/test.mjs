// `npm test`: every check there is, from a fresh clone on. The last line counts them all. A failure lets the others run;
// only without a build there is nothing to test.
// Suites in editors wait more than they compute: they run beside everything else, which leaves them the processor. What
// they print comes when they are done, so that it stands together.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureInstalled, program, root } from './tools.mjs';

const started = Date.now();
const tmp = fs.mkdtempSync(path.join(os.tmpdir(), 'xen-notes-test-'));
const total = { passed: 0, failed: 0 };
const failures = [];

/** A check's whole life: a command, what it printed, and what it counted. Resolves to whether it held. */
async function stage(layer, args, { env = {}, last = false, read } = {}) {
  const before = Date.now();
  if (last) title(layer);
  const { code, printed } = await printedBy(args, { ...process.env, ...env }, last);
  const counts = read?.() ?? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  // A suite that ended badly has failed, whatever it counted.
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  if (!last) title(layer);
  if (printed !== '') console.log(printed.trimEnd());
  console.log(`${layer}: ${counts.failed === 0 ? 'ok' : 'failed'}, ${seconds(before)}`);
  total.passed += counts.passed;
  total.failed += counts.failed;
  if (counts.failed > 0) failures.push(`${layer} (${counts.failed})`);
  return counts.failed === 0;
}

function title(layer) {
  console.log(`\n── ${layer} ${'─'.repeat(Math.max(0, 100 - layer.length))}`);
}

/** Runs a program of ours and keeps what it prints. One that comes last takes what the others leave of the processor, and is seen at work. */
function printedBy(args, env, last) {
  return new Promise((resolve, reject) => {
    const stream = last ? 'inherit' : 'pipe';
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', stream, stream] });
    if (last) os.setPriority(child.pid, os.constants.priority.PRIORITY_BELOW_NORMAL);
    const chunks = [];
    for (const from of [child.stdout, child.stderr]) from?.on('data', (chunk) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, printed: Buffer.concat(chunks).toString() }));
  });
}

/** A suite that writes its own counts into a file. */
function suite(layer, args, { env = () => ({}), last, read = readCounts } = {}) {
  const results = path.join(tmp, `${layer.replace(/\W+/g, '-')}.json`);
  return stage(layer, args(results), { env: env(results), last, read: () => read(results) });
}

/** One that wrote none has failed. */
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

async function outsideEditors() {
  const vitest = (results) => [
    ...[program('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json'],
    `--outputFile.json=${results}`,
  ];
  await suite('unit, rules, conversion, server', vitest, { last: true, read: readVitest });
  await stage('types', [program('typescript/bin/tsc'), '-b'], { last: true });
  await stage('lint', [program('eslint/bin/eslint.js'), '--max-warnings', '0', '.'], { last: true });
  await stage('composed expressions', ['scripts/expressions.mjs'], { last: true });
  await stage('format', [program('prettier/bin/prettier.cjs'), '--check', '.'], { last: true });
}

const inVsCode = () => ['test/e2e/run.mjs'];

async function insideVsCode(packed) {
  await suite('inside VS Code', inVsCode, { env: (results) => ({ E2E_RESULTS: results }) });
  if (!packed) return;
  const vsix = packageFile();
  // As somebody with the oldest supported VS Code has it, for both ways to get one.
  const installed = { E2E_VSIX: vsix, E2E_HOST: 'oldest', E2E_VSCODE: '1.100.3' };
  const env = (results) => ({ E2E_RESULTS: results, ...installed });
  await suite('installed package, VS Code 1.100', inVsCode, { env });
}

function packageFile() {
  return fs.readdirSync(root).find((name) => name.endsWith('.vsix'));
}

/** What needs a browser of our own. */
async function inBrowsers(packed) {
  if (process.platform === 'linux' && process.arch === 'x64') {
    await userInterface();
    await inBrowser(packed);
  } else console.log('\nThe tests of the user interface and in a browser need Linux x64 and were not run.');
}

/** Extensions in a web worker, and no machine behind them. */
async function inBrowser(packed) {
  const installed = { E2E_VIA: 'web', ...(packed && { E2E_VSIX: packageFile() }) };
  const env = (results) => ({ E2E_RESULTS: results, ...installed });
  await suite('in a browser', inVsCode, { env });
}

async function userInterface() {
  const ui = (results) => [
    ...['--test', '--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...['--test-reporter=./scripts/countReporter.mjs', `--test-reporter-destination=${results}`],
    'test/e2e/ui.test.mjs',
  ];
  await suite('user interface', ui);
}

async function runAll() {
  await ensureInstalled();
  if (!(await stage('build', ['esbuild.mjs']))) return;
  // Packing builds once more, so nothing else may run from that folder meanwhile.
  const packed = await stage('package', ['scripts/package.mjs']);
  if (packed) await stage('the same package again', ['scripts/package.mjs', '--again']);
  await Promise.all([outsideEditors(), insideVsCode(packed)]);
  // Somebody who types has the machine to himself.
  await inBrowsers(packed);
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
