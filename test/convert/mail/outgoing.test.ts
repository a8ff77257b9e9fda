import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { Archive } from '../../../server/src/archive/archive.js';
import type { ExportOptions } from '../../../server/src/convert/exporters.js';
import { mailtoAddress } from '../../../server/src/convert/mail/outgoing/mailtoAddress.js';
import { offeredCopies } from '../../../server/src/convert/mail/outgoing/offeredCopies.js';
import { outgoingMail, type OutgoingMail } from '../../../server/src/convert/mail/outgoing/outgoingMail.js';
import { readDocument } from '../../../server/src/document/document.js';
import { composeMail } from '../../../server/src/host/composeMail.js';

const register = `# People

## Jan Beulich

- Mail: jan@example.org

## Wei Liu

- Mail: wei (at) example.org

## Müller, Jürgen

- Also known as: Jürgen
- Mail: jm@example.org

## George Dunlap
`;
const archive = Archive.of([readDocument('people.md', register).facts], { mail: { width: 40 } });
const notes = '# Design session notes: Virtio\n\n- Date: 2019-07-11\n\nJan Beulich says hello.\n';

function written(text: string, options: ExportOptions = {}): OutgoingMail {
  const mail = outgoingMail(readDocument('n.md', text), archive, options);
  if ('problem' in mail) throw new Error(mail.problem);
  return mail;
}

function problem(text: string, options: ExportOptions = {}): string | undefined {
  const mail = outgoingMail(readDocument('n.md', text), archive, options);
  return 'problem' in mail ? mail.problem : undefined;
}

describe('a mail to the list', () => {
  it.each([
    ['# Design session notes: Virtio\n', 'Design session notes: Virtio'],
    ['# Design Session Notes - Virtio\n', 'Design session notes: Virtio'],
    ['# Virtio\n\n- Session: [[Design Sessions 2019#Virtio]]\n', 'Design session notes: Virtio'],
    ['# Community call Minutes\n\n## Attendees\n', 'Community call Minutes'],
  ])('%j has a subject', (text, subject) => expect(written(text).subject).toBe(subject));

  it('goes to the list that the archive names', () => {
    expect(written(notes).to).toBe('xen-devel@lists.xenproject.org');
    const own = Archive.of([], { mail: { list: 'minios-devel@lists.xenproject.org' } });
    expect(outgoingMail(readDocument('n.md', notes), own, {})).toMatchObject({
      to: 'minios-devel@lists.xenproject.org',
    });
  });

  it('takes what it answers in any form', () => {
    for (const inReplyTo of ['1@x.org', '<1@x.org>', 'https://lore.kernel.org/xen-devel/1@x.org/'])
      expect(written(notes, { inReplyTo }).inReplyTo).toBe('<1@x.org>');
  });

  it('says what cannot be used', () => {
    expect(problem('text alone\n')).toBe('has no title to make a subject of; give it one, or name the subject');
    expect(problem(notes, { from: 'George' })).toBe('"George" is no mail address; write it as Name <name@host>');
    expect(problem(notes, { cc: ['a@b.org', 'a@b.org, c@d.org'] })).toContain('"a@b.org, c@d.org" is no mail address');
    expect(problem(notes, { inReplyTo: 'Virtio' })).toBe('"Virtio" is no Message-ID; write it as <id@host>');
  });

  it('offers copies to those it names, where their address can be used', () => {
    const text = '# N\n\n- Jan Beulich: a\n- Wei Liu: b\n- Jürgen: c\n- George Dunlap: d\n- Nobody Known: e\n';
    expect(offeredCopies(readDocument('n.md', text), archive)).toEqual([
      'Jan Beulich <jan@example.org>',
      '"Müller, Jürgen" <jm@example.org>',
    ]);
  });

  it('fits into a mailto: address while it is short', () => {
    const address = mailtoAddress(written(notes, { cc: ['Jan <jan@example.org>'], inReplyTo: '<1@x.org>' }));
    const url = new URL(address ?? '');
    expect(decodeURIComponent(url.pathname)).toBe('xen-devel@lists.xenproject.org');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      subject: 'Design session notes: Virtio',
      cc: 'Jan <jan@example.org>',
      'in-reply-to': '<1@x.org>',
      body: 'Date: 2019-07-11\r\n\r\nJan Beulich says hello.\r\n',
    });
    expect(mailtoAddress(written(notes + '- word '.repeat(500)))).toBeUndefined();
  });
});

describe('the file of a mail', () => {
  const stamp = { date: new Date('2019-07-15T10:00:00Z'), id: 'abc' };

  it('has the header that mail programs expect', async () => {
    const mail = written(notes, {
      from: 'George Dunlap <george@example.org>',
      cc: ['Jan Beulich <jan@example.org>', '"Müller, Jürgen" <jm@example.org>'],
      inReplyTo: '<1@x.org>',
    });
    const raw = await composeMail(mail, stamp);
    expect(raw.replace(/[^\r]\n/g, '')).not.toMatch(/[^\p{ASCII}]/u);
    expect(raw.split('\r\n').every((line) => line.length <= 78 && !line.includes('\n'))).toBe(true);
    expect(await PostalMime.parse(raw)).toMatchObject({
      from: { name: 'George Dunlap', address: 'george@example.org' },
      to: [{ address: 'xen-devel@lists.xenproject.org' }],
      cc: [{ name: 'Jan Beulich' }, { name: 'Müller, Jürgen', address: 'jm@example.org' }],
      subject: 'Design session notes: Virtio',
      date: '2019-07-15T10:00:00.000Z',
      messageId: '<abc@example.org>',
      inReplyTo: '<1@x.org>',
      references: '<1@x.org>',
      text: 'Date: 2019-07-11\n\nJan Beulich says hello.\n',
    });
  });

  it('leaves the sender to the mail program where nobody is named', async () => {
    const raw = await composeMail(written(notes), stamp);
    expect(raw).not.toMatch(/^From:/m);
    expect(raw).toContain('Message-ID: <abc@xen-notes.invalid>');
  });

  it('lets no title and no option add a line to the header', async () => {
    const mail = written('# Design session notes: a&#10;Bcc: x@y.org\n', { subject: 'a\r\nBcc: x@y.org' });
    const { bcc, subject } = await PostalMime.parse(await composeMail(mail, stamp));
    expect(bcc).toBeUndefined();
    expect(subject).toBe('a Bcc: x@y.org');
  });

  it('encodes what is no ASCII so that any program shows it', async () => {
    const text = '# Design session notes: Grüße – 日本語 '.concat(
      'und ein langer Titel '.repeat(6),
      '\n\nWörter – 日本語\n',
    );
    const mail = written(text);
    const raw = await composeMail(mail, stamp);
    expect(raw).toMatch(/^\p{ASCII}*$/u);
    expect(await PostalMime.parse(raw)).toMatchObject({ subject: mail.subject, text: 'Wörter – 日本語\n' });
  });
});
