import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf, xenNotes } from './run.js';

interface Report {
  readonly uncertain: readonly { readonly line: number; readonly what: string }[];
  readonly dropped: readonly { readonly line: number; readonly text: string; readonly why: string }[];
}

/** Imports one file; what is written, by its name, and what is told. */
function imported(name: string, content: string | Uint8Array) {
  const folder = folderOf({ [name]: content });
  const run = xenNotes(['import', name, '-o', 'out/', '--report', 'report.json'], { cwd: folder });
  const written = readdirSync(folder).includes('out') ? readdirSync(path.join(folder, 'out')).sort() : [];
  const texts = written.map((each) => readFileSync(path.join(folder, 'out', each), 'utf8'));
  const report = JSON.parse(readFileSync(path.join(folder, 'report.json'), 'utf8')) as Report;
  return { code: run.code, err: run.err, written, texts, report };
}

const header =
  'From: George Dunlap <george@example.org>\nDate: Mon, 15 Jul 2019 11:19:40 +0100\nSubject: Virtio session notes\n';
const mime = (type: string, encoding: string): string =>
  `${header}MIME-Version: 1.0\nContent-Type: ${type}\nContent-Transfer-Encoding: ${encoding}\n\n`;
const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('what is broken is read as far as it can be', () => {
  it('bytes that are no text', () => {
    const { code, written, report } = imported(
      'picture.bin',
      Uint8Array.from({ length: 50_000 }, (_, index) => (index * 7919 + ((index * index) % 251)) % 256),
    );
    expect([code, written]).toEqual([2, []]);
    expect(report.uncertain).toEqual([{ line: 1, what: 'is no text; import a text or a mail' }]);
  });

  it('a mail that ends in the middle of a part', () => {
    const whole = mime('multipart/alternative; boundary=x', '7bit');
    const part = '--x\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n';
    const text = base64('- Jan: hello there\n- ACTION Jan: go on\n');
    const { code, texts, report } = imported('cut.eml', whole + part + text.slice(0, 41));
    expect(code).toBe(0);
    expect(texts[0]).toContain('- Jan: hello there\n- ACTION Ja');
    expect(report.uncertain).toContainEqual({ line: 12, what: 'the mail is cut off: its last part has no end' });
  });

  it('a mail that ends in its header', () => {
    const { code, written, report } = imported('cut.eml', header.slice(0, -4));
    expect([code, written]).toEqual([2, []]);
    expect(report.dropped).toContainEqual(expect.objectContaining({ why: 'the mail has no text' }));
  });

  it('character sets that nobody knows', () => {
    const text = [Buffer.from(`${mime('text/plain; charset=x-none', '8bit')}- Jan: caf`), [0xe9], Buffer.from('\n')];
    const { code, texts, report } = imported('set.eml', Buffer.concat(text.map((each) => Buffer.from(each))));
    expect(code).toBe(0);
    expect(texts[0]).toContain('- Jan: café\n');
    expect(report.uncertain).toContainEqual({
      line: 8,
      what: 'the character set "x-none" is not known; look at letters such as "é"',
    });
    const subject = header.replace('Virtio', '=?x-none?Q?caf=E9?= tea =?utf-8?B?!!!?=');
    const read = imported('subject.eml', `${subject}\n- Jan: tea\n`);
    expect(read.texts[0]).toMatch(/^# Design session notes: caf\S tea/);
  });

  it('a mailbox with a broken message between two that are whole', () => {
    const whole = (text: string): string => `From g@example.org Mon Jul 15 10:00:00 2019\n${header}\n${text}\n\n`;
    const { code, written, report } = imported(
      'list.mbox',
      `${whole('- Jan: one')}From x Mon Jul 15 11:00:00 2019\nbroken words\n\n${whole('- Jan: two')}`,
    );
    expect([code, written]).toEqual([0, ['2019-07-15-virtio-2.md', '2019-07-15-virtio.md']]);
    expect(report.dropped.filter(({ text }) => text.includes('broken words'))).toEqual([
      { line: 9, text: 'broken words\n\n', why: 'does not begin with the header of a mail' },
    ]);
  });

  it('templates and links that are not closed', () => {
    const { code, texts, report } = imported('open.wiki', '== A ==\n* {{Action|Jan\n== B ==\n[[x {{ text }}\n');
    expect(code).toBe(0);
    expect(texts[0]).toContain('## B');
    for (const word of ['Action', 'Jan', 'x', 'text']) expect(texts[0]).toContain(word);
    expect(report.uncertain.map(({ line }) => line)).toContain(2);
    const deep = imported('deep.wiki', `== A ==\n${'{{a|'.repeat(20_000)}word\n`);
    expect(deep.code).toBe(0);
    expect(deep.texts[0]).toContain('word');
    expect(deep.report.uncertain).toContainEqual({
      line: 2,
      what: 'templates and links stand too deep in one another here and are kept as text',
    });
  });
});

describe('lists of ten thousand levels', () => {
  it.each([
    ['deep.wiki', `== A ==\n${'*'.repeat(10_000)} word\n`],
    ['deep.eml', `${header}\n${'- '.repeat(10_000)}word\n`],
    ['quotes.eml', `${header}\n${'> '.repeat(10_000)}word\n`],
    ['deep.txt', `Design Sessions 2031\n\nFrom Xen\n\nA\n\n${'  '.repeat(10_000)}• word\n`],
    ['steps.txt', `Design Sessions 2031\n\nFrom Xen\n\nA\n\n${steps('• item')}${' '.repeat(2000)}• word\n`],
    ['steps.eml', `${header}\n${steps('- item')}${' '.repeat(2000)}- word\n`],
  ])('are kept, if less deep: %s', (name, content) => {
    const { code, texts } = imported(name, content);
    expect(code).toBe(0);
    expect(texts[0]).toContain('word');
  });

  it.each(['text', 'mail', 'wikitext'])('are written as %s as they stand', (to) => {
    const head = '# Design session notes: Disks\n\n- Session: x\n- Date: 2031-07-14\n\n## A\n\n';
    for (const deep of [`${'- '.repeat(10_000)}word\n`, `${steps('- item')}`, `${'>'.repeat(10_000)} word\n`]) {
      const run = xenNotes(['export', '-', '--to', to, ...(to === 'mail' ? ['--from', 'a@b.org'] : [])], {
        input: head + deep,
      });
      expect(run.code, run.err).toBe(0);
      expect(run.err).toMatch(/:\d+: stands more than 100 levels deep; the whole document is left as it is written\n/);
      expect(run.out).toMatch(/word|item999/);
    }
  });
});

/** A list whose items stand one level deeper each. */
function steps(item: string): string {
  return Array.from({ length: 1000 }, (_, index) => `${' '.repeat(index * 2)}${item}${index}\n`).join('');
}

describe('what is long', () => {
  const point = '- Jan: a point about the transport, and what it has to keep out of\n  memory that is not its own\n';
  const many = Array.from({ length: 15_000 }, (_, index) => (index % 9 ? point : `\nACTION Jan: do ${index}\n\n`)).join(
    '',
  );

  it.each([
    ['plain', `${header}\n${many}`],
    ['in Base64', mime('text/plain; charset=utf-8', 'base64') + base64(many).replace(/.{76}/g, '$&\n')],
    [
      'an attachment',
      `${mime('multipart/mixed; boundary=x', '7bit')}--x\nContent-Type: text/plain\n\nACTION Jan: do 0\n\n--x\nContent-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\n${base64(many)}\n--x--\n`,
    ],
  ])('mails of more than a megabyte: %s', (_, content) => {
    const { code, texts } = imported('long.eml', content);
    expect(code).toBe(0);
    expect(texts[0]).toContain('- ACTION Jan: do 0\n');
  });

  it('what nobody has written by hand is not read', () => {
    const folder = folderOf({ 'huge.eml': Buffer.alloc(33 * 1024 * 1024, 'a') });
    expect(xenNotes(['import', 'huge.eml'], { cwd: folder })).toMatchObject({ code: 2, out: '' });
  });
});
