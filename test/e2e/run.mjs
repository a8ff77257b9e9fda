// Runs the suite inside VS Code.
//   E2E_VIA=server    the npm-only host (Linux x64; the default there)
//   E2E_VIA=electron  VS Code's desktop, downloaded by @vscode/test-electron (the default elsewhere)
//   E2E_VIA=web       the same host in a browser alone: extensions in a web worker, the folder in memory
//   E2E_VSIX=FILE     the extension as it is installed from a package, not as it stands in the working tree
//   E2E_GREP=TEXT     only tests whose name has it
// E2E_RESULTS names a file that gets the counts as JSON.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { canHost } from './hostInstall.mjs';
import { emptyExtension, logs, openVsCode, root } from './host.mjs';
import { openWebVsCode } from './webHost.mjs';

const tests = path.join(root, 'dist/test/suite/index.cjs');
const via = process.env.E2E_VIA ?? (canHost ? 'server' : 'electron');
const isWeb = via === 'web';
const vsix = process.env.E2E_VSIX && path.resolve(process.env.E2E_VSIX);
const stallAfter = 150_000;
/** In a browser VS Code saves by itself, and may do so after a test has put another text in the file. */
const userSettings = { 'files.autoSave': 'off' };

const tmp = fs.mkdtempSync(path.join(os.tmpdir(), 'xen-notes-suite-'));
// The suite writes into its workspaces, so they are made for it: a copy of the archive, and a folder that is none.
const archive = path.join(tmp, 'archive');
fs.cpSync(path.join(root, 'corpus'), archive, { recursive: true });
const plain = path.join(tmp, 'plain');
fs.cpSync(path.join(import.meta.dirname, 'plain'), plain, { recursive: true });
const events = path.join(tmp, 'events.jsonl');
fs.writeFileSync(events, '');
fs.mkdirSync(logs, { recursive: true });

const counts = { passed: 0, failed: 0 };
const seen = { started: false, ended: false, upTo: 0, last: Date.now() };

/** Reads what the suite has reported since the last time: it sees progress, and what ran before a crash. */
function follow() {
  const text = fs.readFileSync(events, 'utf8');
  const end = text.lastIndexOf('\n') + 1;
  for (const line of text.slice(seen.upTo, end).split('\n').filter(Boolean)) tell(JSON.parse(line));
  seen.upTo = end;
}

function tell(event) {
  seen.last = Date.now();
  switch (event.type) {
    case 'start':
      seen.started = true;
      console.log(`  VS Code ${event.vscode}, Node ${event.node}, ${event.extension}`);
      break;
    case 'pass':
      counts.passed++;
      console.log(`  ✔ ${event.title} (${event.ms} ms)`);
      break;
    case 'retry':
      console.log(`  … ${event.title}: again, after ${event.message}`);
      break;
    case 'fail':
      counts.failed++;
      console.log(`  ✖ ${event.title}\n${`${event.stack ?? event.message}`.replace(/^/gm, '      ')}`);
      break;
    case 'error':
      console.log(event.message);
      break;
    case 'end':
      seen.ended = true;
  }
}

async function runInServer(folder, env) {
  const name = `${path.basename(folder)}${isWeb ? '-web' : ''}`;
  const file = fs.createWriteStream(path.join(logs, `suite-${name}${vsix ? '-vsix' : ''}.log`));
  let onCrash = () => {};
  const crash = new Promise((resolve) => (onCrash = resolve));
  const onLog = (from, text) => {
    file.write(`[${from}] ${text}\n`);
    if (/Extension host .*terminated unexpectedly/i.test(text)) onCrash('the extension host crashed');
  };
  const onEvent = (event) => fs.appendFileSync(events, `${event}\n`);
  const open = isWeb ? openWebVsCode : openVsCode;
  const vscode = await open({ folder, vsix, tests, env, userSettings, onEvent, onLog });
  seen.last = Date.now();
  const stall = new Promise((resolve) => {
    const stalled = () => Date.now() - seen.last > stallAfter;
    setInterval(() => stalled() && resolve('nothing happened for 150 s'), 1000).unref();
  });
  const outcome = await Promise.race([vscode.exit, crash, stall]);
  follow();
  if (outcome !== 0) await vscode.page.screenshot({ path: path.join(logs, `suite-${name}.png`) }).catch(() => {});
  await vscode.stop();
  file.end();
  if (!seen.ended) throw new Error(`The suite did not end: ${outcome}; see ${path.relative(root, logs)}`);
}

async function runInElectron(folder, env) {
  const { runTests, runVSCodeCommand } = await import('@vscode/test-electron');
  const version = process.env.E2E_VSCODE ?? 'stable';
  const places = [`--extensions-dir=${path.join(tmp, 'extensions')}`, `--user-data-dir=${path.join(tmp, 'user')}`];
  if (vsix) await runVSCodeCommand([...places, '--install-extension', vsix], { version });
  await runTests({
    version,
    extensionDevelopmentPath: vsix ? emptyExtension(tmp) : root,
    extensionTestsPath: tests,
    extensionTestsEnv: env,
    launchArgs: [folder, ...places, '--disable-workspace-trust'],
  });
}

/** One window on one folder, in which the suite of that name runs. */
async function runSuite(folder) {
  Object.assign(seen, { started: false, ended: false, last: Date.now() });
  const before = counts.passed + counts.failed;
  const grep = process.env.E2E_GREP;
  const env = { E2E_EVENTS: events, E2E_SUITE: path.basename(folder), ...(grep && { E2E_GREP: grep }) };
  try {
    await (via === 'electron' ? runInElectron(folder, env) : runInServer(folder, env));
  } catch (error) {
    console.log(`  ${error?.stack ?? error}`);
  }
  follow();
  // A suite that did not run to its end, or ran nothing, has failed.
  const ran = counts.passed + counts.failed - before;
  if (!seen.ended || (ran === 0 && !grep)) counts.failed++;
}

const started = Date.now();
const timer = setInterval(follow, 200);
for (const folder of [archive, plain]) await runSuite(folder);
clearInterval(timer);
fs.rmSync(tmp, { recursive: true, force: true, maxRetries: 5 });
const seconds = ((Date.now() - started) / 1000).toFixed(1);
console.log(`  ${counts.passed} of ${counts.passed + counts.failed} tests passed in VS Code (${via}), ${seconds} s`);
if (process.env.E2E_RESULTS) fs.writeFileSync(process.env.E2E_RESULTS, JSON.stringify(counts));
process.exit(counts.failed ? 1 : 0);
