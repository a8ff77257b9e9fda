import { foldName } from '../archive/names.js';
import { resolvedName } from '../archive/people.js';
import type { PlacedFacts } from '../document/document.js';
import { sourceSpan } from '../document/inline.js';
import type { LeafBlock } from '../document/model.js';
import { agendaTitle, commitments } from '../document/schema.js';
import { isSurelyMeant } from './attendance.js';
import { leavesOf } from './leaves.js';
import { findingsPerSection } from './perSection.js';
import { defineRule, type DocumentContext, type Finding } from './rule.js';

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
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n- Lars Kurth\n\n## Action items\n\n- ⟦Jan:⟧ review the patches\n- ⟦Lars and Jan to⟧ book a room\n',
      fixed:
        '# Minutes\n\n## Attendees\n\n- Jan Beulich\n- Lars Kurth\n\n## Action items\n\n- ACTION Jan: review the patches\n- ACTION Lars, Jan: book a room\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Boris Ostrovsky\n\n## Performance\n\n- Boris will not produce a list\n- The toolstack will send events\n- Boris: will be on holiday\n- Boris: I will add that it is slow\n- Boris will send a list?\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Boris Ostrovsky\n\n## Performance\n\n- Boris will produce a list\n  - ACTION Boris: produce a list\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Boris Ostrovsky\n\n## Previous actions\n\n- Performance\n  - ⟦**Boris**: I will⟧ produce a list\n',
      fixed:
        '# Minutes\n\n## Attendees\n\n- Boris Ostrovsky\n\n## Previous actions\n\n- Performance\n  - ACTION Boris: produce a list\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Boris Ostrovsky\n\n## Previous actions\n\n- Boris will produce a list\n- ACTION Boris: review\n  - Boris will review it tomorrow\n',
    },
  ],
  check: findingsPerSection((section, context) => {
    const { heading } = section.facts;
    if (agendaTitle.test(heading?.title ?? '')) return [];
    const form = heading?.role === 'actions' ? taskForm : promiseForm;
    return leavesOf(context.document.cut.sections[section.index]?.blocks ?? []).flatMap((leaf) =>
      leaf.type === 'paragraph' ? unmarked(leaf, form, section, context) : [],
    );
  }),
});

const names = '\\p{Lu}[^\\n:.;!?()[\\]*_`]{0,60}?';
const promise = `(?:(?:also|then|now|try to) )*(?=(?:${commitments.join('|')})(?![\\p{L}\\d-]))`;
/** `Boris will produce …`, `Boris: will produce …`, `Boris: I'll produce …`. */
const promiseForm = new RegExp(
  `^(?:(${names}) will|([*_]{0,2})(${names})(?::\\2|\\2:) (?:(?:I )?[Ww]ill|I['’]ll)) ${promise}`,
  'u',
);
/** Below a heading "Actions" each item is one: `Jan: review …`, `Jan to review …`, `Jan will review …`. */
const taskForm = new RegExp(`^(${names})(?::|(?: to| will)(?= \\p{Ll})) `, 'u');

/** The task that a text begins with, unless it is marked elsewhere in its section. */
function unmarked(leaf: LeafBlock, form: RegExp, section: PlacedFacts, context: DocumentContext): Finding[] {
  const { text } = leaf.leaf;
  const found = form.exec(text);
  const written = (found?.[1] ?? found?.[3])?.split(/\s*(?:,|&|\/|\band\b)\s*/) ?? [];
  if (!found || /\?\s*$/.test(text) || isAction(leaf, section)) return [];
  const { document, archive } = context;
  if (!written.every((name) => isSurelyMeant(name, document.facts, archive))) return [];
  const of = (name: string): string => foldName(resolvedName(archive.person(name, document.facts)) ?? name);
  const owners = new Set(section.facts.actions.flatMap((action) => action.owners.map((owner) => of(owner.name))));
  if (written.some((name) => owners.has(of(name)))) return [];
  return [finding(leaf, found[0], written)];
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
    message: `this is a task that is not marked as one; write "${form}"`,
    fixes: [{ title: `Write "${form}"`, edits: [edit] }],
  };
}
