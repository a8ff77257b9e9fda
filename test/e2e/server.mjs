// Starts the VS Code server of a host on this machine's loopback address, in a process group and a folder of its own.
import { randomUUID } from 'node:crypto';
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** What a first start of VS Code would say or fetch, turned off. */
export const settings = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
};

/**
 * Resolves to a running server: its `origin`, `url({ folder, payload })` for a browser, `remote(path)` for a path as the
 * workbench names it, and `stop()`. `vsix` is installed first. The server ends with this process, however that ends.
 */
export async function startServer({ host, env = {}, userSettings = {}, vsix, onLog = () => {} }) {
  const tmp = fs.mkdtempSync(path.join(os.tmpdir(), 'xen-notes-vscode-'));
  const user = path.join(tmp, 'data/data/User');
  fs.mkdirSync(user, { recursive: true });
  fs.writeFileSync(path.join(user, 'settings.json'), JSON.stringify({ ...settings, ...userSettings }, null, 2));
  const places = ['--server-data-dir', path.join(tmp, 'data'), '--extensions-dir', path.join(tmp, 'extensions')];
  const main = path.join(host.vscode, 'out/server-main.js');
  const environment = { ...cleanEnvironment(), TMPDIR: tmp, EXTENSIONS_GALLERY: '{}', ...env };
  if (vsix) {
    const install = [main, '--install-extension', vsix, '--accept-server-license-terms', ...places];
    execFileSync(host.node, install, { env: environment, stdio: 'pipe' });
  }
  const token = randomUUID();
  const args = ['--host', '127.0.0.1', '--port', '0', '--connection-token', token, ...places];
  // Without the smoke-test driver a release build ignores the paths of extensions under development and of tests.
  const flags = ['--accept-server-license-terms', '--enable-smoke-test-driver', '--disable-workspace-trust'];
  const quiet = ['--disable-telemetry', '--disable-experiments', '--locale', 'en'];
  const child = spawn(host.node, [main, ...args, ...flags, ...quiet], {
    // A process group of its own, so that ending it ends the extension host and the language server as well.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment,
  });
  const stop = stopper(child, tmp);
  try {
    const port = await portOf(child, onLog);
    const origin = `http://127.0.0.1:${port}`;
    const remote = (file) => `vscode-remote://127.0.0.1:${port}${file}`;
    const url = ({ folder, payload = [] }) =>
      `${origin}/?${new URLSearchParams({ tkn: token, folder, payload: JSON.stringify(payload) })}`;
    return { origin, tmp, remote, url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The environment without what npm, VS Code and test runners leave in it for their own children. */
export function cleanEnvironment() {
  const foreign = /^(?:npm_|VSCODE_|ELECTRON_|NODE_OPTIONS$|NODE_TEST_CONTEXT$|VITEST)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

function stopper(child, tmp) {
  const kill = () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const remove = () => {
    if (!process.env.E2E_KEEP) fs.rmSync(tmp, { recursive: true, force: true, maxRetries: 5 });
  };
  const leave = () => {
    kill();
    remove();
    process.exit(130);
  };
  process.on('exit', kill);
  for (const signal of signals) process.on(signal, leave);
  return async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      kill();
      await gone;
    }
    process.off('exit', kill);
    for (const signal of signals) process.off(signal, leave);
    remove();
  };
}

function portOf(child, onLog) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The VS Code server did not start in 60 s')), 60_000);
    child.once('exit', (code) => reject(new Error(`The VS Code server ended with ${code}`)));
    let seen = '';
    const read = (chunk) => {
      onLog('server', String(chunk));
      seen += chunk;
      const port = /agent listening on (\d+)/.exec(seen)?.[1];
      if (!port) return;
      seen = '';
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
  });
}
