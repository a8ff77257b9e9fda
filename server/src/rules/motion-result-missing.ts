import type { Document, PlacedFacts } from '../document/document.js';
import type { Decision } from '../document/facts.js';
import { motionResults, motionResultWords } from '../document/schema.js';
import { lineBehind } from './motionLines.js';
import { moveFinding } from './moveFinding.js';
import { defineRule, type Finding, type Fix } from './rule.js';
import { say } from '../text/say.js';

export const motionResultMissing = defineRule({
  id: 'motion-result-missing',
  summary: 'Nothing is said of what became of a motion',
  why: 'Without its result nobody can tell later whether what was moved holds.',
  kinds: ['notes', 'minutes'],
  severity: { draft: 'warning', post: 'error' },
  fix: 'suggest',
  examples: [
    {
      bad: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Charter\n\n- ⟦MOTION⟧: adopt the charter\n  - Lars: explains it\n- MOTION: publish it\n- PASSED: publish it\n\n## Logo\n\n- ⟦MOTION⟧: paint it red\n\n## Tests\n\n- AGREED: they pass\n',
      fixed:
        '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Charter\n\n- MOTION: adopt the charter\n  - Lars: explains it\n- PASSED:\n- MOTION: publish it\n- PASSED: publish it\n\n## Logo\n\n- MOTION: paint it red\n- PASSED:\n\n## Tests\n\n- AGREED: they pass\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Charter\n\n⟦MOTION⟧: adopt the charter\nas it was mailed\n\nLars goes on.\n',
      fixed:
        '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Charter\n\nMOTION: adopt the charter\nas it was mailed\nPASSED:\n\nLars goes on.\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Charter\n\n- MOTION: adopt the charter (passed)\n- MOTION: publish it\n  - all in favour\n- MOTION: print it\n\n### Vote\n\n- REJECTED: print it\n',
    },
  ],
  concerns: ({ decisions }) => decisions.some(({ kind }) => kind === 'motion'),
  check: ({ document, sections }) => {
    const motions = sections.flatMap((section) =>
      section.facts.decisions.flatMap((decision) => (decision.kind === 'motion' ? [{ section, decision }] : [])),
    );
    return motions.flatMap(({ section, decision }, index) => {
      const next = motions[index + 1];
      return isSettled({ section, decision, next }, document) ? [] : [finding(section, decision, document)];
    });
  },
});

interface Motion {
  readonly section: PlacedFacts;
  readonly decision: Decision;
  /** The one that follows in the document. */
  readonly next: { readonly section: PlacedFacts; readonly decision: Decision } | undefined;
}

/** Whether a result is marked before the next motion, or told in the words of the section. */
function isSettled({ section, decision, next }: Motion, { facts, text }: Document): boolean {
  const start = section.start + decision.span.end;
  const end = next ? next.section.start + next.decision.span.start : text.length;
  const marked = withBelow(section, facts.sections).some((each) =>
    each.facts.decisions.some(({ kind, span }) => {
      const at = each.start + span.start;
      return at >= start && at < end && motionResults.includes(kind);
    }),
  );
  const own = text.slice(section.start + decision.markerSpan.end, start);
  return marked || toldAtEnd.test(own) || motionResultWords.test(text.slice(start, Math.min(end, section.end)));
}

/** A section and those under deeper headings that follow it. */
function withBelow(section: PlacedFacts, sections: readonly PlacedFacts[]): readonly PlacedFacts[] {
  const depth = section.facts.heading?.depth ?? 0;
  const end = sections.findIndex(({ index, facts }) => index > section.index && (facts.heading?.depth ?? 0) <= depth);
  return sections.slice(section.index, end < 0 ? sections.length : end);
}

/** In the motion's own words the result stands apart: `(passed)`, `. Carried unanimously`, `- rejected`. */
const toldAtEnd = new RegExp(`(?:[.;(–—]|\\s-)\\s*(?:[\\p{L}]+ ){0,3}${motionResultWords.source}`, 'iu');

const results = ['PASSED', 'REJECTED', 'DEFERRED'] as const;

function finding(placed: PlacedFacts, decision: Decision, document: Document): Finding {
  const section = document.cut.sections[placed.index];
  const fixes = section
    ? results.map((result): Fix => ({
        title: say`Add "${result}:"`,
        edits: [lineBehind(decision, `${result}:`, section, placed.facts.decisions)],
      }))
    : [];
  const message = say`nothing is said of what became of this motion; add PASSED, REJECTED or DEFERRED`;
  return moveFinding({ span: decision.markerSpan, message, fixes }, placed.start);
}
