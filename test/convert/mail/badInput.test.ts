import { describe, expect, it } from 'vitest';
import type { Converted } from '../../../server/src/convert/converted.js';
import { isMail, readMails } from '../../../server/src/convert/mail/readMails.js';
import { source } from '../source.js';
import { mailArchive } from './mailArchive.js';

function imported(text: string | Uint8Array): Promise<Converted> {
  const from = typeof text === 'string' ? source(text) : { name: 'mail', text: '', bytes: text };
  return readMails(from, { archive: mailArchive });
}

const header = 'From: George Dunlap <george@example.org>\nDate: Mon, 15 Jul 2019 11:19:40 +0100\nSubject: Virtio\n';

describe('mails that are broken', () => {
  it('bytes that are no mail', async () => {
    const { documents, report } = await imported(Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256));
    expect(documents).toEqual([]);
    expect(report.dropped).toMatchObject([{ line: 1, why: 'does not begin with the header of a mail' }]);
  });

  it('an empty file', async () => {
    expect((await imported('')).documents).toEqual([]);
  });

  it('parts nested without end', async () => {
    const parts = Array.from(
      { length: 400 },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`,
    );
    const { documents, report } = await imported(`${header}${parts.join('')}`);
    expect(documents).toEqual([]);
    expect(report.dropped).toMatchObject([{ line: 1, why: 'is nested too deeply, or its header is too long' }]);
  });

  it('HTML nested without end', async () => {
    const { documents, report } = await imported(`${header}Content-Type: text/html\n\n${'<div>'.repeat(50_000)}words`);
    expect(documents).toEqual([]);
    expect(report.dropped.map(({ why }) => why)).toContain('HTML that is too long or nested too deeply to be notes');
  });

  it('a message of an mbox without a header, between two that are whole', async () => {
    const whole = (text: string): string => `From g@example.org Mon Jul 15 10:00:00 2019\n${header}\n${text}\n\n`;
    const { documents, report } = await imported(
      `${whole('- one')}From x Mon Jul 15 11:00:00 2019\n\u0000\u0001 broken\n\n${whole('- two')}`,
    );
    expect(documents.map(({ path }) => path)).toEqual(['2019-07-15-virtio.md', '2019-07-15-virtio-2.md']);
    expect(report.dropped.filter(({ why }) => why.startsWith('does not begin'))).toMatchObject([
      { line: 9, text: '\u0000\u0001 broken\n\n' },
    ]);
  });

  it('bytes that are none of the character set', async () => {
    const head = new TextEncoder().encode(`${header}Content-Type: text/plain; charset=utf-8\n\none\ntwo `);
    const { documents, report } = await imported(new Uint8Array([...head, 0xff, 0xfe, 10]));
    expect(documents[0]?.text).toContain('two \ufffd\ufffd');
    expect(report.uncertain).toContainEqual({
      line: 7,
      what: 'there are characters here that could not be read, shown as \ufffd',
    });
  });

  it('lines as long as they get, and many of them', async () => {
    for (const text of [
      'word '.repeat(40_000),
      `a${' '.repeat(200_000)}b`,
      '- a\n'.repeat(20_000),
      '`'.repeat(100_000),
    ]) {
      const { documents } = await imported(`${header}\n${text}\n`);
      expect(documents).toHaveLength(1);
    }
  });
});

describe('what a mail is known by', () => {
  it.each([
    [`${header}\ntext`, true],
    ['From MAILER-DAEMON Mon Jul 15 10:00:00 2019\nX: y\n', true],
    ['# Design Sessions 2019\n', false],
    ['Subject: a page about subjects\n\ntext', false],
    ['From the wiki: a page\n\ntext', false],
    ['{{project|Date=July 11 2017}}\nFrom: x\nTo: y\n', false],
  ])('%j', (text, mail) => expect(isMail(source(text))).toBe(mail));
});
