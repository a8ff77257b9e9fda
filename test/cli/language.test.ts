import { expect, it } from 'vitest';
import { folderOf, xenNotes, type Run } from './run.js';

const minutes =
  '# Minutes\n\n- Date: 2013-02-13\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\n- Jan: nothing new\n- ACTION: tell George\n';
const german = { ...process.env, LC_ALL: '', LC_MESSAGES: '', LANG: 'de_DE.UTF-8' };
const cwd = folderOf({ '.xen-notes.json': '{}', 'minutes.md': minutes, 'odd.txt': 'x' });

const run = (args: readonly string[], env: NodeJS.ProcessEnv = german): Run => xenNotes(args, { cwd, env });

it('people are told in the language of their environment', () => {
  const { out, err, code } = run(['check', 'minutes.md']);
  expect(out).toContain('am Anfang dieser Aktion steht kein Verantwortlicher');
  expect(err).toMatch(/^1 Warnung in 1 Datei/);
  expect(code).toBe(1);
  expect(run(['query', 'people']).err).toMatch(/^\d+ Person(?:en)?\n$/);
  expect(run(['check', 'nowhere']).err).toContain('ist nicht da; den Namen prüfen');
  expect(run(['check', '--fix', '--fix-dry-run']).err).toContain('eines von beiden weglassen');
  expect(run(['new', 'notes']).err).toContain('die Session mit --session nennen');
});

it.each([
  ['json', ['check', '--json', 'minutes.md']],
  ['compact', ['check', '--format', 'compact', 'minutes.md']],
  ['github', ['check', '--format', 'github', 'minutes.md']],
  ['gitlab', ['check', '--format', 'gitlab', 'minutes.md']],
  ['sarif', ['check', '--format', 'sarif', 'minutes.md']],
  ['the report of an import', ['import', 'odd.txt', '--report', '/dev/stdout', '-o', '-']],
  ['a rule', ['explain', 'date-format']],
  ['help', ['check', '--help']],
])('%s is the same in every language', (_, args) => {
  expect(run(args)).toEqual(run(args, { ...german, LC_ALL: 'C' }));
});

it('a baseline is the same in every language', () => {
  const update = ['check', '--update-baseline', '--baseline', 'accepted.json', 'minutes.md'];
  expect(run(update).err).toContain('1 Befund in accepted.json akzeptiert');
  expect(run(['check', '--baseline', 'accepted.json', 'minutes.md'], { ...german, LC_ALL: 'C' }).code).toBe(0);
});

it('what was found in one language is not told in another', () => {
  const many = Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [
      `minutes-${index}.md`,
      `${minutes}\n${'Nothing else was said. '.repeat(80)}\n`,
    ]),
  );
  const archive = folderOf({ '.xen-notes.json': '{}', ...many });
  const check = (LC_ALL: string): string => xenNotes(['check', '.'], { cwd: archive, env: { ...german, LC_ALL } }).out;
  expect(check('de_DE')).toContain('Verantwortlicher');
  expect(check('C')).toContain('no owner stands');
  expect(check('de_DE')).not.toContain('no owner stands');
});
