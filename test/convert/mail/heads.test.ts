import { describe, expect, it } from 'vitest';
import { Archive } from '../../../server/src/archive/archive.js';
import type { Message } from '../../../server/src/convert/mail/message/message.js';
import { notesDocument } from '../../../server/src/convert/mail/notesDocument.js';
import { readDocument } from '../../../server/src/document/document.js';
import { mailArchive } from './mailArchive.js';

interface Mail {
  readonly text: string;
  readonly subject?: string;
  readonly from?: string;
  readonly day?: string;
}

/** The document's first lines up to the field that has the subject, and what the report says of them. */
function imported(
  { text, subject = 'Design session notes: Virtio', from = 'Ann Berg', day = '2024-06-12' }: Mail,
  archive = mailArchive,
): { readonly head: string; readonly body: string; readonly told: string } {
  const message: Message = {
    carrier: 'mail',
    subject,
    from: { name: from, address: 'ann@example.org' },
    to: [],
    day,
    lines: text.split('\n').map((line, index) => ({ text: line, at: index + 1 })),
    line: 1,
    forwarded: [],
    uncertain: [],
    dropped: [],
  };
  const { document, uncertain } = notesDocument(message, archive);
  const [head = '', body = ''] = (document?.text ?? '').split(/^- Subject: .*\n/m);
  return {
    head: head.replace(/\n\n/, '\n').trim(),
    body: body.trim(),
    told: uncertain.map(({ what }) => what).join('\n'),
  };
}

const title = '# Design session notes: Virtio';
const heads: readonly (readonly [what: string, mail: Mail, head: string, told?: RegExp])[] = [
  [
    'nothing',
    { text: 'Words.' },
    `${title}\n- Date: 2024-06-12\n- Scribe: Ann Berg`,
    /2024-06-12 is the day the mail was sent/,
  ],
  [
    'a sender by last name',
    { text: 'Words.', from: '"Berg, Ann"' },
    `${title}\n- Date: 2024-06-12\n- Scribe: Ann Berg`,
  ],
  [
    'a sender by way of the list',
    { text: 'Words.', from: 'Ann Berg via Xen-devel' },
    `${title}\n- Date: 2024-06-12\n- Scribe: Ann Berg`,
  ],
  ['a company as sender', { text: 'Words.', from: 'Example, Inc.' }, `${title}\n- Date: 2024-06-12`],
  [
    'hosts below the day',
    { text: 'Wednesday 5th June, at the Summit 2024\nSession Hosts: Jan Berg & Lea Dorn\n\nWords.' },
    `${title}\n- Date: 2024-06-05\n- Host: Jan Berg & Lea Dorn\n- Scribe: Ann Berg`,
    /"Wednesday 5th June" is taken as the day of the meeting, 2024-06-05; the mail was sent on 2024-06-12\n(?:.*\n)*"Session Hosts" is taken as the field Host/,
  ],
  [
    'a sentence',
    { text: 'Animated by Cleo.\n\nWords.' },
    `${title}\n- Date: 2024-06-12\n- Host: Cleo\n- Scribe: Ann Berg`,
  ],
  [
    'a moderator',
    { text: 'Moderator: Jan Berg\nNotes by: Lea Dorn\n\nWords.' },
    `${title}\n- Date: 2024-06-12\n- Host: Jan Berg\n- Scribe: Lea Dorn`,
  ],
  [
    'fields behind what the mail is',
    { text: 'here are the notes of the session.\n\nHost: Jan Berg\n\nWords.' },
    `${title}\n- Date: 2024-06-12\n- Host: Jan Berg\n- Scribe: Ann Berg`,
  ],
  [
    'a day without year',
    { text: 'Date: Wednesday 5th June\n\nWords.' },
    `${title}\n- Date: 2024-06-05 (Wednesday 5th June)\n- Scribe: Ann Berg`,
  ],
  [
    'a day in a sentence',
    { text: 'Notes of the session on June 4th.\n\nWords.' },
    `${title}\n- Date: 2024-06-04\n- Scribe: Ann Berg`,
  ],
  [
    'a day of last year',
    { text: 'Wednesday 18 December\n\nWords.', day: '2025-01-07' },
    `${title}\n- Date: 2024-12-18\n- Scribe: Ann Berg`,
  ],
  [
    'a day in the subject',
    { text: 'Words.', subject: 'Design session notes: Virtio (5 June)' },
    '# Design session notes: Virtio\n- Date: 2024-06-05\n- Scribe: Ann Berg',
  ],
  [
    'the year of the subject',
    { text: 'Words.', subject: 'Xen Summit 2023 design session: Virtio' },
    `${title}\n- Date: 2023\n- Scribe: Ann Berg`,
    /the subject says no more than 2023/,
  ],
  // Other days.
  [
    'a day to come',
    { text: 'The next meeting is on 3 July 2024.' },
    `${title}\n- Date: 2024-06-12\n- Scribe: Ann Berg`,
  ],
  [
    'the day of something else',
    { text: 'The freeze was on 2 June.' },
    `${title}\n- Date: 2024-06-12\n- Scribe: Ann Berg`,
  ],
  ['a period', { text: 'The summit was on 4-6 June 2024.' }, `${title}\n- Date: 2024-06-12\n- Scribe: Ann Berg`],
  [
    'a weekday that it was not',
    { text: 'Monday 5th June\n\nWords.' },
    `${title}\n- Date: 2024-06-12\n- Scribe: Ann Berg`,
  ],
  [
    'two days',
    { text: 'The session was on 4 June and on 5 June.' },
    `${title}\n- Date: 2024-06-12\n- Scribe: Ann Berg`,
  ],
];

const minutes: readonly (readonly [subject: string, head: string])[] = [
  ['[minutes] Community call 2nd May', '# Community call 2nd May Minutes\n- Date: 2024-05-02\n- Scribe: Ann Berg'],
  ['Board minutes, 2024-06-06', '# Board minutes, 2024-06-06\n- Date: 2024-06-06\n- Scribe: Ann Berg'],
  ['AB Meeting/June 2013 Minutes', '# AB Meeting/June 2013 Minutes\n- Date: 2013-06\n- Scribe: Ann Berg'],
];

describe('the head of a document', () => {
  it.each(heads.map(([what, mail, head, told = /./]) => ({ what, mail, head, told })))(
    '$what',
    ({ mail, head, told }) => {
      const made = imported(mail);
      expect(made.head).toBe(head);
      expect(made.told).toMatch(told);
    },
  );

  it.each(minutes)('%s', (subject, head) => expect(imported({ text: 'Words.', subject }).head).toBe(head));

  it('leaves what stands before the fields to the text', () => {
    expect(imported({ text: 'Wednesday 5th June\nHost: Jan Berg\n\nWords.' }).body).toBe(
      'Wednesday 5th June\n\nWords.',
    );
    expect(imported({ text: 'Those are my notes:\n\nHost: Jan Berg\n\nWords.' }).body).toBe(
      'Those are my notes:\n\nWords.',
    );
  });
});

const kinds: readonly (readonly [subject: string, text: string, title: string])[] = [
  ['Blue pages', 'here are the notes from yesterday.\n\nAnn: one', 'Design session notes: Blue pages'],
  ['Blue pages', 'I took notes in the session:\n\n- one', 'Design session notes: Blue pages'],
  ['Blue pages', 'Scribe: Lea Dorn\n\n- one', 'Design session notes: Blue pages'],
  ['Blue pages', 'Attendees: Jan Berg, Lea Dorn\n\nWords.', 'Blue pages Minutes'],
  ['Community call', 'below are the minutes.\n\nWords.', 'Community call Minutes'],
  [
    'Summit, day two',
    'here are the notes from the session on Blue pages:\n\nAnn: one',
    'Design session notes: Blue pages',
  ],
  [
    'Fwd: notes',
    'Please find below the notes of the design session "Blue pages" at the Summit.',
    'Design session notes: Blue pages',
  ],
  ['Design session notes', '# Design session: Blue pages\n\nWords.', 'Design session notes: Blue pages'],
  ['Design session notes', 'Words.', 'Design session notes'],
  [
    'Agenda for the call of 6 June',
    '# Attendees\n\n- Jan Berg\n- Lea Dorn\n\n# Rings\n\nWords.',
    'Agenda for the call of 6 June Minutes',
  ],
  // Mails that are neither.
  [
    'Agenda for the call of 6 June',
    '# Attendees\n\n- please add yourself\n\n# Rings\n\nWords.',
    'Agenda for the call of 6 June',
  ],
  ['Blue pages', 'What do you think of blue ones?', 'Blue pages'],
  ['[VOTE] Blue pages', 'the vote has ended, this is the count.\n\nJan Berg: +1\nLea Dorn: +1', '[VOTE] Blue pages'],
  ['[ANNOUNCE] Xen 4.19-rc1', 'Please update the release notes.', '[ANNOUNCE] Xen 4.19-rc1'],
  [
    'Community call: call for agenda items',
    'Attendees: please add yourself\n\nThe minutes of the last call are at https://example.org/.',
    'Community call: call for agenda items',
  ],
  ['Sessions at the summit', 'Who would take notes of the sessions?', 'Sessions at the summit'],
  ['[PATCH] docs: minutes', 'Notes:\n\n- one', '[PATCH] docs: minutes'],
];

describe('a mail whose subject does not say what it is', () => {
  it.each(kinds)('%s: %j', (subject, text, title) => {
    const { head, told } = imported({ text, subject });
    const isOfNeither = /neither the subject nor the text speaks of notes/.test(told);
    expect(head.split('\n')[0]).toBe(`# ${title}`);
    expect(isOfNeither).toBe(!/notes\b|Minutes$/.test(title));
    if (isOfNeither) expect(head).not.toMatch(/^- (?:Scribe|Session):/m);
  });

  it('tells of a title that is missing, or comes from the text', () => {
    expect(imported({ subject: 'Design session notes', text: 'Words.' }).told).toContain('the mail has no title');
    expect(imported({ subject: 'notes', text: '# Design session: Blue pages\n\nWords.' }).told).toContain(
      '"Blue pages" is what the text calls the session',
    );
  });
});

describe('the session of a mail', () => {
  const page =
    '# Design Sessions 2024\n\n- Date: 2024-06-04\n\n## Sessions\n\n### Live migration of guests\n\n- Notes: none\n\n### Build System gripes\n\n- Notes: none\n';
  const archive = Archive.of([readDocument('2024.md', page).facts]);
  const of = (subject: string): { readonly head: string; readonly told: string } =>
    imported({ subject: `Design session notes: ${subject}`, text: 'Words.' }, archive);

  it('is found in other words', () => {
    expect(of('live-migration of guests').head).toContain('[[Design Sessions 2024#Live migration of guests]]');
    expect(of('live-migration of guests').told).not.toContain('session');
    expect(of('Build system gripe session').head).toContain('[[Design Sessions 2024#Build System gripes]]');
    expect(of('Build system gripe session').told).toContain('"Build System gripes" is taken as the one');
  });

  it('is left open where it is not certain, and the nearest are told', () => {
    expect(of('Live updates of guests').head).not.toContain('Session');
    expect(of('Live updates of guests').told).toContain(
      'no session of the archive is called "Live updates of guests"; name the session that these are the notes of, which may be [[Design Sessions 2024#Live migration of guests]]',
    );
    expect(of('Virtio').told).not.toContain('may be');
  });
});
