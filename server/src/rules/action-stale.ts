import { actionKey } from '../archive/actions.js';
import type { Archive } from '../archive/archive.js';
import { firstName, foldName } from '../archive/names.js';
import { place, type DocumentFacts, type PlacedFacts } from '../document/document.js';
import type { Action, SectionFacts } from '../document/facts.js';
import { emptySections } from './emptySections.js';
import { defineRule, type Finding, type Related } from './rule.js';
import { say } from '../text/say.js';

export const actionStale = defineRule({
  id: 'action-stale',
  summary: 'An action is carried over from meeting to meeting',
  why: 'What nobody has done for some meetings nobody will do; it is time to drop it or to give it to somebody else.',
  kinds: ['notes', 'minutes'],
  severity: { draft: 'info', post: 'info' },
  fix: 'none',
  options: {
    meetings: {
      description: 'Meetings at which an action was open, this one among them, before it is told',
      default: 3,
    },
  },
  examples: [
    {
      bad: '# Minutes\n\n- Date: 2013-03-21\n\n## Attendees\n\n- Lars Kurth\n\n## Previous actions\n\n- ⟦Lars Kurth: book a room - in progress⟧\n- Jan: review PVH - open\n',
      path: '2013-03.md',
      files: {
        '2013-02.md':
          '# Minutes\n\n- Date: 2013-02-21\n\n## Previous actions\n\n- [ ] ACTION Lars: book a room\n- Jan: review PVH - done\n',
        '2013-01.md':
          '# Minutes\n\n- Date: 2013-01-24\n\n## Events\n\n- ACTION Lars: Book a room!\n- ACTION Jan: review PVH\n',
      },
    },
    {
      good: '# Minutes\n\n- Date: 2013-03-21\n\n## Attendees\n\n- Lars Kurth\n\n## Previous actions\n\n- Lars: send the minutes - open\n- Jan: review PVH - open\n- [x] George: book a room\n',
      path: '2013-03.md',
      files: {
        '2013-02.md':
          '# Minutes\n\n- Date: 2013-02-21\n\n## Actions\n\n- ACTION Lars: send the minutes\n\n## Previous actions\n\n- Jan: review PVH - open\n- George: book a room - open\n',
        '2013-01.md':
          '# Minutes\n\n- Date: 2013-01-24\n\n## Events\n\n- ACTION Lars: send the minutes\n- ACTION Ian: review PVH\n- ACTION George: book a room\n',
      },
    },
  ],
  concerns: ({ actions }) => actions.some(({ previous, done }) => previous && !done),
  check: ({ document, archive, sections, options }) => {
    // Before a meeting nobody can have done anything about what is to be asked there.
    if (emptySections(document).unwritten) return [];
    return sections.flatMap((section) =>
      section.facts.actions.flatMap((action) => {
        if (!action.previous || action.done) return [];
        const before = openBefore(action, document.facts, archive);
        const meetings = before.length + 1;
        return meetings < Math.max(2, options.meetings) ? [] : [finding(section, action, before)];
      }),
    );
  },
});

function finding(section: PlacedFacts, action: Action, before: readonly Carried[]): Finding {
  const since = before.at(-1)?.document.date?.iso ?? '';
  return {
    span: place(section, action.span),
    message: say`open for ${before.length + 1} meetings, since ${since}; do it, drop it, or give it to somebody else`,
    related: before.map(({ document, span }): Related => ({
      path: document.path,
      span,
      message: say`open on ${document.date?.iso ?? ''}`,
    })),
  };
}

interface Carried {
  readonly document: DocumentFacts;
  readonly span: Related['span'];
}

/** The earlier meetings without a gap at which an action was open, the latest first: back to the one that gave it. */
function openBefore(action: Action, { path, date }: DocumentFacts, archive: Archive): Carried[] {
  const key = actionKey(action);
  if (key === undefined || date === undefined) return [];
  const meetings = archive
    .documentsWith(actionKeys, key)
    .filter((each) => each.path !== path && isMeeting(each) && (each.date?.iso ?? date.iso) < date.iso)
    .sort((one, other) => ((one.date?.iso ?? '') < (other.date?.iso ?? '') ? 1 : -1));
  const carried: Carried[] = [];
  for (const document of meetings) {
    const same = document.sections.flatMap((section) =>
      section.facts.actions
        .filter((each) => actionKey(each) === key && mayBeOfOne(each, action))
        .map((each) => ({ action: each, span: place(section, each.span) })),
    );
    const [first] = same;
    if (!first) continue;
    if (same.some((each) => each.action.done)) break;
    // Two documents of one day are of one meeting.
    if (carried.at(-1)?.document.date?.iso !== document.date?.iso) carried.push({ document, span: first.span });
    if (!same.some((each) => each.action.previous)) break;
  }
  return carried;
}

function isMeeting({ kind }: DocumentFacts): boolean {
  return kind === 'minutes' || kind === 'notes';
}

function actionKeys({ actions }: SectionFacts): string[] {
  return actions.flatMap((action) => actionKey(action) ?? []);
}

/** Whether two actions of the same words can be one: no owner is told of one of them, or they share a first name. */
function mayBeOfOne(one: Action, other: Action): boolean {
  if (one.owners.length === 0 || other.owners.length === 0) return true;
  const names = new Set(one.owners.map(({ name }) => foldName(firstName(name))));
  return other.owners.some(({ name }) => names.has(foldName(firstName(name))));
}
