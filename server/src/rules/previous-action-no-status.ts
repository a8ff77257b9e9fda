import type { Action } from '../document/facts.js';
import { toldWords } from '../document/schema.js';
import { defineRule, type Fix } from './rule.js';
import { say } from '../text/say.js';

export const previousActionNoStatus = defineRule({
  id: 'previous-action-no-status',
  summary: 'Nothing is said of how an action of last time went',
  why: 'Without a tick or a word of progress it is open for ever, or silently dropped.',
  kinds: ['notes', 'minutes'],
  severity: { draft: 'info', post: 'warning' },
  fix: 'suggest',
  examples: [
    {
      bad: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Previous actions\n\n- ⟦ACTION Lars: book a room⟧\n- [x] Jan: review PVH\n',
      fixed:
        '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Previous actions\n\n- [x] ACTION Lars: book a room\n- [x] Jan: review PVH\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Actions from last meeting\n\n1. ⟦Publish the statistics⟧\n',
      fixed:
        '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Actions from last meeting\n\n1. [x] Publish the statistics\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Previous actions\n\n- Lars: book a room\n  - asked two hotels\n- Jan: review - in progress\n- [ ] statistics\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Review of action items\n\n- Tail calls: no news. Some oppose this.\n- [Phases](https://example.org/163) Jan will merge it\n- Lars: asked two hotels\n',
    },
    { good: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Actions\n\n- ACTION Lars: book a room\n' },
  ],
  concerns: ({ actions }) => actions.some(isUntold),
  checkSection: ({ section, facts }) =>
    facts.actions
      .filter((action) => isUntold(action) && !isNews(action, section.text))
      .map((action) => {
        const fixes = ticks(action, section.text);
        const message = say`nothing is said of how this went; tick it, or write below it what was done`;
        return { span: action.span, message, ...(fixes.length > 0 && { fixes }) };
      }),
});

function isUntold({ previous, progress, text, owners, markerSpan }: Action): boolean {
  if (!previous || progress || text === '') return false;
  return markerSpan.end > markerSpan.start || !tellsSomething(text, owners);
}

/**
 * Whether an item without a marker may be what is said of an action: speakers by their initials, a topic before a colon, more than a
 * sentence, or one that tells what somebody did.
 */
function tellsSomething(text: string, owners: Action['owners']): boolean {
  const [first = ''] = text.split(' ');
  return owners.some(({ name }) => /^\p{Lu}{2,4}$/u.test(name)) || /[:.;,]\s/.test(text) || toldWords.test(first);
}

/** Whether an item without a marker is a link with words behind it. */
function isNews({ markerSpan, textSpan }: Action, text: string): boolean {
  return markerSpan.end === markerSpan.start && /\]\(|https?:/.test(text.slice(textSpan.start, textSpan.end));
}

/** A tick goes right behind the list marker, before emphasis that the item begins with. */
function ticks(action: Action, text: string): Fix[] {
  const before = text.slice(0, action.canonicalHead?.span.start ?? action.span.start);
  const at = before.replace(/(?<![*_])[*_]+$/, '').length;
  if (!/(?:^|[\r\n])[\t >]*(?:[-*+]|\d+[.)])[\t ]+$/.test(before.slice(0, at))) return [];
  const tick = (title: string, box: string): Fix => ({ title, edits: [{ span: { start: at, end: at }, text: box }] });
  return [tick(say`Mark it as done`, '[x] '), tick(say`Mark it as still open`, '[ ] ')];
}
