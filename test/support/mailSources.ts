import fc from 'fast-check';

/** Mails with notes as people type them, and a little worse; and documents that are to become mails. */
const words = fc
  .array(
    fc.constantFrom(
      'Xen',
      'osstest',
      'a_b',
      '*p',
      '*now*',
      '`xl list`',
      'https://xen.org/a_b',
      '<https://xen.org>',
      '<xen.h>',
      '&amp;',
      '[1]',
      '2*3',
      '__init',
      'x@y.org',
      'Grüße',
      '日本',
      'I/O',
      'e.g.',
      '-',
      '(see',
      'below)',
      '"quoted"',
      '#include',
      'C:\\xen',
      'domU',
      '100%',
      '~old~',
      '|',
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((each) => each.join(' '));
const speaker = fc.constantFrom(
  'Jan',
  'George',
  'Ian',
  'Wei Liu',
  'Zaphod',
  'Jan, George',
  'Ian/Wei',
  'Problem',
  'Note',
);
const indent = fc.constantFrom('', '', '', '  ', '    ', '\t');
const bullet = fc.constantFrom('-', '*', 'o', '+', '1.', '2)', '- [ ]', '- [x]', '•', '->', '‐', '⁃', '1.', '3.');
const line = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(indent, words).map(([by, text]) => by + text) },
  { weight: 4, arbitrary: fc.tuple(indent, bullet, words).map(([by, mark, text]) => `${by}${mark} ${text}`) },
  { weight: 4, arbitrary: fc.tuple(indent, speaker, words).map(([by, name, text]) => `${by}${name}: ${text}`) },
  { weight: 2, arbitrary: fc.tuple(indent, speaker).map(([by, name]) => `${by}${name}:`) },
  { weight: 2, arbitrary: fc.tuple(speaker, words).map(([name, text]) => `${name} - ${text}`) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom('jan', 'ian'), words).map(([name, text]) => `${name}: ${text}`) },
  { weight: 1, arbitrary: fc.tuple(indent, bullet).map(([by, mark]) => by + mark) },
  { weight: 1, arbitrary: fc.tuple(indent, words).map(([by, text]) => `${by}  > ${text}`) },
  { weight: 1, arbitrary: words.map((text) => `***${text}***`) },
  { weight: 1, arbitrary: words.map((text) => `1.  \\<${text}\\>`) },
  { weight: 1, arbitrary: fc.tuple(speaker, words).map(([name, text]) => `[via chat:] ${name}: ${text}`) },
  { weight: 6, arbitrary: fc.constantFrom('', '', '', ' ') },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          'ACTION',
          'ACTION:',
          'ACTION Jan:',
          '**ACTION**:',
          'TODO:',
          '[ACTION]',
          'AGREED:',
          'MOTION:',
          'Q:',
        ),
        words,
      )
      .map(([mark, text]) => `${mark} ${text}`),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '====================',
      '--------------------',
      '--- topic: boards ---',
      '## Boards',
      '#### Boards ####',
      'Attendees:',
      'Actions',
      'Proposed actions:',
      'Requirements:',
      '*Next steps*',
      '--',
      '-- ',
    ),
  },
  { weight: 2, arbitrary: words.map((text) => `> ${text}`) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '```',
      '| a | b |',
      '|---|---|',
      '    $ xl create',
      '+--+-->',
      '[1] https://xen.org/one',
      '[2]: see below',
      'Date: 2019-07-11',
      'Host: Jan Beulich',
      'Hi all,',
      'Thanks,',
      'George',
      'On Tuesday Jan wrote:',
      '-----BEGIN PGP SIGNED MESSAGE-----',
      '-----BEGIN PGP SIGNATURE-----',
    ),
  },
);

export const mailText = fc.array(line, { maxLength: 30 }).map((lines) => `${lines.join('\n')}\n`);

/** Logs of a channel, the minutes of a bot, and pads; a nick or a word is said nowhere else. */
const said = fc
  .array(
    fc.integer({ min: 0, max: 999 }).map((number) => `w${number}`),
    { minLength: 1, maxLength: 5 },
  )
  .map((each) => each.join(' '));
const nick = fc.constantFrom('jan', 'bob', 'zoe|away', 'wei_', 'xenbot');
const stamp = fc.constantFrom('12:01 ', '[12:02:33] ', '2024-06-05 12:03 ', '');
const command = fc.constantFrom(
  '',
  '',
  '#topic ',
  '#action ',
  '#action jan to ',
  '#info ',
  '#agreed ',
  '#startmeeting ',
  '#chair ',
  '#vote ',
  '#undo ',
  'ACTION: ',
);
const logLine = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(stamp, nick, command, said).map(([at, who, what, text]) => `${at}<${who}> ${what}${text}`),
  },
  fc.tuple(nick, said).map(([who, text]) => `12:04 * ${who} ${text}`),
  fc.tuple(nick, said).map(([who, text]) => `12:04 -!- ${who} has joined #xen ${text}`),
  said,
);
const minutesLine = fc.oneof(
  fc.tuple(said, nick).map(([text, who]) => `* ${text}  (${who}, 12:05:10)`),
  fc.tuple(command, said, nick).map(([what, text, who]) => `  * ${what}${text}  (${who}, 12:05)`),
  said.map((text) => `Meeting started by ${text}`),
  said.map((text) => `${text}\n------`),
  fc
    .tuple(fc.constantFrom('Action Items', 'People Present (lines said)'), nick, said)
    .map(([head, who, text]) => `${head}\n-----------\n* ${who} (3)\n* ${text}`),
  fc.constant(''),
);
const lines = (each: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(each, { maxLength: 15 }).map((all) => `${all.join('\n')}\n`);
export const meetingText = fc.oneof(
  lines(logLine),
  lines(minutesLine),
  lines(said),
  lines(fc.oneof(logLine, minutesLine, said)),
);

/** Titles, names and sentences whose forms mean nothing else: what is made of them has to survive the way to a mail and back. */
const plain = fc
  .array(
    fc.constantFrom('xen', 'guests', 'keep', 'running', 'for', 'large', 'hosts', 'and', 'osstest', 'has', 'time'),
    {
      minLength: 1,
      maxLength: 25,
    },
  )
  .map((each) => each.join(' '));
const title = fc.constantFrom('Backends', 'Which transport to take', 'Grant tables (v2)', 'I/O and memory');
const person = fc.constantFrom('Jan Beulich', 'George Dunlap', 'Ian Campbell', 'Wei Liu');
const link = fc.constantFrom(
  'see [the series](https://lore.kernel.org/xen-devel/1@example.org/)',
  'see <https://xenbits.xen.org/docs/unstable/misc/xen-command-line.html>',
  'as in [[Design Sessions 2019#Virtio]]',
  'see https://xen.org/',
  'see [the same](https://lore.kernel.org/xen-devel/1@example.org/) and [more](https://xen.org/more)',
);
const item = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(person, plain).map(([who, text]) => `${who}: ${text}`) },
  { weight: 2, arbitrary: fc.tuple(person, plain).map(([who, text]) => `ACTION ${who}: ${text}`) },
  { weight: 1, arbitrary: fc.tuple(person, plain).map(([who, text]) => `ACTION ${who} (by 2019-08-01): ${text}`) },
  { weight: 1, arbitrary: plain.map((text) => `AGREED: ${text}`) },
  { weight: 2, arbitrary: plain },
  { weight: 1, arbitrary: fc.tuple(plain, link, plain).map((parts) => parts.join(' ')) },
);
const list = fc
  .array(fc.tuple(item, fc.array(item, { maxLength: 2 })), { minLength: 1, maxLength: 4 })
  .map((items) => items.flatMap(([own, below]) => [`- ${own}`, ...below.map((each) => `  - ${each}`)]));
const paragraph = fc.tuple(plain, fc.option(link, { nil: 'here' })).map(([text, end]) => [`${text} ${end}`]);
const section = fc
  .tuple(fc.constantFrom('##', '###'), title, fc.array(fc.oneof(paragraph, list), { minLength: 1, maxLength: 3 }))
  .map(([marks, name, blocks]) => [`${marks} ${name}`, ...blocks.map((block) => block.join('\n'))].join('\n\n'));

/** Notes of one session in the form the format has for them. */
export const notesDocumentText = fc
  .tuple(
    fc.array(person, { minLength: 1, maxLength: 3 }),
    fc.option(plain, { nil: undefined }),
    fc.array(section, { maxLength: 4 }),
  )
  .map(
    ([people, description, sections]) =>
      [
        '# Design session notes: Virtio',
        [
          '- Session: [[Design Sessions 2019#Virtio]]',
          '- Date: 2019-07-11',
          '- Scribe: George Dunlap',
          ...(description === undefined ? [] : [`- Description: ${description}`]),
        ].join('\n'),
        '## Attendees',
        [...new Set(people)].map((name) => `- ${name} (SUSE)`).join('\n'),
        // Below a title of the second depth, as headings are.
        ...(sections.length > 0 ? ['## Discussion', 'It was a long day.'] : []),
        ...sections,
      ].join('\n\n') + '\n',
  );
