import { expect, it } from 'vitest';
import { checkArguments } from '../../client/src/tasks/checkArguments.js';

const always = ['check', '--format', 'compact'];

it.each([
  [{}, ['--', '.']],
  [{ mode: 'post' }, ['--mode', 'post', '--', '.']],
  [{ baseline: false }, ['--no-baseline', '--', '.']],
  [{ baseline: true, paths: [] }, ['--', '.']],
  [{ paths: ['notes', '--odd name.md'] }, ['--', 'notes', '--odd name.md']],
  // The command line says what is wrong with it.
  [{ mode: 'pst', paths: 'notes' }, ['--mode', 'pst', '--', 'notes']],
])('a task that says %j calls the command line with it', (definition, rest) => {
  expect(checkArguments(definition)).toEqual([...always, ...rest]);
});
