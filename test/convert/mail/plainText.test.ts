import { describe, expect, it } from 'vitest';
import { textOf, toPlainText, type PlainText } from '../../../server/src/convert/mail/text/plainText.js';
import { readDocument } from '../../../server/src/document/document.js';
import { longLines } from '../../support/longLines.js';

const wiki = 'https://wiki.xenproject.org/wiki/';

function plain(text: string, width = 40): PlainText {
  return toPlainText(readDocument('notes.md', text), { width, title: 'omitted', wiki });
}

function mail(text: string, width = 40): string {
  return textOf(plain(text, width));
}

const forms: readonly (readonly [what: string, markdown: string, expected: string])[] = [
  [
    'fields of the document without bullets, those of a section with them',
    '# Design session notes: Virtio\n\n- Date: 2019-07-11\n- Host: Jan Beulich (SUSE), Ian Campbell (Citrix)\n\n## Backends\n\n- Topics: Virtio\n',
    'Date: 2019-07-11\nHost: Jan Beulich (SUSE), Ian Campbell\n  (Citrix)\n\nBackends\n========\n\n- Topics: Virtio\n',
  ],
  [
    'where notes were published, but not that they are to be',
    '# Design session notes: Virtio\n\n- Date: 2019-07-11\n- Message-ID: `<1@x.org>`\n- Subject: [Xen-devel] Virtio\n- Notes: TODO\n',
    'Date: 2019-07-11\nMessage-ID: `<1@x.org>`\nSubject: [Xen-devel] Virtio\n',
  ],
  [
    'the description of a session as a quote',
    '# Design session notes: Virtio\n\n- Description: Existing protocols could be used at once, moving to Xen gets easier.\n\n  - on Arm\n- Date: 2019-07-11\n\n## Backends\n\n- Description: stays\n',
    'Date: 2019-07-11\n\n> Existing protocols could be used at\n> once, moving to Xen gets easier.\n>\n> - on Arm\n\nBackends\n========\n\n- Description: stays\n',
  ],
  [
    'headings by their depth below the title',
    '## Minutes\n\n### One\n\n#### Two\n\n##### Three with *emphasis*\n',
    'One\n===\n\nTwo\n---\n\n### Three with emphasis\n',
  ],
  [
    'items with a hanging indent',
    '# N\n\n- Jan: asks what state has to survive the switch to the new hypervisor\n  - George: only what cannot be rebuilt from scratch\n',
    '- Jan: asks what state has to survive\n  the switch to the new hypervisor\n  - George: only what cannot be rebuilt\n    from scratch\n',
  ],
  [
    'numbers, boxes and loose lists',
    '# N\n\n3. three\n4. four\n\n- [ ] ACTION Jan: ask\n\n- [x] done\n\n  with more\n',
    '3. three\n4. four\n\n- [ ] ACTION Jan: ask\n\n- [x] done\n\n  with more\n',
  ],
  [
    'links as notes, each address once',
    '# N\n\nThe [series](https://lore.kernel.org/xen-devel/1@x.org/) and [the same](https://lore.kernel.org/xen-devel/1@x.org/), also <https://xen.org/a_etc.> and [r].\n\n[r]: https://xen.org/r\n',
    'The series [1] and the same [1], also\n<https://xen.org/a_etc.> and r [2].\n\n[1] https://lore.kernel.org/xen-devel/1@x.org/\n[2] https://xen.org/r\n',
  ],
  [
    'numbers that the text has stay its own',
    '# N\n\nSee [1] and [the tree](https://xenbits.xen.org/).\n\n1. <https://xen.org/one>\n',
    'See [1] and the tree [2].\n\n1. <https://xen.org/one>\n\n[2] https://xenbits.xen.org/\n',
  ],
  [
    'definitions with numbers keep them',
    '# N\n\nSee [2] and [text](https://xen.org/).\n\n[2]: https://xen.org/two\n',
    'See [2] and text [3].\n\n[2] https://xen.org/two\n[3] https://xen.org/\n',
  ],
  [
    'pages of the wiki by name and address',
    '# N\n\nAs in [[Design Sessions 2019#Live Updating Xen]], [[Virtio|here]] and [[#Below]].\n',
    'As in "Live Updating Xen" (Design\nSessions 2019) [1], here [2] and\n[[#Below]].\n\n[1] https://wiki.xenproject.org/wiki/Design_Sessions_2019#Live_Updating_Xen\n[2] https://wiki.xenproject.org/wiki/Virtio\n',
  ],
  [
    'words in angle brackets that are no HTML',
    '# N\n\n- Jan: xl create <config> boots, a Vec<u8> and `<b>` do\n- <u>no</u><br>yes\n\n<back to the slides>\n\n<details>\n',
    '- Jan: xl create <config> boots, a\n  Vec<u8> and `<b>` do\n- no\n  yes\n\n<back to the slides>\n\n<details>\n',
  ],
  [
    'addresses and code are never broken',
    '# N\n\nLook at https://lists.xenproject.org/archives/html/xen-devel/2019-07/msg00709.html or run `xl list -l | grep state`.\n',
    'Look at\nhttps://lists.xenproject.org/archives/html/xen-devel/2019-07/msg00709.html\nor run `xl list -l | grep state`.\n',
  ],
  [
    'quotes keep their lines',
    '# N\n\n> this line was quoted and is longer than the width\n> and so is this one, which stays as well\n',
    '> this line was quoted and is longer than the width\n> and so is this one, which stays as well\n',
  ],
  [
    'code keeps its lines and fences',
    '# N\n\n- so:\n\n  ```c\n  int main(void) { return 0; }\n\n  ```\n',
    '- so:\n\n  ```c\n  int main(void) { return 0; }\n\n  ```\n',
  ],
  [
    'no break where a marker, a name or a bullet would come to stand at a line start',
    '# N\n\nA line that is thirty columns - with a dash. Long enough for Jan: he said 2013. And then the ACTION word.\n',
    'A line that is thirty columns - with a\ndash. Long enough for Jan: he said 2013.\nAnd then the ACTION word.\n',
  ],
  [
    'lines that mean something by where they begin stay',
    '# N\n\nJan: first\nGeorge: second\nand more of it\nACTION Jan: third\n\n## Attendees\n\nJan Beulich\nIan Campbell\n',
    'Jan: first\nGeorge: second and more of it\nACTION Jan: third\n\nAttendees\n=========\n\nJan Beulich\nIan Campbell\n',
  ],
  [
    'emphasis as people type it, none around the head of a paragraph',
    '# N\n\n**ACTION** Jan: ask *nicely*, **now**\n\n**Jan**: says ~~no~~\n',
    'ACTION Jan: ask _nicely_, *now*\n\nJan: says ~no~\n',
  ],
  [
    'tables with aligned columns',
    '# N\n\n| a | long name |\n|--|--|\n| 日本 | b |\n',
    '| a    | long name |\n|------|-----------|\n| 日本 | b         |\n',
  ],
  ['footnotes', '# N\n\nText.[^a]\n\n[^a]: The note.\n', 'Text.[1]\n\n[1] The note.\n'],
  ['images', '# N\n\n![the stack](https://xen.org/s.png)\n', '[image: the stack] [1]\n\n[1] https://xen.org/s.png\n'],
  [
    'wide characters',
    '# N\n\n日本語 日本語 日本語 日本語 日本語 日本語\n',
    '日本語 日本語 日本語 日本語 日本語\n日本語\n',
  ],
  ['mail addresses', '# N\n\n[Jan](mailto:jan@x.org), <ian@x.org>\n', 'Jan <jan@x.org>, <ian@x.org>\n'],
];

describe('a document as plain text', () => {
  for (const [what, markdown, expected] of forms) it(what, () => expect(mail(markdown)).toBe(expected));

  it('writes the title where there is no subject', () => {
    const document = readDocument('n.md', '# Design session notes: Virtio\n\n## Backends\n\nText.\n');
    expect(textOf(toPlainText(document, { width: 72, title: 'written' }))).toBe(
      'Design session notes: Virtio\n============================\n\nBackends\n--------\n\nText.\n',
    );
  });

  it('tells what it cannot say', () => {
    const text = '# N\n\n<!-- for writers -->\n\n<div>block</div>\n\nA <span>word</span>, a [file](../people.md).\n';
    const { lost } = plain(text);
    expect(lost.map(({ span, what }) => [text.slice(span.start, span.end), what])).toEqual([
      ['<div>block</div>', 'HTML is left out: <div>block</div>'],
      ['<span>', 'HTML is left out: <span>'],
      ['</span>', 'HTML is left out: </span>'],
      [
        '[file](../people.md)',
        '"../people.md" leads into the archive and is no address for a mail; only its text is written',
      ],
    ]);
  });
});

describe('lines too long for the list', () => {
  it('are those that no break makes shorter, addresses excepted', () => {
    const text =
      '# N\n\nSee <https://lists.xenproject.org/archives/html/xen-devel/>.\n\n- code:\n\n  ```\n  a line of code that is forty-one columns.\n  ```\n\nand `a stretch of code with blanks that is long` here\n';
    const found = longLines(readDocument('n.md', text), { width: 40 });
    expect(found.map(({ columns, text: line, span }) => [columns, line, text.slice(span.start, span.end)])).toEqual([
      [43, '  a line of code that is forty-one columns.', expect.stringContaining('forty-one')],
      [44, '`a stretch of code with blanks that is long`', '`a stretch of code with blanks that is long`'],
    ]);
  });
});
