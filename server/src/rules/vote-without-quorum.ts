import { place, type PlacedFacts } from '../document/document.js';
import type { Decision } from '../document/facts.js';
import { readQuorum, voters } from './quorum.js';
import { defineRule, type DocumentContext, type Finding } from './rule.js';
import { say } from '../text/say.js';

export const voteWithoutQuorum = defineRule({
  id: 'vote-without-quorum',
  summary: 'A vote was held without a quorum, or without saying that there was one',
  why: 'A vote without a quorum does not hold; whoever relies on it has to know.',
  kinds: ['notes', 'minutes'],
  severity: { draft: 'warning', post: 'warning' },
  fix: 'none',
  examples: [
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Charter\n\n- QUORUM: not reached\n- MOTION: adopt the charter\n- ⟦PASSED⟧: adopt the charter\n- QUORUM: 5 present\n- MOTION: publish it\n- PASSED: publish it\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Charter\n\n- QUORUM: 3 of 8, 5 needed\n- ⟦Votes⟧: 3 for\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Charter\n\n- QUORUM: missed by one\n- MOTION: adopt it\n- ⟦PASSED⟧: adopt it\n\n## Logo\n\n- QUORUM: two short\n- MOTION: keep it\n- ⟦REJECTED⟧: keep it\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich (SUSE, voting)\n- Lars Kurth (Citrix, non-voting)\n\n## Charter\n\n- MOTION: adopt the charter\n- ⟦PASSED⟧: adopt the charter\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Jan Beulich (SUSE, voting)\n\n## Charter\n\nA quorum was there.\n\n- MOTION: adopt the charter\n- PASSED: adopt the charter\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Charter\n\n- MOTION: adopt the charter\n- PASSED: adopt the charter\n- QUORUM: not reached\n- AGREED: go on by mail\n- DEFERRED: the logo\n',
    },
  ],
  concerns: ({ decisions }) => decisions.length > 0,
  check: (context) => {
    const decisions = context.sections.flatMap((section) =>
      section.facts.decisions.map((decision) => ({ section, decision })),
    );
    const votes = votesAmong(decisions);
    if (votes.length === 0) return [];
    const stated = decisions.some(({ decision }) => decision.kind === 'quorum');
    return stated ? lacking(decisions, votes) : unstated(votes, context);
  },
});

interface Placed {
  readonly section: PlacedFacts;
  readonly decision: Decision;
}

/** The results, or the counts where no result is marked. */
function votesAmong(decisions: readonly Placed[]): readonly Placed[] {
  const results = decisions.filter(({ decision: { kind } }) => /^(?:passed|rejected|resolution)$/.test(kind));
  return results.length > 0 ? results : decisions.filter(({ decision }) => decision.kind === 'votes');
}

/** Votes after the quorum was said to be lacking, and before it is said to be there. */
function lacking(decisions: readonly Placed[], votes: readonly Placed[]): Finding[] {
  let without = false;
  return decisions.flatMap((placed) => {
    if (placed.decision.kind === 'quorum') without = readQuorum(placed.decision.text).lacking;
    if (!without || !votes.includes(placed)) return [];
    const message = say`a vote after the quorum was said to be lacking; mend the quorum, or take the vote back`;
    return [{ span: place(placed.section, placed.decision.markerSpan), message }];
  });
}

/** Where the list tells who may vote, votes count by a quorum; the first vote tells that none is stated. */
function unstated([first]: readonly Placed[], { document }: DocumentContext): Finding[] {
  if (!first || !voters(document.facts) || /\bquor(?:um|ate)\b/i.test(document.text)) return [];
  const message = say`nothing is said of a quorum for this vote; add "QUORUM: …"`;
  return [{ span: place(first.section, first.decision.markerSpan), message }];
}
