import { expect, it } from 'vitest';
import { folderOf, xenNotes } from './run.js';

const notes = '# Design session notes: Ring buffers\n\n- Session: [[Page#Ring buffers]]\n- Date: 2019-07-11\n';
const minutes = '# Call Minutes\n\n- Date: 2019-07-12\n\n## Attendees\n\n- Jan Beulich\n\n## Point\n\n- Jan: hello\n';
const page = '= Design Sessions =\n\n== Group ==\n\n=== Ring buffers ===\n\nHost: Jan\n';
const files = { 'notes.md': notes, 'call.md': minutes, 'page.txt': page, '.xen-notes.json': '{}' };

it.each<[string[], object]>([
  [['check', 'call.md'], []],
  [['query', 'people', 'call.md'], [{ name: 'Jan Beulich' }]],
  [['compare', 'page.txt', 'page.txt'], []],
  [['explain', 'date-format'], { id: 'date-format' }],
  [['new', 'minutes', '--title', 'A Call', '--date', '2020-01-02', '-o', 'made.md'], { path: 'made.md' }],
  [['new', 'minutes', '--title', 'A Call', '-o', '-'], { text: expect.stringContaining('# A Call') as string }],
  [['import', 'page.txt'], { kept: { sessions: 1 }, texts: [{ path: expect.any(String) as string }] }],
  [['import', 'page.txt', '-o', 'pages/'], { documents: [expect.stringMatching(/^pages\//) as string] }],
  [
    ['export', 'call.md', '--to', 'wikitext'],
    { path: 'call.md', to: 'wikitext', uncertain: [], text: expect.any(String) as string },
  ],
  [['export', 'call.md', '--to', 'wikitext', '-o', 'call.wiki'], { output: 'call.wiki' }],
  [['export', 'notes.md', '--to', 'mail'], { path: 'notes.md', errors: expect.arrayContaining([]) as unknown[] }],
])('%j --json prints one value and nothing else', (args, shape) => {
  const cwd = folderOf(files);
  const { out, err } = xenNotes([...args, '--json'], { cwd });
  expect(out, err).not.toBe('');
  expect(JSON.parse(out)).toMatchObject(shape);
});
