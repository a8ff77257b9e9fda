import type { Action } from '../document/facts.js';
import { placeholderOwner } from '../document/schema.js';
import type { Span } from '../text/span.js';
import { defineRule } from './rule.js';
import { say } from '../text/say.js';

export const actionPlaceholderOwner = defineRule({
  id: 'action-placeholder-owner',
  summary: 'An action is given to nobody in particular',
  why: 'An action for "someone" looks as if it were taken care of, and is not; next time nobody knows whom to ask.',
  severity: { draft: 'warning', post: 'warning' },
  fix: 'none',
  examples: [
    {
      bad: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Events\n\n- ACTION ⟦VOLUNTEER⟧: book a room\n- ACTION ⟦TBD⟧ (by 2013-03-15): ping the hotel\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Events\n\n- Action ⟦someone⟧: book\n- ACTION ⟦(volunteer needed)⟧: ask\n- ACTION ⟦?⟧: tell\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Events\n\n- ACTION Lars or a volunteer: book a room\n- ACTION unknown: ping the hotel\n- ACTION XenServer team: look\n',
    },
    { good: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Events\n\n- [x] ACTION someone: book a room\n' },
  ],
  concerns: ({ actions }) => actions.some(isOpenlyOwned),
  checkSection: ({ section, facts }) =>
    facts.actions.filter(isOpenlyOwned).map((action) => ({
      span: ownersSpan(action, section.text),
      message: say`"${withoutBrackets(action.ownersText)}" is nobody's name; write who does it, or "unknown" if nobody knows`,
    })),
});

function isOpenlyOwned({ done, ownersText }: Action): boolean {
  return !done && isPlaceholder(ownersText);
}

/** Whether no owner among those named is anybody. */
function isPlaceholder(ownersText: string): boolean {
  const names = withoutBrackets(ownersText)
    .split(/[,;&/]|\band\b|\bor\b/)
    .map((name) => withoutBrackets(name.replace(/(?<=\S)\s*\([^()]*\)$/, '')))
    .filter((name) => name !== '');
  return names.length > 0 && names.every((name) => placeholderOwner.test(name));
}

function withoutBrackets(text: string): string {
  return text.replace(/^[\s*_([<]+/, '').replace(/(?<![\s*_)\]>])[\s*_)\]>]+$/, '');
}

function ownersSpan({ markerSpan, textSpan, ownersText }: Action, text: string): Span {
  const at = text.slice(markerSpan.end, textSpan.start).indexOf(ownersText);
  const start = markerSpan.end + at;
  return at < 0 ? markerSpan : { start, end: start + ownersText.length };
}
