// A whole VS Code: the server of server.mjs and its workbench in a headless Chromium.
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { ensureChromium, ensureHost } from './hostInstall.mjs';
import { cleanEnvironment, startServer } from './server.mjs';

export const root = path.resolve(import.meta.dirname, '../..');
export const logs = path.join(import.meta.dirname, 'logs');

/**
 * Opens `folder` with the extension of the working tree, or with the one of `vsix` installed. With `tests` (a module with
 * a `run()`) VS Code runs them and `exit` resolves to their exit code.
 */
export async function openVsCode({ folder, vsix, tests, env, userSettings, onLog = () => {}, viewport }) {
  const host = ensureHost();
  const executablePath = ensureChromium(host);
  const server = await startServer({ host, env, userSettings, vsix, onLog });
  try {
    const extension = vsix ? emptyExtension(server.tmp) : root;
    const payload = [
      ['extensionDevelopmentPath', server.remote(extension)],
      ['skipWelcome', 'true'],
      ['skipReleaseNotes', 'true'],
      ...(tests ? [['extensionTestsPath', server.remote(tests)]] : []),
    ];
    const url = server.url({ folder, payload });
    const opened = await openPage({ executablePath, origin: server.origin, url, onLog, viewport });
    const stop = async () => {
      await opened.stop();
      await server.stop();
    };
    return { ...opened, stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The workbench at an address in a browser of its own. */
export async function openPage({ executablePath, origin, url, onLog, viewport }) {
  const browser = await launch(executablePath);
  const stop = () => browser.close().catch(() => {});
  try {
    const context = await browser.newContext({ viewport: viewport ?? { width: 1280, height: 800 }, locale: 'en-US' });
    const page = await context.newPage();
    log(page, origin, onLog);
    // VS Code calls these two functions where a page has them: they are how its own tests hear from it.
    await page.exposeFunction('codeAutomationLog', (type, args) => onLog(`vscode ${type}`, args.map(text).join(' ')));
    let onExit = () => {};
    const exit = new Promise((resolve) => (onExit = resolve));
    await page.exposeFunction('codeAutomationExit', onExit);
    await page.goto(url);
    await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
    return { page, exit, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** VS Code runs tests beside an extension under development only; beside an installed one, this stands in for it. */
export function emptyExtension(tmp) {
  const dir = path.join(tmp, 'empty');
  fs.mkdirSync(dir);
  const manifest = { name: 'empty', publisher: 'test', version: '0.0.1', engines: { vscode: '^1.100.0' } };
  fs.writeFileSync(path.join(dir, 'package.json'), JSON.stringify(manifest));
  return dir;
}

function launch(executablePath) {
  const env = cleanEnvironment();
  const fonts = path.join(path.dirname(executablePath), 'fonts');
  if (fs.existsSync(fonts)) env.FONTCONFIG_PATH = fonts;
  // The sandbox needs rights that root and most containers do not give; the only pages shown are our own.
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];
  const offline = ['--disable-background-networking', '--disable-component-update'];
  const hosts = ['--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'];
  const handleNoSignals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  return chromium.launch({ executablePath, env, args: [...args, ...offline, ...hosts], ...handleNoSignals });
}

function log(page, origin, onLog) {
  page.on('console', (message) => onLog('page', `${message.type()} ${message.text()}`));
  page.on('crash', () => onLog('page', 'crashed'));
  page.on('pageerror', (error) => onLog('page', `uncaught ${error.stack ?? error}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(?:data|blob|vscode-file):/.test(url)) onLog('outside', url);
  });
}

function text(value) {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
