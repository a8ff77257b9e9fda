import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import type { Api } from '../../../client/src/extension.js';
import { activateInArchive, file, findings, items, label, remove, until, write } from './support.js';

const page = 'events/design-sessions-2018.md';

suite('files on disk', () => {
  let api: Api;
  suiteSetup(async () => {
    api = await activateInArchive();
  });

  /** Changes a file behind the editor's back for the time of a test. */
  async function withChange(name: string, change: (text: string) => string, test: () => Promise<void>): Promise<void> {
    const path = file(name).fsPath;
    const before = fs.readFileSync(path, 'utf8');
    fs.writeFileSync(path, change(before));
    try {
      await test();
    } finally {
      fs.writeFileSync(path, before);
    }
  }

  async function titles(): Promise<readonly string[]> {
    return (await items(api.archive)).map(([, item]) => label(item));
  }

  test('a page that another program rewrites is read again', async () => {
    await withChange(
      page,
      (text) => text.replace('# Design Sessions 2018', '# Design Sessions of 2018'),
      async () => {
        await until('the new title', async () => (await titles()).includes('Design Sessions of 2018'));
      },
    );
    await until('the old title', async () => (await titles()).includes('Design Sessions 2018'));
  });

  test('a person becomes known with an entry in people.md', async () => {
    const name = 'events/newcomer.md';
    const text =
      '# Design session notes: Virtio\n\n- Session: [[Design Sessions 2019#Virtio]]\n- Date: 2019-07-10\n- Host: Zacharias Quuxley\n';
    const { uri } = await write(name, text);
    const unknown = (): boolean => findings(uri).some((finding) => /^person-unknown:.*Zacharias Quuxley/.test(finding));
    await until('the name to be unknown', unknown);
    await withChange(
      'people.md',
      (people) => `${people}\n## Zacharias Quuxley\n\n- Affiliation: Frob (2019)\n`,
      async () => {
        await until('the name to be known', () => !unknown());
      },
    );
    await remove(name);
  });

  test('ordinary Markdown in an archive has no findings', async () => {
    const { uri } = await write('README.md', '# Readme\n\n- Note: this is plain text\n- TODO: more\n');
    const probe = await write('events/probe.md', '# Design session notes: Virtio\n\n- Scibe: Jan Beulich\n');
    // The server answers in order: findings on the later document mean that it is done with the earlier one.
    await until('findings on the other document', () => findings(probe.uri).length > 0);
    assert.deepEqual(findings(uri), []);
    await remove('events/probe.md');
    await remove('README.md');
  });
});
