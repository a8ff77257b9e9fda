import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import { expect, it } from 'vitest';
import { folderOf, xenNotes } from './run.js';

const hook = path.join(import.meta.dirname, '../support/tellLoaded.cjs');
const watched = { ...process.env, NODE_OPTIONS: `--require ${JSON.stringify(hook)}` };
const server = path.join(import.meta.dirname, '../../dist/server.cjs');

/** The bundles that a process told of, without the chunks they share. */
function bundlesIn(told: string): string[] {
  return [...told.matchAll(/^loaded (\w+)$/gm)].map(([, name = '']) => name);
}

const plain = '# Call Minutes\n\n- Date: 2019-07-12\n\n## Attendees\n\n- Jan Beulich\n';
const files = {
  'plain.md': plain,
  'marked.md': `${plain}\n## Point\n\nSee ~~this~~ and that.\n`,
  'slip.md': `${plain}\n## Point\n\n- Action Jan: go on\n`,
  'stated.md': `---\ndate: 2019-07-12\n---\n${plain}`,
};

const program = ['cli', 'program'];
it.each([
  [['--version'], ['cli']],
  [['-V'], ['cli']],
  [['check', 'plain.md'], program],
  [
    ['check', 'marked.md'],
    [...program, 'remark'],
  ],
  [['check', '--fix-dry-run', 'plain.md'], program],
  [
    ['check', '--fix-dry-run', '--max-warnings', '9', 'slip.md'],
    [...program, 'changes'],
  ],
  [
    ['check', 'stated.md'],
    [...program, 'frontMatter'],
  ],
  [
    ['export', '--to', 'wikitext', 'plain.md'],
    [...program, 'conversion', 'remark'],
  ],
  [
    ['export', '--to', 'mail', '--force', 'plain.md'],
    [...program, 'conversion', 'remark', 'mailFile'],
  ],
])('%j loads what it needs', (args, bundles) => {
  // Each in a folder of its own, as all documents of an archive are read.
  const name = args.at(-1) ?? '';
  const cwd = folderOf(Object.fromEntries(Object.entries(files).filter(([file]) => file === name)));
  const { code, err } = xenNotes(args, { cwd, env: watched });
  expect(code, err).toBe(0);
  expect(bundlesIn(err)).toEqual(bundles);
});

it('the server says what it can do before it loads what does it', async () => {
  const child = spawn(process.execPath, [server, '--stdio'], { env: watched });
  const heard = { out: '', err: '' };
  child.stdout.on('data', (data) => (heard.out += String(data)));
  child.stderr.on('data', (data) => (heard.err += String(data)));
  const send = (message: object): void => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
  await expect.poll(() => heard.out, { timeout: 20_000 }).toContain('"capabilities"');
  expect(bundlesIn(heard.err)).toEqual(['server', 'connection']);
  send({ method: 'initialized', params: {} });
  send({ id: 2, method: 'xen-notes/archive' });
  await expect.poll(() => heard.out, { timeout: 20_000 }).toContain('"id":2');
  expect(bundlesIn(heard.err)).toEqual(['server', 'connection', 'session']);
  child.kill();
});

it('what is compiled is kept in the user’s cache folder where Node can keep it, and nowhere else', () => {
  const cwd = folderOf(files);
  const caches = folderOf({});
  const run = xenNotes(['check', 'plain.md'], { cwd, env: { ...process.env, XDG_CACHE_HOME: caches } });
  expect(run).toMatchObject({ code: 0, out: '' });
  expect(readdirSync(caches)).toEqual('enableCompileCache' in module ? ['xen-session-notes'] : []);
  expect(readdirSync(cwd)).toEqual(Object.keys(files).sort());
});

it('a cache folder that cannot be used is none', () => {
  const cwd = folderOf({ ...files, 'a file': '' });
  for (const caches of [path.join(cwd, 'a file'), 'not/absolute'])
    expect(xenNotes(['check', 'plain.md'], { cwd, env: { ...process.env, XDG_CACHE_HOME: caches } })).toEqual({
      code: 0,
      out: '',
      err: '1 document checked, nothing found\n',
    });
  expect(readdirSync(cwd)).toHaveLength(Object.keys(files).length + 1);
});
