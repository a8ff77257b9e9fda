import { place } from '../document/document.js';
import type { Decision } from '../document/facts.js';
import { counted, say } from '../text/say.js';
import { organisations, readQuorum, voters, type Quorum } from './quorum.js';
import { defineRule } from './rule.js';

export const quorumInconsistent = defineRule({
  id: 'quorum-inconsistent',
  summary: 'The quorum stated is not what the attendee list tells',
  why: 'Whether a vote holds depends on the count; when list and count differ it can be contested.',
  kinds: ['notes', 'minutes'],
  severity: { draft: 'warning', post: 'warning' },
  fix: 'none',
  examples: [
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich (SUSE, voting)\n- Ian Campbell (Citrix, voting)\n- Lars Kurth (Linux Foundation, non-voting)\n\n## Votes\n\n- QUORUM: ⟦3⟧ of 5 organisations\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich (SUSE)\n- Lars Kurth (Linux Foundation, non-voting)\n\n## Votes\n\n- QUORUM: reached, ⟦two⟧ organisations present\n',
    },
    { bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich (SUSE)\n\n## Votes\n\n- QUORUM: ⟦6⟧/5\n' },
    {
      good: '# Minutes\n\n## Attendees\n\n- Jan Beulich (SUSE, voting)\n- Ian Campbell (Citrix, voting)\n- Andrew Cooper (Citrix, voting)\n\n## Votes\n\n- QUORUM: 2 of 3 organisations\n- QUORUM: 3 present\n- QUORUM: 2 required\n- QUORUM: yes\n- QUORUM: missed by one\n',
    },
    { good: '# Minutes\n\n## Attendees\n\n- Jan Beulich (SUSE)\n- Lars Kurth\n\n## Votes\n\n- QUORUM: 5 of 8\n' },
  ],
  concerns: ({ decisions }) => decisions.some(({ kind }) => kind === 'quorum'),
  check: ({ document, sections }) =>
    sections.flatMap((section) =>
      section.facts.decisions.flatMap((decision) => {
        if (decision.kind !== 'quorum') return [];
        const { text, start } = writtenText(decision, document.cut.sections[section.index]?.text ?? '');
        const quorum = readQuorum(text);
        const message = wrong(quorum, voters(document.facts));
        if (message === undefined || !quorum.present) return [];
        const span = { start: start + quorum.present.start, end: start + quorum.present.end };
        return [{ span: place(section, span), message }];
      }),
    ),
});

/** What stands behind the marker, as written. */
function writtenText({ markerSpan, span }: Decision, text: string): { text: string; start: number } {
  const colon = text.slice(markerSpan.end, span.end).indexOf(':') + 1;
  const start = markerSpan.end + colon;
  return { text: text.slice(start, span.end), start };
}

function wrong({ present, total }: Quorum, voting: ReturnType<typeof voters>): string | undefined {
  if (!present) return undefined;
  if (total !== undefined && present.count > total) return say`${present.count} of ${total} cannot be; mend the count`;
  if (!voting || present.count === voting.length || present.count === organisations(voting)) return undefined;
  const count = organisations(voting);
  return counted(
    count,
    say`${present.count} are counted, but one voting organisation is listed; mend the count or the list`,
    say`${present.count} are counted, but ${count} voting organisations are listed; mend the count or the list`,
  );
}
