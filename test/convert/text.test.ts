import { describe, expect, it } from 'vitest';
import type { Converted } from '../../server/src/convert/converted.js';
import { importerFor } from '../../server/src/convert/importers.js';
import { readText } from '../../server/src/convert/text/readText.js';
import { mailArchive } from './mail/mailArchive.js';
import { source } from './source.js';

async function imported(text: string, name?: string): Promise<Converted> {
  return await readText(source(text, name), { archive: mailArchive });
}

const log = [
  '--- Log opened Wed Jun 05 14:55:00 2024',
  '14:58 -!- bob [~bob@example.org] has joined #xen-call',
  '15:00 <@jan> #startmeeting Rings',
  '15:00 < xenbot> Meeting started Wed Jun  5 15:00:12 2024 UTC.',
  '15:00 <@jan> #chair bob',
  '15:01 < bob_> jan: hello',
  '15:02 < jan> #topic Sizes',
  '15:03 < zoe|away> they are',
  'full',
  '15:03  * jan nods',
  '15:04 < zoe> #info measured on Monday',
  '15:04 < jan> #action bob, zoe to make them larger',
  '15:05 < jan> #action find a room',
  '15:06 < jan> #agreed large rings',
  '15:07 < bob> #vote +1',
  '15:08 < jan> #undo',
  '15:30 < jan> #endmeeting',
  '15:31 < bob> bye',
  '15:31 -!- bob has quit [Quit: leaving]',
].join('\n');

const minutes = [
  '==================',
  '#xen-call: rings',
  '==================',
  '',
  'Meeting started by jan at 15:00:12 UTC.',
  '',
  'Meeting summary',
  '---------------',
  '* Sizes  (jan, 15:02:11)',
  '  * LINK: https://xen.org/rings  (bob, 15:02:40)',
  '  * ACTION: bob to make them larger  (jan, 15:05:00)',
  '  * AGREED: large rings  (jan, 15:06:00)',
  '',
  'Meeting ended at 15:30:00 UTC.',
  '',
  'Action Items',
  '------------',
  '* bob to make them larger',
  '',
  'Action Items, by person',
  '-----------------------',
  '* bob',
  '  * bob to make them larger',
  '',
  'People Present (lines said)',
  '---------------------------',
  '* jan (45)',
  '* bob (12)',
  '* xenbot (3)',
].join('\n');

describe('the log of a channel', () => {
  it('is notes with its topics, actions and who spoke', async () => {
    const { documents, report } = await imported(log);
    expect(documents).toEqual([
      {
        path: expect.stringMatching(/rings-minutes\.md$/) as string,
        text: [
          '# Rings Minutes',
          '- Date: 2024-06-05\n- Chair: Bob',
          '## Attendees',
          '- Jan\n- Bob\n- Zoe',
          '## Discussion',
          '- Bob: jan: hello',
          '## Sizes',
          '- Zoe: they are full\n- Jan nods\n- measured on Monday\n- ACTION Bob, Zoe: make them larger\n- ACTION: find a room\n- AGREED: large rings\n- Bob: #vote +1',
          '## After the meeting',
          '- Bob: bye\n',
        ].join('\n\n'),
      },
    ]);
    expect(report.uncertain).toEqual([
      { line: 3, what: 'all who spoke are taken as attendees' },
      { line: 16, what: '"#undo" takes back what was noted before it; delete it there' },
    ]);
    expect(report.dropped.map(({ line, why }) => [line, why])).toEqual([
      [1, 'who came and went'],
      [2, 'the times of a log'],
      [3, 'commands for a meeting bot; the form of the notes says the same'],
      [4, 'said by a program'],
      [6, 'what programs add to nicks'],
    ]);
  });

  it.each([
    ['[12:01] <jan> one\n[12:02] <bob> two\n[12:03] <jan> three\n', '- Jan: one\n- Bob: two\n- Jan: three\n'],
    ['<jan> one\n<bob> two\n* jan has left #xen\n<jan> three\n', '- Jan: one\n- Bob: two\n- Jan: three\n'],
    [
      '(12:01:02 PM) jan: one\n(12:02:00 PM) bob: two\n(12:03:00 PM) jan: three\n(12:03:10 PM) bob: four\n',
      '- Jan: one\n- Bob: two\n- Jan: three\n- Bob: four\n',
    ],
    [
      '2024-06-05 12:01:33\tjan\tone\n2024-06-05 12:01:34\tbob\ttwo\n2024-06-05 12:02:00\tjan\tthree\n2024-06-05 12:02:00\tbob\tfour\n',
      '- Jan: one\n- Bob: two\n- Jan: three\n- Bob: four\n',
    ],
    [
      '12:01:33 From Jan Berg to Everyone: one\n12:02:00 From Bob Dorn to Everyone: two\n12:03:00 From Jan Berg to Everyone: three\n12:03:10 From Bob Dorn to Everyone: four\n',
      '- Jan Berg: one\n- Bob Dorn: two\n- Jan Berg: three\n- Bob Dorn: four\n',
    ],
  ])('%j', async (text, list) => {
    expect((await imported(text)).documents[0]?.text).toContain(`## Discussion\n\n${list}`);
  });

  it('is no agenda with times, and no HTML', async () => {
    const agenda = '10:00 Welcome: Lars\n10:15 Rings: Jan\n10:30 Break: all\n11:00 Memory: Wei\n';
    expect((await imported(agenda)).documents[0]?.text).toContain('10:15 Rings: Jan');
    expect(importerFor('auto', source('<dt> one\n<dd> two\n<dt> three\n<dd> four\n'))?.format).toBe('rendered');
  });
});

describe('the minutes of a meeting bot', () => {
  it('are minutes, each action once', async () => {
    const { documents, report } = await imported(minutes, 'xen-call.2024-06-05-15.00');
    expect(documents[0]?.text).toBe(
      [
        '# #xen-call: rings Minutes',
        '- Date: 2024-06-05',
        'Meeting started by jan at 15:00:12 UTC.',
        '## Meeting summary',
        '- Sizes\n  - https://xen.org/rings\n  - ACTION Bob: make them larger\n  - AGREED: large rings',
        'Meeting ended at 15:30:00 UTC.',
        '## People Present (lines said)',
        '- Jan\n- Bob\n',
      ].join('\n\n'),
    );
    expect(report.dropped.map(({ line, why }) => [line, why])).toEqual([
      [9, 'as what, by whom and when it was noted'],
      [16, 'actions that are noted above'],
      [29, 'a program'],
    ]);
  });
});

describe('a text', () => {
  it.each([
    [
      'a title, and fields',
      'Rings\nDate: 2024-06-05\n\nJan: one\n',
      '# Design session notes: Rings\n\n- Date: 2024-06-05\n',
    ],
    ['a title in Markdown', '# Call on rings, minutes\n\n## Present\n\n- Jan Berg\n', '# Call on rings, minutes\n'],
    ['a title with a line below', 'Design session: Rings\n=====\n\nWords.\n', '# Design session notes: Rings\n'],
    ['no title, but people', 'Attendees:\n- Jan Berg\n- Lea Dorn\n\nJan: one\n', '# a pad Minutes\n'],
    ['no title, but a speech', 'Jan: one\n\nGeorge: two\n\nJan: three\n', '# Design session notes: a pad\n'],
  ])('with %s', async (_, text, head) => {
    expect((await imported(text, 'a_pad')).documents[0]?.text.slice(0, head.length)).toBe(head);
  });

  it('is a mail where it has the header of one, or what a web archive shows of it', async () => {
    const pasted =
      '[Xen-devel] Design session notes: Rings\n\nTo: xen-devel@lists.xenproject.org\nFrom: Jan Berg <jan@example.org>\nDate: Mon, 15 Jul 2019 10:00:00 +0000\n\nJan: one\n\nPrev by Date: Re: other\nIndex(es):\n';
    for (const text of [pasted, `Subject: Design session notes: Rings\n${pasted.slice(pasted.indexOf('To:'))}`]) {
      const { documents } = await imported(text);
      expect(documents[0]?.text).toMatch(/^# Design session notes: Rings\n\n(?:- .*\n)*- Scribe: Jan Berg\n/);
      expect(documents[0]?.text).toMatch(/^- Date: 2019-07-15$/m);
    }
    expect((await imported(pasted)).report.dropped.map(({ why }) => why)).toContain(
      'what a web archive puts around a mail',
    );
  });

  it('is known where its form is sure', () => {
    const format = (text: string): string | undefined => importerFor('auto', source(text))?.format;
    expect([log, minutes, 'Rings\n\nJan: one\n', '== Rings ==\n* {{Action|Jan|ask}}\n'].map(format)).toEqual([
      'text',
      'text',
      'rendered',
      'wikitext',
    ]);
  });

  it('is no picture', async () => {
    const bytes = '\u0000\u0001\u0002\u0003';
    expect((await imported(bytes)).report.uncertain).toEqual([
      { line: 1, what: 'is no text; import a text or a mail' },
    ]);
  });
});
