import { expect, it } from 'vitest';
import { folderOf, json, xenNotes } from './run.js';

const files = {
  '.xen-notes.json': '{}',
  'call.md':
    '# Call Minutes 2019-01-02\n\n## Attendees\n\n- Jan Beulich\n\n## Boot\n\n- Jan: guests boot slowly\n- ACTION Jan: measure it\n',
  'older/call.md': '# Call Minutes 2018-01-02\n\n## Boot\n\n- Jan: guests boot\n',
};

it('prints where words stand, the best first', () => {
  const cwd = folderOf(files);
  expect(json(['search', 'boot', 'slowly', '--json'], { cwd })).toEqual([
    {
      path: 'call.md',
      line: 9,
      kind: 'minutes',
      title: 'Boot',
      excerpt: 'Jan: guests boot slowly',
      score: expect.any(Number) as number,
    },
  ]);
  expect(json(['search', 'boot', 'older', '--json'], { cwd })).toMatchObject([{ path: 'older/call.md' }]);
  expect(json(['search', 'person:Jan Beulich', 'is:open', '--json'], { cwd })).toMatchObject([{ title: 'Boot' }]);
  const { code, out, err } = xenNotes(['search', 'boot', '--limit', '1'], { cwd });
  expect([code, err.trim()]).toEqual([0, '1 place; there may be more']);
  expect(out).toMatch(/^Boot {2}\S+call\.md:\d+\n {4}Jan: guests boot/);
});

it('says when nothing is found, or no words are given', () => {
  const cwd = folderOf(files);
  expect(xenNotes(['search', 'nothing like it'], { cwd })).toMatchObject({ code: 0, out: '', err: '0 places\n' });
  expect(xenNotes(['search'], { cwd }).code).toBe(2);
});
