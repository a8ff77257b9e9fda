// What the scripts share: running things, and having the dependencies in place. Only builtins, since it runs before
// anything is installed.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

export const root = path.dirname(import.meta.dirname);

/** Runs a command to its end in the repository; resolves to its exit code, or 1 where a signal ended it. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs a script or a module's program under the Node that runs this one. */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}

/** The path of a program of an installed package. */
export function program(file) {
  return path.join(root, 'node_modules', file);
}

/** Installs the dependencies where they are missing or are not those of package-lock.json. */
export async function ensureInstalled(options) {
  if (isInstalled()) return;
  console.error('Installing dependencies …');
  const code = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], options);
  if (code !== 0) throw new Error(`npm ci ended with ${code}`);
}

function isInstalled() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([place, { version, optional, peer, link }]) => {
    // Packages for other systems are left out by npm.
    if (place === '' || link) return true;
    return present[place] ? present[place].version === version : Boolean(optional || peer);
  });
}

function packagesOf(lock) {
  try {
    return JSON.parse(fs.readFileSync(path.join(root, lock), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

export function npm(args, options) {
  // npm names its own program to what it runs; otherwise it lies beside Node, under one of two names.
  const beside = path.dirname(process.execPath);
  const places = [
    process.env.npm_execpath,
    path.join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
    path.join(beside, 'node_modules/npm/bin/npm-cli.js'),
  ];
  const script = places.find((place) => place?.endsWith('npm-cli.js') && fs.existsSync(place));
  return script
    ? runNode([script, ...args], options)
    : run('npm', args, { ...options, shell: process.platform === 'win32' });
}
