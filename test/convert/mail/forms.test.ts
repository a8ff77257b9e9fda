import { describe, expect, it } from 'vitest';
import { notesDocument } from '../../../server/src/convert/mail/notesDocument.js';
import type { Message } from '../../../server/src/convert/mail/message/message.js';
import { mailArchive } from './mailArchive.js';

/** What a text becomes below the field list. */
function imported(text: string, from = 'George Dunlap'): string {
  const message: Message = {
    carrier: 'mail',
    subject: 'Design session notes: Virtio',
    from: { name: from, address: 'g@example.org' },
    to: [],
    lines: text.split('\n').map((line, index) => ({ text: line.trimEnd(), at: index + 1 })),
    line: 1,
    forwarded: [],
    uncertain: [],
    dropped: [],
  };
  const markdown = notesDocument(message, mailArchive).document?.text ?? '';
  return markdown.replace(/^# .*\n\n(?:- (?:Session|Scribe|Subject): .*\n)+\n?/, '');
}

const forms: Readonly<Record<string, readonly (readonly [mail: string, markdown: string])[]>> = {
  speakers: [
    ['Jan: one\nGeorge: two\n', '## Discussion\n\n- Jan: one\n- George: two\n'],
    ['Jan: one\n     two\n  three\n', '## Discussion\n\n- Jan: one\n  - two\n  - three\n'],
    ['Jan    : one\nGeorge : two, and\n         more\n', '## Discussion\n\n- Jan: one\n- George: two, and more\n'],
    ['Jan: one\n\ttwo\n\t\tin it\nthree\n', '## Discussion\n\n- Jan: one\n  - two\n    - in it\n  - three\n'],
    [
      'Jan: a remark that is wrapped at fifty columns, more\n     or less, as his editor has it, and that goes on\n     here\n',
      '## Discussion\n\n- Jan: a remark that is wrapped at fifty columns, more or less, as his editor has it, and that\n  goes on here\n',
    ],
    ['Jan:\n  one\n  two\nJan:\n  three\n', '## Discussion\n\n- Jan:\n  - one\n  - two\n- Jan: three\n'],
    ['Jan: one\n* two\n* three\n\nIan: four\n', '## Discussion\n\n- Jan: one\n  - two\n  - three\n- Ian: four\n'],
    ['Jan: there are:\n\n1. one\n2. two\n', '## Discussion\n\n- Jan: there are:\n  1. one\n  2. two\n'],
    // Topics and what is said of them stand beside one another.
    ['* One\nJan: a\n* Two\nJan: b\n', '## Discussion\n\n- One\n- Jan: a\n- Two\n- Jan: b\n'],
    ['Jan: one\n- Ian: two\n', '## Discussion\n\n- Jan: one\n- Ian: two\n'],
    [
      'Zaphod - one\n\nTrillian- two\n\nZaphod – three\n',
      '## Discussion\n\n- Zaphod: one\n- Trillian: two\n- Zaphod: three\n',
    ],
    [
      '* Zaphod - one\n* Trillian - two\n* Zaphod - three\n',
      '## Discussion\n\n- Zaphod: one\n- Trillian: two\n- Zaphod: three\n',
    ],
    ['Zaphod: one\nzaphod: two\nZaphod: three\n', '## Discussion\n\n- Zaphod: one\n- Zaphod: two\n- Zaphod: three\n'],
    ['Virtio - one\n\nMemory - two\n\nSpeed - three\n', 'Virtio - one\n\nMemory - two\n\nSpeed - three\n'],
    [
      'zaphod: one of these, and\nanother\ntrillian: two of these\nzaphod: three of these\n',
      '## Discussion\n\n- Zaphod: one of these, and another\n- Trillian: two of these\n- Zaphod: three of these\n',
    ],
    ['name: a\ntype: b\nname: c\ntype: d\n', 'name: a\ntype: b\nname: c\ntype: d\n'],
    [
      'Zaphod Beeblebrox (ZB) (on behalf of Trillian): one\nZB: two\n',
      '## Discussion\n\n- Zaphod Beeblebrox (ZB) (on behalf of Trillian): one\n- ZB: two\n',
    ],
    ['Jan Summarizes: one\nJan adds: two\n', '## Discussion\n\n- Jan Summarizes: one\n- Jan adds: two\n'],
    ['Jan: one\n\nSteps:\n\n1. two\n', '## Discussion\n\n- Jan: one\n\n## Steps\n\n1. two\n'],
    ['Jan:\n- one\n- two\nGeorge:\n  * three\n', '## Discussion\n\n- Jan:\n  - one\n  - two\n- George:\n  - three\n'],
    ['[via chat:] Jan: one\nJan [via chat:] two\n', '## Discussion\n\n- Jan (via chat): one\n- Jan (via chat): two\n'],
    ['Jan, George: one\nIan/Wei: two\n', '## Discussion\n\n- Jan, George: one\n- Ian, Wei: two\n'],
    ['*Jan*: one\n**George:** two\n', '## Discussion\n\n- Jan: one\n- George: two\n'],
    // A name nobody knows is a speaker's where others speak, and where it stands often.
    ['Zaphod: one\n\nTrillian: two\n', 'Zaphod: one\n\nTrillian: two\n'],
    ['Zaphod: one\nJan: two\n', '## Discussion\n\n- Zaphod: one\n- Jan: two\n'],
    ['Problem: too slow\nJan: why?\n', 'Problem: too slow\n\n- Jan: why?\n'],
    [
      'Jan: one\n\n  a paragraph of his\n\nand of nobody\n',
      '## Discussion\n\n- Jan: one\n\n  a paragraph of his\n\nand of nobody\n',
    ],
  ],
  actions: [
    ['ACTION: ask\n', '## Discussion\n\n- ACTION: ask\n'],
    ['**ACTION**: Jan: ask\n', '## Discussion\n\n- ACTION Jan: ask\n'],
    ['Action item: Jan to ask\n', '## Discussion\n\n- ACTION Jan: ask\n'],
    ['TODO: find a room\n', '## Discussion\n\n- ACTION: find a room\n'],
    ['AI: find a room\n', '## Discussion\n\n- ACTION: find a room\n'],
    ['[ACTION] Jan, George: ask\n', '## Discussion\n\n- ACTION Jan, George: ask\n'],
    ['Action (Jan): ask\n', '## Discussion\n\n- ACTION Jan: ask\n'],
    ['- ACTION Jan (by 2019-08-01): ask\n', '## Discussion\n\n- ACTION Jan (by 2019-08-01): ask\n'],
    ['# Actions\n\n- [ ] Jan: ask\n- [x] answer\n', '## Actions\n\n- [ ] ACTION Jan: ask\n- [x] ACTION: answer\n'],
    ['Summary of action items:\n * Jan will ask\n', '## Summary of action items\n\n- ACTION Jan: will ask\n'],
    ['Proposed actions:\n\n- write it (George)\n', '## Proposed actions\n\n- ACTION George: write it\n'],
    ['- ACTION Jan: ask\n\nActions:\n- Jan: ask\n', '## Discussion\n\n- ACTION Jan: ask\n\n## Actions\n\n- Jan: ask\n'],
    ['Actions from last meeting\n\n* Jan to ask. - Done\n', '## Actions from last meeting\n\n- Jan to ask. - Done\n'],
    ['a\n\nTODO:\nstep1: ask\nstep2: answer\n\na\n', 'a\n\n- ACTION: step1: ask\n- ACTION: step2: answer\n\na\n'],
    ['a\nProposed actions:\nJan to ask\n', 'a\n\nProposed actions:\n\n- ACTION Jan: ask\n'],
    ['Actions:\nNone so far.\n', 'Actions:\nNone so far.\n'],
    ['Actions:\n\t-> ask\n\t-> answer\n', '## Actions\n\n- ACTION: ask\n- ACTION: answer\n'],
    ['Actions:\n\n1. ask (Jan/Ian)\n\n2. answer\n', '## Actions\n\n1. ACTION Jan/Ian: ask\n2. ACTION: answer\n'],
    ['a\n\nActions:\n- ask\n\nJan: b\nIan: c\n', 'a\n\nActions:\n\n- ACTION: ask\n\n* Jan: b\n* Ian: c\n'],
    ['Actions:\n\nJan: ask\n\nIan: answer\n', '## Actions\n\n- ACTION Jan: ask\n- ACTION Ian: answer\n'],
    ['AP: Jan to ask\n', '## Discussion\n\n- ACTION Jan: ask\n'],
    ['[AI] Jan to ask\n#action ian to answer\n', '## Discussion\n\n- ACTION Jan: ask\n- ACTION Ian: answer\n'],
    ['👉 ACTION Jan: ask\nAction on Ian - answer\n', '## Discussion\n\n- ACTION Jan: ask\n- ACTION Ian: answer\n'],
    ['ACTION #12 Jan: ask\n[ACTION: Ian] answer\n', '## Discussion\n\n- ACTION Jan: ask\n- ACTION Ian: answer\n'],
    ['TODO Jan: ask\nACTION: none\n', '## Discussion\n\n- ACTION Jan: ask\n- ACTION: none\n'],
    ['Jan: it has to be done. [ACTION]\n', '## Discussion\n\n- Jan: it has to be done. [ACTION]\n'],
    [
      'Actions:\n- Jan - ask\n- answer - Ian\n- @wei repeat\n- DONE: Jan: say\n',
      '## Actions\n\n- ACTION Jan: ask\n- ACTION Ian: answer\n- ACTION @wei: repeat\n- DONE: Jan: say\n',
    ],
    ['Actions:\n- Jan:\n  - ask\n  - answer\n- none\n', '## Actions\n\n- Jan:\n  - ask\n  - answer\n- none\n'],
    ['Actions\n\nJan to ask\n\nIan: answer\n', '## Actions\n\n- ACTION Jan: ask\n- ACTION Ian: answer\n'],
    // Prose about actions is none.
    ['Action is needed: nobody took it.\n', 'Action is needed: nobody took it.\n'],
  ],
  headings: [
    ['One\n===\n\na\n\nTwo\n---\n\nb\n', '## One\n\na\n\n### Two\n\nb\n'],
    ['--- topic: boards ---\n\na\n', '## topic: boards\n\na\n'],
    ['#### Boards ####\n\na\n', '## Boards\n\na\n'],
    ['############\n## Boards ##\n############\n\na\n', '## Boards\n\na\n'],
    ['======\nBoards\n======\n\na\n', '## Boards\n\na\n'],
    ['Requirements:\n- power\n', '## Requirements\n\n- power\n'],
    ['Two designs compete:\n\n- one\n', 'Two designs compete:\n\n- one\n'],
    ['OPEN ISSUES\n\na\n', '## OPEN ISSUES\n\na\n'],
    ['*Next steps*\n\na\n', '## Next steps\n\na\n'],
    [
      'What runs in the pipeline today, and what we would like to see in it\nonce there is hardware\n====================================================================\n\na\n',
      '## What runs in the pipeline today, and what we would like to see in it once there is hardware\n\na\n',
    ],
    [
      '# A heading that is so long that whoever wrote it had to wrap it at seventy\n  columns\n\na\n',
      '## A heading that is so long that whoever wrote it had to wrap it at seventy columns\n\na\n',
    ],
    [
      'a\n\n--- topic: Whether the rings that we have are to be taken out altogether\nor kept\n\nb\n',
      'a\n\n## topic: Whether the rings that we have are to be taken out altogether or kept\n\nb\n',
    ],
    ['--- topic: boards\nwe have two\n', '## topic: boards\n\nwe have two\n'],
    ['***Boards***\n\na\n', '## Boards\n\na\n'],
    [
      '***A sentence that is stressed and goes on for longer than a line of\nthe mail.***\n\na\n',
      '***A sentence that is stressed and goes on for longer than a line of\nthe mail.***\n\na\n',
    ],
    ['## Deep\n\na\n\n#### Deeper\n\nb\n', '## Deep\n\na\n\n### Deeper\n\nb\n'],
    ['Virtio\n======\n\na\n', 'a\n'],
  ],
  lists: [
    ['* a\n  * b\n    * c\n* d\n', '## Discussion\n\n- a\n  - b\n    - c\n- d\n'],
    ['o One\n  goes on\no Two\n', '## Discussion\n\n- One goes on\n- Two\n'],
    ['1) a\n2) b\n   more\n', '## Discussion\n\n1. a\n2. b more\n'],
    ['• a\n\n  b\n', '## Discussion\n\n- a\n\n  b\n'],
    ['* a\n** b\n', '## Discussion\n\n- a\n  - b\n'],
    ['text\n\n- a\n\ntext\n', 'text\n\n- a\n\ntext\n'],
    ['‐ a\n‑ b\n  -> c\n⁃ d\n', '## Discussion\n\n- a\n- b\n  - c\n- d\n'],
    ['a:\n\t-> b\n\t-> c\n', 'a:\n\n- b\n- c\n'],
    ['- a\nand on\n- b\nThis is another thing.\n', '## Discussion\n\n- a and on\n- b\n\nThis is another thing.\n'],
    ['1. a\n2. b\n3.\n', '## Discussion\n\n1. a\n2. b\n3.\n'],
    ['text in the year\n3.\n', 'text in the year\n3\\.\n'],
    ['1. a\n2. b\n\n\n1. c\n2. d\n', '## Discussion\n\n1. a\n2. b\n\n<!-- -->\n\n1. c\n2. d\n'],
    ['1. a\n1. b\n1. c\n', '## Discussion\n\n1. a\n2. b\n3. c\n'],
    ['*\n\n  a\n\n*\n\nb\n', '## Discussion\n\n- a\n- b\n'],
    ['- a\n  > b\n  > c\n- d\n', '## Discussion\n\n- a\n\n  > b\n  > c\n- d\n'],
    [
      'a line that is so long that a list below it looks as if it were wrapped text\n- a\n- b\n',
      'a line that is so long that a list below it looks as if it were wrapped text\n\n- a\n- b\n',
    ],
  ],
  people: [
    [
      'Attendees: Jan Beulich (SUSE), Wei Liu\n\na\n',
      '## Attendees\n\n- Jan Beulich (SUSE)\n- Wei Liu\n\n## Discussion\n\na\n',
    ],
    [
      'Attendees\n\nJan Beulich\nWei Liu\n\nTopic\n-----\n\na\n',
      '## Attendees\n\n- Jan Beulich\n- Wei Liu\n\n## Topic\n\na\n',
    ],
    [
      'Attendees:\nIn the room:\n- Jan Beulich\n\nRemote:\n- Wei Liu\n',
      '## Attendees\n\n### In the room\n\n- Jan Beulich\n\n### Remote\n\n- Wei Liu\n',
    ],
  ],
  'people of all kinds': [
    [
      'Attended: Jan Beulich and Wei Liu\nRemote: Ian Jackson\nExcused: Lars Kurth\n\na\n',
      '## Attended\n\n- Jan Beulich\n- Wei Liu\n\n### Remote\n\n- Ian Jackson\n\n## Excused\n\n- Lars Kurth\n\n## Discussion\n\na\n',
    ],
    [
      'Participants:\nJan Beulich, Wei Liu (Arm)\nIan Jackson (Citrix)\nzora holm\n\nWe talk.\n',
      '## Participants\n\n- Jan Beulich, Wei Liu (Arm)\n- Ian Jackson (Citrix)\n- zora holm\n\n## Discussion\n\nWe talk.\n',
    ],
    [
      'Attendees:\n  SUSE: Jan Beulich, Olaf Hering\n  Arm: Wei Liu\n\nJan: one\nWei: two\n',
      '## Attendees\n\n- SUSE: Jan Beulich, Olaf Hering\n- Arm: Wei Liu\n\n## Discussion\n\n- Jan: one\n- Wei: two\n',
    ],
    [
      'Present\n- Jan Beulich\n- Wei Liu\n\n* one\n* two\n',
      '## Present\n\n- Jan Beulich\n- Wei Liu\n\n## Discussion\n\n- one\n- two\n',
    ],
    [
      '**Roll call** (add yourself):\n* Jan Beulich\n* Wei Liu\n',
      '## Roll call (add yourself)\n\n- Jan Beulich\n- Wei Liu\n',
    ],
  ],
  text: [
    [
      'A paragraph that was wrapped at seventy columns or so by whatever program\nthe writer uses, and that goes on here.\nBut this line begins where it does on purpose.\n',
      'A paragraph that was wrapped at seventy columns or so by whatever program the writer uses, and\nthat goes on here.\nBut this line begins where it does on purpose.\n',
    ],
    [
      'see <xen.h>, a &amp; b, 2*3*4, __init__ and `<code>`\n',
      'see \\<xen.h>, a \\&amp; b, 2\\*3\\*4, `__init__` and `<code>`\n',
    ],
    ['[chat]: said\n', '\\[chat]: said\n'],
    ['see \\<n\\>, \\`x\\` and a\\_b\n', 'see \\<n\\>, \\`x\\` and a\\_b\n'],
    ['    $ xl list\n    Name  ID\n', '```\n$ xl list\nName  ID\n```\n'],
    ['| a | b |\n|---|---|\n| 1 | 2 |\n', '| a | b |\n|---|---|\n| 1 | 2 |\n'],
    ['- a\n\n> b\n> c\n', '## Discussion\n\n- a\n\n> b\n> c\n'],
    [
      'So it was announced:\n\n> b\n> c\n\na\n',
      '- Description: b\n  c\n- Subject: Design session notes: Virtio\n\nSo it was announced:\n\na\n',
    ],
    ['George wrote:\n> b\n\na\n', 'George wrote:\n\n> b\n\na\n'],
    [
      'see [1]\n\n[1] https://xen.org/\n[2] https://xenbits.xen.org/\n',
      'see [1]\n\n## References\n\n1. <https://xen.org/>\n2. <https://xenbits.xen.org/>\n',
    ],
    [
      'see [4]\n\n[4] https://xen.org/\n[9] https://xenbits.xen.org/\n',
      'see [4]\n\n## References\n\n- [4] <https://xen.org/>\n- [9] <https://xenbits.xen.org/>\n',
    ],
    [
      'as in "Virtio" (Design\nSessions 2019) [1]\n\n[1] https://wiki.xenproject.org/wiki/Design_Sessions_2019#Virtio\n',
      'as in [[Design Sessions 2019#Virtio]]\n',
    ],
  ],
  'what the mail alone has': [
    ['Hi all,\n\na\n\nThanks,\nGeorge\n', 'a\n'],
    ['a\n\n--\nGeorge Dunlap\nCambridge\n', 'a\n'],
    ['--\nGeorge Dunlap\nCambridge\n\na\n\n- b\n- c\n- d\n- e\n', 'a\n\n- b\n- c\n- d\n- e\n'],
    ['Jan: a\n\n--\nGeorge: b\nJan: c\n', '## Discussion\n\n- Jan: a\n\n---\n\n- George: b\n- Jan: c\n'],
    ['a\n\n--\n\nb is a paragraph of its own\n\n- c\n- d\n', 'a\n\n---\n\nb is a paragraph of its own\n\n- c\n- d\n'],
  ],
};

describe.each(Object.entries(forms))('%s', (_, cases) => {
  it.each(cases)('%j', (mail, markdown) => expect(imported(mail)).toBe(markdown));
});
