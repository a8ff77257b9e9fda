import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { listOf } from '../e2e/sessionPoints.mjs';
import { sessionPages } from '../support/sessionPages.js';
import { folderOf, json, xenNotes } from './run.js';

const people = '# People\n\n## Andrew Cooper\n\n## George Dunlap\n\n## Jan Beulich\n\n## Wei Liu\n';

it('a session is written from nothing to the mail', () => {
  const cwd = folderOf({ ...sessionPages, 'people.md': people });
  const begun = xenNotes(['new', 'notes', '--session', 'Design Sessions 2019#Rust'], { cwd });
  expect(begun).toMatchObject({ code: 0, err: '' });
  const file = begun.out.trim();
  expect(file).toBe(path.join('notes', 'rust.md'));
  const status = (): readonly unknown[] =>
    json<{ title: string; status: string }>(['query', 'sessions', '--json'], { cwd })
      .filter(({ title }) => title === 'Rust')
      .map((each) => each.status);
  expect(status()).toEqual(['draft']);

  const blank = readFileSync(path.join(cwd, file), 'utf8');
  const written = blank
    .replace(/^- Scribe:.*$/m, '- Scribe: George Dunlap')
    .replace('## Attendees\n', '## Attendees\n\n- Andrew Cooper\n- George Dunlap\n- Jan Beulich\n')
    .replace(/## Points\n\n- ?\n/, `## Points\n\n${listOf()}`);
  writeFileSync(path.join(cwd, file), written);
  expect(xenNotes(['check', '--mode', 'post', file], { cwd })).toMatchObject({ code: 0, out: '' });

  const mail = xenNotes(['export', file, '--to', 'mail'], { cwd });
  expect(mail.code).toBe(0);
  expect(mail.out).toMatch(/^To: xen-devel@lists\.xenproject\.org\r?\n/);
  expect(mail.out).toContain('Subject: Design session notes: Rust');
  expect(mail.out).toMatch(/AGREED: the hypervisor is to be built alone by default/);
  expect(mail.out).toMatch(/ACTION George \(by 2019-09-01\): ask the distributions/);
});
