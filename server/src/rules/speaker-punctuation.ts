import { resolvedName } from '../archive/people.js';
import type { PlacedFacts } from '../document/document.js';
import { sourceSpan } from '../document/inline.js';
import type { LeafBlock } from '../document/model.js';
import { insertAt } from './insertField.js';
import { leavesOf } from './leaves.js';
import { defineRule, type DocumentContext, type Finding } from './rule.js';
import { say } from '../text/say.js';

export const speakerPunctuation = defineRule({
  id: 'speaker-punctuation',
  summary: 'A speaker is not followed by a colon and a space',
  why: 'Only a name with its colon tells who speaks, to readers and to whatever searches the notes.',
  kinds: ['notes', 'minutes'],
  severity: { draft: 'hint', post: 'info' },
  fix: 'safe',
  examples: [
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n- Cody Zuschlag\n\n## PVH\n\n- Cody⟦ :⟧ asks\n- Jan⟦ :⟧answers\n- **Cody**⟦ :⟧ thanks\n',
      fixed:
        '# Minutes\n\n## Attendees\n\n- Jan Beulich\n- Cody Zuschlag\n\n## PVH\n\n- Cody: asks\n- Jan: answers\n- **Cody**: thanks\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n- Lars Kurth\n\n## PVH\n\nLars: asks\nJB⟦:⟧answers\n',
      fixed: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n- Lars Kurth\n\n## PVH\n\nLars: asks\nJB: answers\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n- Lars Kurth\n\n## PVH\n\n- Lars: asks\n- Jan⟦,⟧ could be done\n- Lars: agrees\n',
      fixed:
        '# Minutes\n\n## Attendees\n\n- Jan Beulich\n- Lars Kurth\n\n## PVH\n\n- Lars: asks\n- Jan: could be done\n- Lars: agrees\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n- Lars Kurth\n\n## PVH\n\n- Lars: asks\n- Jan, can you look?\n- Jan, Lars: agreed\n- Xen : ARM\n- Jan::foo\n',
    },
    { good: '# Minutes\n\n## PVH\n\n- Problem : solved\n- Std:out is lost\n- Jan, could be done\n' },
  ],
  concerns: (_, { blocks }) =>
    leavesOf(blocks).some(({ leaf: { text } }) => anyUntidyColon.test(text) || commaForm.test(text)),
  checkPlaced: (section, context) => {
    if (section.facts.heading?.role === 'attendees') return [];
    return leavesOf(section.own.blocks).flatMap((leaf) =>
      leaf.type === 'paragraph' ? [...colons(leaf, context), ...comma(leaf, section, context)] : [],
    );
  },
});

const name = String.raw`[*_]{0,2}(\p{Lu}[\p{L}'’-]*(?:[ \t]\p{Lu}[\p{L}'’-]*){0,3})[*_]{0,2}`;
/** A name at the start of a line, and a colon with blanks before it, or with a letter right behind it. */
const untidyColon = new RegExp(String.raw`^[ \t]*${name}(?:([ \t]+:)|:(?=\p{L}))`, 'u');
const anyUntidyColon = new RegExp(untidyColon.source, 'mu');

function colons({ leaf }: LeafBlock, context: DocumentContext): Finding[] {
  return leaf.text.split(/\r\n|\n|\r/).flatMap((line, index) => {
    const { 0: head, 1: speaker = '', 2: gap } = untidyColon.exec(line) ?? [''];
    const behind = line.charAt(head.length);
    if (head === '' || behind === ':' || !isPresent(speaker, context)) return [];
    const end = (leaf.lines[index] ?? 0) + head.length;
    const colon = { start: end - (gap?.length ?? 1), end };
    const edits = [
      ...(gap === undefined ? [] : [{ span: { start: colon.start, end: end - 1 }, text: '' }]),
      ...(/\p{L}/u.test(behind) ? [insertAt(end, ' ')] : []),
    ];
    const title = say`Write "${speaker}: "`;
    const message =
      gap === undefined
        ? say`a space is missing behind the colon; write "${speaker}: "`
        : say`no space belongs before the colon; write "${speaker}: "`;
    return [{ span: colon, message, fixes: [{ title, edits }] }];
  });
}

const says =
  'agrees|answers|argues|asks|explains|mentions|notes|points|proposes|replies|says|suggests|thinks|wants|wonders';
const commaForm = new RegExp(
  String.raw`^${name},(?=[ \t](?:${says}|(?:can|could|is|may|might|should|was|will|would)(?![ \t]you\b))\b)`,
  'u',
);

/**
 * Among speeches a remark that begins `Jan, could be …` is likely Jan's: then the colon was mistyped. Where Jan may be
 * spoken to, as in `Jan, could you …` and in questions, it is right as it is.
 */
function comma(leaf: LeafBlock, { facts }: PlacedFacts, context: DocumentContext): Finding[] {
  const form = facts.speeches.length < 2 ? null : commaForm.exec(leaf.leaf.text);
  if (!form?.[1] || leaf.leaf.text.includes('?') || !isPresent(form[1], context)) return [];
  const span = sourceSpan(leaf.leaf, { start: form[0].length - 1, end: form[0].length });
  const title = say`Write "${form[1]}: "`;
  const message = say`"${form[1]}," seems to begin a speech; write a colon`;
  return [{ span, message, fixes: [{ title, edits: [{ span, text: ':' }] }], choice: true }];
}

/** Whether a name means somebody who was there. */
function isPresent(name: string, { archive, document }: DocumentContext): boolean {
  const resolution = archive.person(name, document.facts);
  if (resolution.kind !== 'person') return resolution.kind === 'present';
  const { names } = archive.company(document.facts);
  return names.some((each) => resolvedName(archive.person(each, document.facts)) === resolution.person.name);
}
