// `npm start`: from a fresh clone to the archive in an editor. Installs and builds what is needed, says what the archive
// in corpus/ holds, and opens it in VS Code with the extension: the desktop where there is one, else in a browser.
//   npm start -- --report    only the report
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureInstalled, root, run, runNode } from './tools.mjs';

const corpus = path.join(root, 'corpus');
/** Has the extension open on its walkthrough. */
const shownAround = { XEN_NOTES_WALKTHROUGH: '1' };

await ensureInstalled();
if ((await runNode(['esbuild.mjs'])) !== 0) process.exit(1);
const { report } = await import('./report.mjs');
console.log(`\n${report(corpus)}\n`);
if (!process.argv.includes('--report')) await open();

async function open() {
  if (hasDesktop()) {
    console.log('Opening VS Code on corpus/ …');
    const args = [`--extensionDevelopmentPath=${root}`, corpus];
    process.exitCode = await run('code', args, {
      shell: process.platform === 'win32',
      env: { ...process.env, ...shownAround },
    });
    return;
  }
  const { canHost, ensureHost } = await import('../test/e2e/hostInstall.mjs');
  if (!canHost) {
    console.log('No VS Code was found: install it, put its `code` command on the PATH, and run `npm start` again.');
    process.exitCode = 1;
    return;
  }
  await serve(ensureHost());
}

/** Serves VS Code on this machine until Ctrl+C; the server and all it has started end with this process. */
async function serve(host) {
  const { startServer } = await import('../test/e2e/server.mjs');
  const server = await startServer({ host, env: shownAround });
  const payload = [['extensionDevelopmentPath', server.remote(root)]];
  console.log('No desktop VS Code was found, so VS Code is served on this machine. Open this address in a browser:\n');
  console.log(`  ${server.url({ folder: corpus, payload })}\n`);
  console.log('Ctrl+C ends it.');
}

function hasDesktop() {
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!display) return false;
  const { status } = spawnSync('code', ['--version'], { stdio: 'ignore', shell: process.platform === 'win32' });
  return status === 0;
}
