import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../..');

/** The script is plain JavaScript, so its type stands here. */
interface Generator {
  readonly generated: () => Promise<Readonly<Record<string, string>>>;
}

it('generated files are those that node scripts/generate.mjs writes', async () => {
  const script = pathToFileURL(path.join(root, 'scripts/generate.mjs')).href;
  const { generated } = (await import(script)) as Generator;
  const files = await generated();
  expect(Object.keys(files)).toContain('schemas/xen-notes.schema.json');
  for (const [name, text] of Object.entries(files))
    expect(readFileSync(path.join(root, name), 'utf8'), name).toBe(text);
  // A page without a rule is a rule that is gone.
  const pages = readdirSync(path.join(root, 'docs/rules')).map((name) => `docs/rules/${name}`);
  expect(pages.filter((name) => !(name in files))).toEqual([]);
});
