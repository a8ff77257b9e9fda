import { foldName } from '../archive/names.js';
import { resolvedName } from '../archive/people.js';
import type { PlacedFacts } from '../document/document.js';
import { sourceSpan } from '../document/inline.js';
import type { Action, SectionFacts } from '../document/facts.js';
import type { LeafBlock } from '../document/model.js';
import { agendaTitle, commitments, isAttendance } from '../document/schema.js';
import { isSurelyMeant } from './attendance.js';
import { leavesOf } from './leaves.js';
import { defineRule, type DocumentContext, type Finding, type PlacedSection } from './rule.js';

export const actionUnmarked = defineRule({
  id: 'action-unmarked',
  summary: 'Somebody takes on a task that is not marked as an action',
  why: 'Only what begins with ACTION is listed, asked about at the next meeting and found by its owner.',
  kinds: ['notes', 'minutes', 'event'],
  severity: { draft: 'hint', post: 'info' },
  fix: 'suggest',
  examples: [
    {
      bad: '# Minutes\n\n## Attendees\n\n- Boris Ostrovsky\n- Konrad Rzeszutek Wilk\n\n## Performance\n\n- ⟦Boris will⟧ produce a list of requirements\n- ⟦Konrad: will⟧ work with Boris on the list\n',
      fixed:
        '# Minutes\n\n## Attendees\n\n- Boris Ostrovsky\n- Konrad Rzeszutek Wilk\n\n## Performance\n\n- ACTION Boris: produce a list of requirements\n- ACTION Konrad: work with Boris on the list\n',
    },
    { good: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Action items\n\n- Jan: will review the patches\n' },
    {
      good: '# Minutes\n\n## Attendees\n\n- Boris Ostrovsky\n\n## Performance\n\n- Boris will not produce a list\n- The toolstack will send events\n- Boris: will be on holiday\n- Boris: I will add that it is slow\n- Boris: I will ask myself a question\n- Boris will send a list?\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Boris Ostrovsky\n\n## Performance\n\n- Boris will produce a list\n  - [ ] ACTION Boris: do it\n- Boris will send patches\n- Why?\n- ACTION Boris: have the patches sent\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Boris Ostrovsky\n\n## Previous actions\n\n- Performance\n  - ⟦**Boris**: I will⟧ produce a list\n',
      fixed:
        '# Minutes\n\n## Attendees\n\n- Boris Ostrovsky\n\n## Previous actions\n\n- Performance\n  - ACTION Boris: produce a list\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Boris Ostrovsky\n\n## Previous actions\n\n- Boris will produce a list\n- ACTION Boris: review\n  - has begun\n  - Boris will ask Jan tomorrow\n',
    },
  ],
  concerns: (facts, { blocks }) => {
    const form = formIn(facts);
    return form !== undefined && leavesOf(blocks).some((leaf) => form.test(leaf.leaf.text));
  },
  checkPlaced: (section, context) => {
    const form = formIn(section.facts);
    if (!form) return [];
    return leavesOf(section.own.blocks).flatMap((leaf) =>
      leaf.type === 'paragraph' ? unmarked(leaf, form, section, context) : [],
    );
  },
});

/** What a task that somebody takes on begins with; `undefined` where none is looked for. */
function formIn({ heading }: SectionFacts): RegExp | undefined {
  // On a list of people no action is read, and on an agenda nobody has promised anything yet.
  return isAttendance(heading?.role) || agendaTitle.test(heading?.title ?? '') ? undefined : promiseForm;
}

const names = '\\p{Lu}[^\\n:.;!?()[\\]*_`]{0,60}?';
const promise = `(?:(?:also|then|now|try to) )*(?=(?:${commitments.join('|')})(?![\\p{L}\\d-]))`;
/** `Boris will produce …`, `Boris: will produce …`, `Boris: I'll produce …`. */
const promiseForm = new RegExp(
  `^(?:(${names}) will|([*_]{0,2})(${names})(?::\\2|\\2:) (?:(?:I )?[Ww]ill|I['’]ll)) ${promise}`,
  'u',
);
/** The task that a text begins with, unless it is marked elsewhere in its section. */
function unmarked(leaf: LeafBlock, form: RegExp, section: PlacedSection, context: DocumentContext): Finding[] {
  const { text } = leaf.leaf;
  const found = form.exec(text);
  const written = (found?.[1] ?? found?.[3])?.split(/\s*(?:,|&|\/|\band\b)\s*/) ?? [];
  if (!found || /\?\s*$/.test(text) || isAction(leaf, section)) return [];
  const { document, archive } = context;
  if (!written.every((name) => isSurelyMeant(name, document.facts, archive))) return [];
  const of = (name: string): string => foldName(resolvedName(archive.person(name, document.facts)) ?? name);
  const people = new Set(written.map(of));
  const own = section.facts.actions.filter(({ owners }) => owners.some((owner) => people.has(of(owner.name))));
  const end = sourceSpan(leaf.leaf, { start: 0, end: text.length }).end;
  const isMarked = (action: Action): boolean =>
    action.previous || shareWord(action.text, text.slice(found[0].length)) || isNext(action, end, section.own.text);
  return own.some(isMarked) ? [] : [finding(leaf, found[0], written)];
}

/** Whether two texts have a word of some length in common, and so may tell of one task. */
function shareWord(one: string, other: string): boolean {
  const words = (text: string): string[] => foldName(text).match(/[\p{L}\d]{4,}/gu) ?? [];
  const known = new Set(words(one));
  return words(other).some((word) => known.has(word));
}

/** Whether an action stands right behind an offset. */
function isNext({ markerSpan }: Action, end: number, text: string): boolean {
  return markerSpan.start > end && /^[\s\W\dx]*$/.test(text.slice(end, markerSpan.start));
}

/** What stands below "Previous actions" is one without being marked. */
function isAction(leaf: LeafBlock, { facts }: PlacedFacts): boolean {
  const { start } = sourceSpan(leaf.leaf, { start: 0, end: 1 });
  return facts.actions.some(({ span }) => span.start <= start && start < span.end);
}

function finding(leaf: LeafBlock, head: string, owners: readonly string[]): Finding {
  const form = `ACTION ${owners.join(', ')}:`;
  const edit = { span: sourceSpan(leaf.leaf, { start: 0, end: head.length }), text: `${form} ` };
  return {
    span: sourceSpan(leaf.leaf, { start: 0, end: head.trimEnd().length }),
    message: `this reads as an action that is not marked; write "${form}"`,
    fixes: [{ title: `Write "${form}"`, edits: [edit] }],
  };
}
