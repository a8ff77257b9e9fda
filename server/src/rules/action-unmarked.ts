import { foldName } from '../archive/names.js';
import { resolvedName } from '../archive/people.js';
import type { PlacedFacts } from '../document/document.js';
import { sourceSpan } from '../document/inline.js';
import type { Action, SectionFacts } from '../document/facts.js';
import type { LeafBlock } from '../document/model.js';
import { agendaTitle, commitments, isAttendance, noTask, spokenOf } from '../document/schema.js';
import { isSurelyMeant } from './attendance.js';
import { leavesOf } from './leaves.js';
import { defineRule, type DocumentContext, type Finding, type PlacedSection } from './rule.js';
import { say } from '../text/say.js';

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
      bad: "# Minutes\n\n## Attendees\n\n- Boris Ostrovsky\n- Konrad Rzeszutek Wilk\n\n## Performance\n\n- ⟦Boris Ostrovsky to⟧ send a new version by next week\n- ⟦Boris: I'm going to⟧ write that up\n- ⟦Konrad will also⟧ measure it again\n- ⟦Konrad and Boris to⟧ open an issue\n",
      fixed:
        '# Minutes\n\n## Attendees\n\n- Boris Ostrovsky\n- Konrad Rzeszutek Wilk\n\n## Performance\n\n- ACTION Boris Ostrovsky: send a new version by next week\n- ACTION Boris: write that up\n- ACTION Konrad: measure it again\n- ACTION Konrad, Boris: open an issue\n',
    },
    {
      good: "# Minutes\n\n## Attendees\n\n- Boris Ostrovsky\n\n## Performance\n\n- Boris will be away\n- Boris, will it be there\n- Boris to be added to the list\n- Boris to the list: hello\n- Boris, to clarify, it is slow\n- Boris: I'm going to ask why\n- Boris: I'll share my screen\n- Boris will meet Wei\n",
    },
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
  concerns: (facts, { blocks }) =>
    isLookedAt(facts) && leavesOf(blocks).some((leaf) => leaf.type === 'paragraph' && promiseIn(leaf.leaf.text)),
  checkPlaced: (section, context) =>
    isLookedAt(section.facts)
      ? leavesOf(section.own.blocks).flatMap((leaf) =>
          leaf.type === 'paragraph' ? unmarked(leaf, section, context) : [],
        )
      : [],
});

/** On a list of people no action is read, and on an agenda nobody has promised anything yet. */
function isLookedAt({ heading }: SectionFacts): boolean {
  return !isAttendance(heading?.role) && !agendaTitle.test(heading?.title ?? '');
}

const names = '(?:@|\\p{Lu})[^\\n:.;!?()[\\]*_`]{0,60}?';
/** What one says before the task itself. */
const ahead =
  '(?:(?:also|then|now|just|try to|try and|go ahead and|volunteer to|take (?:an|the) action(?: item)? to) )*';
const anyOf = `(?:${commitments.join('|')})(?![\\p{L}\\d-])`;
/** `Boris will produce …`. */
const willForm = new RegExp(`^(${names}) will ${ahead}(?=\\p{Ll})`, 'u');
/** `Boris to produce …`. */
const toForm = new RegExp(`^(${names}) to ${ahead}(?=\\p{Ll})`, 'u');
/** `Boris: will produce …`, `Boris: I'll produce …`, `Boris: I'm going to produce …`. */
const promiseForm = new RegExp(
  `^([*_]{0,2})(${names})(?::\\1|\\1:) (?:(?:(?:I )?[Ww]ill|I['’]ll) ${ahead}(?=${anyOf})|I(?:['’]m| am) going to ${ahead}(?!${spokenOf})(?=${anyOf}))`,
  'u',
);
/** Behind "to" stands a place or somebody as often as a verb, or what begins a speech: `Boris to clarify: …`. */
const noVerb =
  /^(?:an?|the|this|that|these|those|his|her|its|their|our|my|your|all|some|any|next|everyone|everybody|add on|answer|clarify|confirm|echo|recap|reiterate|repeat|respond|summari[sz]e,)\b/;
const commitment = new RegExp(`^${anyOf}`, 'u');

interface Promise {
  readonly head: string;
  readonly names: string;
}

/** Who takes on a task at the start of a text, and the words before the task itself. */
function promiseIn(text: string): Promise | undefined {
  const will = willForm.exec(text);
  // Behind a comma somebody is spoken to, or speaks: `Boris, will you be there?`.
  const asks = will?.[1]?.endsWith(',') && !commitment.test(text.slice(will[0].length));
  if (will && !asks && !noTask.test(text.slice(will[0].length))) return { head: will[0], names: will[1] ?? '' };
  const to = toForm.exec(text);
  const order = text.slice(to?.[0].length);
  if (to && !to[1]?.endsWith(',') && !noTask.test(order) && !noVerb.test(order))
    return { head: to[0], names: to[1] ?? '' };
  const promise = promiseForm.exec(text);
  return promise ? { head: promise[0], names: promise[2] ?? '' } : undefined;
}

/** The task that a text begins with, unless it is marked elsewhere in its section. */
function unmarked(leaf: LeafBlock, section: PlacedSection, context: DocumentContext): Finding[] {
  const { text } = leaf.leaf;
  const found = promiseIn(text);
  if (!found || /\?\s*$/.test(text) || isAction(leaf, section)) return [];
  const written = found.names
    .split(/[,&/]|\band\b/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const { document, archive } = context;
  if (!written.every((name) => isSurelyMeant(name, document.facts, archive))) return [];
  const of = (name: string): string => foldName(resolvedName(archive.person(name, document.facts)) ?? name);
  const people = new Set(written.map(of));
  const own = section.facts.actions.filter(({ owners }) => owners.some((owner) => people.has(of(owner.name))));
  const end = sourceSpan(leaf.leaf, { start: 0, end: text.length }).end;
  const isMarked = (action: Action): boolean =>
    action.previous || shareWord(action.text, text.slice(found.head.length)) || isNext(action, end, section.own.text);
  return own.some(isMarked) ? [] : [finding(leaf, found.head, written)];
}

/** Whether two texts have a word of some length in common, and so may tell of one task. */
function shareWord(one: string, other: string): boolean {
  const words = (text: string): string[] => foldName(text).match(/[\p{L}\d]{4,}/gu) ?? [];
  const known = new Set(words(one));
  return words(other).some((word) => known.has(word));
}

/** Whether an action stands right behind an offset. */
function isNext({ markerSpan }: Action, end: number, text: string): boolean {
  return markerSpan.start > end && /^[\W\dx]*$/.test(text.slice(end, markerSpan.start));
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
    message: say`this reads as an action that is not marked; write "${form}"`,
    fixes: [{ title: say`Write "${form}"`, edits: [edit] }],
  };
}
