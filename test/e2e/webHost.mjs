// VS Code as it runs in a browser alone: the workbench of a host's server, without that server. Its extensions run in a web
// worker, and the folder is in a file system that one of them makes.
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { unpack } from '../../scripts/packedTexts.mjs';
import { openPage, root } from './host.mjs';
import { ensureChromium, ensureHost } from './hostInstall.mjs';
import { settings } from './server.mjs';

const workbench = '/out/vs/code/browser/workbench/workbench.js';
const types = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/**
 * Opens a copy of `folder` with the extension of the working tree, or with what is in the package `vsix`. With `tests` VS Code runs
 * the suite for browsers, `onEvent` gets what that tells, and `exit` resolves to its exit code.
 */
export async function openWebVsCode({ folder, vsix, tests, env = {}, userSettings = {}, onEvent, onLog, viewport }) {
  const host = ensureHost();
  const executablePath = ensureChromium(host);
  const tmp = fs.mkdtempSync(path.join(os.tmpdir(), 'xen-notes-web-'));
  if (vsix) await unpack(vsix, tmp);
  const places = {
    '/out/': path.join(host.vscode, 'out'),
    '/extensions/': path.join(host.vscode, 'extensions'),
    // VS Code runs tests that stand in an extension under development.
    '/ours/tests/': path.join(root, 'dist/test/web'),
    '/ours/': vsix ? path.join(tmp, 'extension') : root,
    '/files/': path.join(import.meta.dirname, 'web/files'),
  };
  const name = path.basename(folder);
  const answers = {
    '/': (origin) => ['text/html', page(origin, configuration(origin, { name, tests, userSettings }))],
    [workbench]: () => ['text/javascript', workbenchAlone(path.join(host.vscode, workbench))],
    '/folder': () => ['application/json', JSON.stringify({ name, files: filesIn(folder) })],
    '/env': () => ['application/json', JSON.stringify(env)],
  };
  const server = await serve(places, answers, onEvent);
  const stopServer = () => {
    server.closeAllConnections();
    server.close();
    fs.rmSync(tmp, { recursive: true, force: true });
  };
  const origin = `http://127.0.0.1:${server.address().port}`;
  try {
    const opened = await openPage({ executablePath, origin, url: `${origin}/`, onLog, viewport });
    const stop = async () => {
      await opened.stop();
      stopServer();
    };
    return { ...opened, stop };
  } catch (error) {
    stopServer();
    throw error;
  }
}

/** What VS Code is told of its folder and its extensions. */
function configuration(origin, { name, tests, userSettings }) {
  const at = (place) => ({ scheme: 'http', authority: new URL(origin).host, path: place });
  return {
    folderUri: { scheme: 'memory', path: `/${name}` },
    // This host's own; other builds do without.
    ...{
      userDataPath: '/',
      isEnabledFileDownloads: true,
      isEnabledFileUploads: true,
      isEnabledCoderGettingStarted: false,
    },
    additionalBuiltinExtensions: [at('/files')],
    productConfiguration: { extensionEnabledApiProposals: { 'test.memory': ['fileSearchProvider'] } },
    configurationDefaults: { ...settings, ...userSettings },
    developmentOptions: {
      enableSmokeTestDriver: true,
      extensions: [at('/ours')],
      ...(tests && { extensionTestsPath: at('/ours/tests/index.js') }),
    },
  };
}

function page(origin, config) {
  const quoted = (value) => JSON.stringify(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!DOCTYPE html><html><head><meta charset="utf-8">
<meta id="vscode-workbench-web-configuration" data-settings="${quoted(config)}">
<link rel="stylesheet" href="/out/vs/code/browser/workbench/workbench.css"></head><body></body>
<script>globalThis._VSCODE_FILE_ROOT = '${origin}/out/';</script>
<script type="module" src="/out/nls.messages.js"></script>
<script type="module" src="${workbench}"></script></html>`;
}

/** The workbench of a server takes whatever it came from for one, and has what is the user's there. */
function workbenchAlone(file) {
  const changes = [
    [/,remoteAuthority:location\.host(?=\})/, ''],
    [/(?<=\(this\.userDataPath\)\.with\(\{scheme:\w+\.)vscodeRemote/, 'vscodeUserData'],
  ];
  return changes.reduce(
    (text, [server, alone]) => {
      if (!server.test(text)) throw new Error(`${file} has no ${server}: it is another version`);
      return text.replace(server, alone);
    },
    fs.readFileSync(file, 'utf8'),
  );
}

/** Texts of a folder, by their names in it. */
function filesIn(folder) {
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return Object.fromEntries(files.map((file) => [path.relative(folder, file), fs.readFileSync(file, 'utf8')]));
}

async function serve(places, answers, onEvent) {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://127.0.0.1');
    const send = (status, type, content) => response.writeHead(status, { 'Content-Type': type }).end(content);
    if (request.method === 'POST') {
      let event = '';
      request
        .on('data', (chunk) => (event += chunk))
        .on('end', () => {
          onEvent(event);
          send(200, 'text/plain', '');
        });
      return;
    }
    const answer = answers[pathname];
    if (answer) return send(200, ...answer(`http://127.0.0.1:${server.address().port}`));
    const [prefix, folder] = Object.entries(places).find(([each]) => pathname.startsWith(each)) ?? [];
    const file = folder && path.join(folder, decodeURIComponent(pathname.slice(prefix.length)));
    if (!file || !file.startsWith(folder) || !fs.existsSync(file)) return send(404, 'text/plain', 'not there');
    send(200, types[path.extname(file)] ?? 'application/octet-stream', fs.readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
