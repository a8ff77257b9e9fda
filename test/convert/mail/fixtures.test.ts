import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { importerFor } from '../../../server/src/convert/importers.js';
import { readMails } from '../../../server/src/convert/mail/readMails.js';
import { mailArchive } from './mailArchive.js';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'fixtures');
const mails = readdirSync(folder).filter((name) => /\.(?:eml|mbox)$/.test(name));

describe('mails as people send them', () => {
  it.each(mails)('%s', async (name) => {
    const bytes = new Uint8Array(readFileSync(path.join(folder, name)));
    const source = { name: 'mail', bytes, text: new TextDecoder().decode(bytes) };
    expect(importerFor('auto', source)?.format).toBe('mail');
    const { documents, report } = await readMails(source, { archive: mailArchive });
    const base = path.join(folder, path.parse(name).name);
    const text = documents.map((document) => `<!-- ${document.path} -->\n\n${document.text}`).join('\n');
    await expect(text).toMatchFileSnapshot(`${base}.expected.md`);
    await expect(`${JSON.stringify(report, undefined, 2)}\n`).toMatchFileSnapshot(`${base}.report.json`);
  });
});
