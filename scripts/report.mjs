// What an archive holds, in a few lines, as the command line tells it.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './tools.mjs';

/** The report of the archive in a folder. Throws where the command line could not run. */
export function report(folder) {
  const documents = query(folder, 'documents');
  const events = query(folder, 'events');
  const sessions = query(folder, 'sessions');
  const people = query(folder, 'people');
  const open = query(folder, 'actions').filter((action) => !action.done);
  const findings = ask(['check', folder, '--format', 'json']);
  const rows = [
    ['documents', documents.length, counts(documents.map(({ kind }) => kindWords[kind] ?? kind))],
    ['events', events.length, events.map(({ title, sessions }) => `${title} (${sessions})`).join(', ')],
    ['sessions', sessions.length, counts(sessions.map(({ status }) => statusWords[status] ?? status))],
    ['people', people.length, ''],
    [
      'open actions',
      open.length,
      counts(open.flatMap(({ owners }) => (owners.length > 0 ? owners : ['nobody named']))),
    ],
    ['findings', findings.length, counts(findings.map(({ severity }) => severity))],
  ];
  const name = path.relative(process.cwd(), folder) || '.';
  return [`The archive in ${name}/`, ...rows.map(([what, count, more]) => row(what, count, more))].join('\n');
}

const kindWords = {
  event: 'event pages',
  proposal: 'proposals',
  people: 'register of people',
  topics: 'register of topics',
};
const statusWords = { notes: 'with notes', none: 'without notes', todo: 'with notes to write', unknown: 'not known' };

function row(what, count, more) {
  const head = `  ${what.padEnd(13)}${String(count).padStart(4)}`;
  return more ? `${head}   ${more}` : head;
}

/** `5 error, 2 warning`, most frequent first. */
function counts(values) {
  const totals = new Map();
  for (const value of values) totals.set(value, (totals.get(value) ?? 0) + 1);
  const sorted = [...totals].sort(([, a], [, b]) => b - a);
  return sorted.map(([value, count]) => `${count} ${value}`).join(', ');
}

function query(folder, what) {
  return ask(['query', what, folder, '--json']);
}

function ask(args) {
  const cli = path.join(root, 'dist/cli.cjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  // 1 means findings; they are what is asked for.
  if (status !== 0 && status !== 1) throw new Error(`xen-notes ${args.join(' ')}: ${stderr}`);
  return JSON.parse(stdout);
}
