import fc from 'fast-check';
import { extract } from 'letterparser';
import type { Nodes } from 'mdast';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import type { Converted } from '../../server/src/convert/converted.js';
import { outgoingMail, type OutgoingMail } from '../../server/src/convert/mail/outgoing/outgoingMail.js';
import { readMails } from '../../server/src/convert/mail/readMails.js';
import { readDocument } from '../../server/src/document/document.js';
import { parseWhole } from '../../server/src/document/remark.js';
import { composeMail } from '../../server/src/host/composeMail.js';
import { mailArchive } from '../convert/mail/mailArchive.js';
import { source } from '../convert/source.js';
import { archiveDocument } from '../support/archiveDocuments.js';
import { corpusFolder, markdownBelow, minutesOfOthers, read } from '../support/documents.js';
import { mailText, notesDocumentText } from '../support/mailSources.js';
import { markdown } from '../support/markdown.js';
import { toldFacts } from '../support/mailFacts.js';
import { times } from '../support/times.js';

const stamp = { date: new Date('2019-07-15T10:00:00Z'), id: '1' };
const context = { archive: mailArchive };

function outgoing(text: string): OutgoingMail {
  const document = readDocument('notes.md', text);
  const mail = outgoingMail(document, mailArchive, { subject: document.facts.title || 'no title' });
  if ('problem' in mail) throw new Error(mail.problem);
  return mail;
}

/** A document as a mail, and as a document again. */
async function andBack(text: string): Promise<string> {
  const mail = await composeMail(outgoing(text), stamp);
  return (await readMails(source(mail), context)).documents[0]?.text ?? '';
}

/** What a reader of a document sees, and the addresses of its links. */
function visible(node: Nodes): string {
  const url = 'url' in node ? ` ${node.url} ` : '';
  if ('children' in node)
    return url + node.children.map(visible).join(node.type === 'paragraph' || node.type === 'heading' ? '' : '\n');
  return 'value' in node && node.type !== 'html' ? node.value : node.type === 'break' ? '\n' : url;
}

/** Words that a marker in the form of the format stands for, the cross of a box, and `o`, which is a bullet. */
const markerWords = /^(?:actions?|items?|points?|ai|todo|x|o)$/;

/** A number alone may be that of a list's item. */
const word = /\p{N}*\p{L}[\p{L}\p{N}]*/gu;

/** Words of a text that neither a document nor the report has. */
function lost(text: string, { documents, report }: Converted): string[] {
  const kept = [
    ...documents.map((document) => visible(parseWhole(document.text, { frontMatter: true }))),
    ...report.dropped.map((each) => each.text),
    ...report.uncertain.map(({ what }) => what),
  ];
  const known = new Set(kept.join('\n').toLowerCase().match(word));
  const words = new Set(text.toLowerCase().match(word));
  return [...words].filter((word) => !known.has(word) && !markerWords.test(word));
}

const messageId = fc
  .tuple(fc.stringMatching(/^[a-z\d._+-]{1,60}$/), fc.constantFrom('example.org', 'mail-host', 'a_b__c.example.org'))
  .map(([local, host]) => `${local}@${host}`);

const header = 'From: George Dunlap <george@example.org>\nDate: Mon, 15 Jul 2019 11:19:40 +0100\nSubject: Virtio\n\n';

describe('importing a mail', () => {
  it('keeps every word, or tells of it', async () => {
    await fc.assert(
      fc.asyncProperty(mailText, async (text) => {
        expect(lost(text, await readMails(source(header + text), context))).toEqual([]);
      }),
      { numRuns: times(125) },
    );
  });

  it('takes any bytes, and tells places of them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.tuple(fc.constantFrom(header, 'From a@b Mon Jul 15 10:00:00 2019\n', ''), mailText).map(bytesOf),
          fc
            .tuple(
              fc.constantFrom('text/plain', 'text/html', 'multipart/mixed; boundary=x', 'message/rfc822', '???'),
              fc.constantFrom('base64', 'quoted-printable', '8bit', 'x'),
              fc.oneof(mailText, fc.string({ unit: 'binary', maxLength: 200 })),
            )
            .map(([type, encoding, text]) =>
              bytesOf([
                `Content-Type: ${type}\nContent-Transfer-Encoding: ${encoding}\n`,
                header,
                '--x\n',
                text,
                '\n--x--',
              ]),
            ),
        ),
        async (bytes) => {
          const text = new TextDecoder().decode(bytes);
          const { documents, report } = await readMails({ name: 'mail', bytes, text }, context);
          const lines = text.split('\n').length;
          for (const { line } of [...report.uncertain, ...report.dropped]) {
            expect(line).toBeGreaterThanOrEqual(1);
            expect(line).toBeLessThanOrEqual(lines);
          }
          expect(new Set(report.documents).size).toBe(documents.length);
        },
      ),
      { numRuns: times(125) },
    );
  });
});

function bytesOf(parts: readonly string[]): Uint8Array {
  return new TextEncoder().encode(parts.join(''));
}

describe('a document as a mail, and back', () => {
  it('says what it said, on generated notes', async () => {
    await fc.assert(
      fc.asyncProperty(notesDocumentText, async (text) => {
        expect(toldFacts(await andBack(text))).toEqual(toldFacts(text));
      }),
      { numRuns: times(50) },
    );
  });

  it('says what it said, on the archive that ships', async () => {
    for (const file of markdownBelow(corpusFolder)) {
      const before = toldFacts(read(file));
      const after = toldFacts(await andBack(read(file)));
      for (const what of ['headings', 'attendees', 'actions', 'decisions', 'speakers'] as const)
        expect(after[what], `${what} of ${file}`).toEqual(expect.arrayContaining([...before[what]]));
    }
  });

  it('loses next to nothing of real minutes', async () => {
    const files = minutesOfOthers({ oneOf: 40 });
    let told = 0;
    let missed = 0;
    for (const file of files) {
      const before = toldFacts(read(file));
      const after = toldFacts(await andBack(read(file)));
      for (const what of ['headings', 'attendees', 'actions', 'decisions', 'speakers'] as const) {
        told += before[what].length;
        missed += before[what].filter((each) => !after[what].includes(each)).length;
      }
    }
    expect(missed).toBeLessThanOrEqual(told / 200);
  });

  it('keeps where its source was published, and when that was', async () => {
    const published = '- Notes: <https://lists.xenproject.org/archives/html/xen-devel/2019-07/msg00001.html>';
    await fc.assert(
      fc.asyncProperty(notesDocumentText, messageId, async (text, id) => {
        const fields = [published, '- Subject: [Xen-devel] Virtio', `- Message-ID: \`<${id}>\``];
        const once = await andBack(text.replace(/(?<=^- Date: .*\n)/m, `${fields.join('\n')}\n`));
        for (const field of fields) expect(once.split('\n')).toContain(field);
      }),
      { numRuns: times(50) },
    );
  });

  it('keeps the month of minutes whose day nobody knows', async () => {
    const people = '## Attendees\n\n- Jan Beulich\n- Ian Campbell\n';
    for (const head of ['# AB Meeting/June 2013 Minutes\n', '# AB Meeting Minutes\n\n- Date: 2013-06 (day unknown)\n'])
      expect(readDocument('m.md', await andBack(`${head}\n${people}`)).facts.date).toMatchObject({ iso: '2013-06' });
  });

  it('makes the same mail of what it was read from', async () => {
    await fc.assert(
      fc.asyncProperty(notesDocumentText, async (text) => {
        const once = await andBack(text);
        expect(outgoing(await andBack(once)).text).toBe(outgoing(once).text);
      }),
      { numRuns: times(50) },
    );
  });
});

describe('a mail', () => {
  const documents = fc.oneof(notesDocumentText, archiveDocument, markdown);

  it('shows the same text to other programs', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (text) => {
        const mail = outgoing(text);
        const raw = await composeMail(mail, stamp);
        const shown = (each: string | undefined): string => (each ?? '').replace(/\r\n/g, '\n').trim();
        const [one, other] = [await PostalMime.parse(raw), extract(raw)];
        expect(shown(one.text)).toBe(shown(mail.text));
        expect(shown(other.text)).toBe(shown(mail.text));
        expect(one.subject).toBe(mail.subject);
        expect(other.subject).toBe(mail.subject);
      }),
      { numRuns: times(75) },
    );
  });

  it('has no line that could be broken and is too long', () => {
    fc.assert(
      fc.property(notesDocumentText, (text) => {
        for (const line of outgoing(text).text.split('\n'))
          if (!line.includes('://')) expect(line.length).toBeLessThanOrEqual(72);
      }),
    );
  });
});
