import { describe, expect, it } from 'vitest';
import type { Converted } from '../../../server/src/convert/converted.js';
import { readMails } from '../../../server/src/convert/mail/readMails.js';
import { mailArchive } from './mailArchive.js';

const header = 'From: George Dunlap <george@example.org>\nDate: Mon, 15 Jul 2019 11:19:40 +0100\nSubject: Virtio\n';

/** A mail of which each character is a byte. */
function imported(text: string): Promise<Converted> {
  const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
  return readMails({ name: 'mail', text: '', bytes }, { archive: mailArchive });
}

async function textOf(text: string): Promise<string> {
  return (await imported(text)).documents[0]?.text.split('\n\n').slice(2).join('\n\n') ?? '';
}

describe('the characters of a mail', () => {
  it.each([
    ['iso-8859-1', 'don\x92t \x96 go', 'don’t – go\n'],
    ['us-ascii', 'don\x92t', 'don’t\n'],
    ['iso-8859-1', 'Grüße, don\xe2\x80\x99t'.replace('ü', '\xc3\xbc').replace('ß', '\xc3\x9f'), 'Grüße, don’t\n'],
    ['iso-8859-1', 'Gr\xfc\xdfe', 'Grüße\n'],
    ['utf-8', 'Gr\xc3\xbc\xc3\x9fe', 'Grüße\n'],
  ])('sent as %s: %j', async (charset, text, read) => {
    expect(await textOf(`${header}Content-Type: text/plain; charset=${charset}\n\n${text}\n`)).toBe(read);
  });
});

it('lines that a mailbox has marked are no quotes', async () => {
  expect(await textOf(`${header}\na\n>From here on\nb\n`)).toBe('a\nFrom here on\nb\n');
  expect(await textOf(`${header}\n- a\n\n>From here on\n> b\n`)).toBe('## Discussion\n\n- a\n\n> From here on\n> b\n');
});

describe('flowed text', () => {
  const flowed = `${header}Content-Type: text/plain; format=flowed`;

  it('goes on behind a blank, which delsp takes away', async () => {
    expect(await textOf(`${flowed}\n\none \ntwo\n`)).toBe('one two\n');
    expect(await textOf(`${flowed}; delsp=yes\n\nunfor \ntunate and  \nmore\n`)).toBe('unfortunate and more\n');
  });

  it('keeps how deep a quote is, however its marks are written', async () => {
    expect(await textOf(`${flowed}\n\n- a\n\n> > one \n> > two\n>> three\n`)).toBe(
      '## Discussion\n\n- a\n\n> > one two\n> > three\n',
    );
  });
});

describe('a mail that another one carries', () => {
  const inner =
    'From: Jan Beulich <jan@example.org>\nSubject: Design session notes: Virtio\nDate: Fri, 12 Jul 2019 09:00:00 +0000\n\nJan: one\n';
  const mixed = (text: string, ...parts: readonly string[]): string =>
    `${header}Content-Type: multipart/mixed; boundary=b\n\n--b\n\n${text}\n${parts.map((part) => `--b\n${part}\n`).join('')}--b--\n`;

  it('is the document, where the mail says no more than that', async () => {
    const { documents, report } = await imported(mixed('see below', `Content-Type: message/rfc822\n\n${inner}`));
    expect(documents.map(({ path }) => path)).toEqual(['2019-07-12-virtio.md']);
    expect(documents[0]?.text).toContain('Jan: one');
    expect(report.dropped).toContainEqual({
      line: 1,
      text: 'Virtio\nsee below',
      why: 'said of the mail that is forwarded',
    });
    expect(report.uncertain.some(({ line, what }) => line === 12 && what.includes('Jan Beulich sent the mail'))).toBe(
      true,
    );
  });

  it('is another document beside notes', async () => {
    const notes = Array.from({ length: 20 }, (_, at) => `- point ${at}`).join('\n');
    const { documents } = await imported(
      mixed(notes, `Content-Type: message/rfc822\nContent-Disposition: inline\n\n${inner}`),
    );
    expect(documents.map(({ path }) => path)).toEqual(['2019-07-15-virtio.md', '2019-07-12-virtio.md']);
  });

  it.each([
    [
      '---------- Forwarded message ---------\nFrom: Jan Beulich <jan@example.org>\nDate: Fri, 12 Jul 2019 at 09:00\nSubject: Notes on memory',
    ],
    [
      'Begin forwarded message:\n\nSubject: Notes on memory\nFrom: Jan Beulich <jan@example.org>\nDate: 12 July 2019 at 09:00:00 BST',
    ],
  ])('stands in its text below %j', async (mark) => {
    const { documents, report } = await imported(`${header}\nFYI\n\n${mark}\n\nWei: one\n`);
    expect(documents[0]?.text).toBe(
      '# Design session notes: memory\n\n- Date: 2019-07-12\n- Scribe: Jan Beulich\n- Subject: Notes on memory\n\n## Discussion\n\n- Wei: one\n',
    );
    expect(report.dropped[1]?.text).toMatch(/^Virtio\nFYI\n/);
  });

  it('stands in a digest without its type', async () => {
    const digest = `Content-Type: multipart/digest; boundary=d\n\n--d\n\n${inner}\n--d\n\n${inner}\n--d--`;
    expect((await imported(mixed('Digest', digest))).documents.map(({ path }) => path)).toEqual([
      '2019-07-12-virtio.md',
      '2019-07-12-virtio-2.md',
    ]);
  });

  it('is told where it is in another one that is in another one, without end', async () => {
    const deep = Array.from({ length: 8 }, () => 'Subject: x\nFrom: a@b\nContent-Type: message/rfc822\n\n').join('');
    const { documents, report } = await imported(`${deep}Subject: y\nFrom: a@b\n\nwords\n`);
    expect(documents).toEqual([]);
    expect(report.dropped.map(({ why }) => why)).toContain(
      'a mail in a mail, too deep to be read; save it, and import it if it has notes',
    );
  });
});
