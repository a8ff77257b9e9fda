import type { Document, PlacedFacts } from '../document/document.js';
import type { Decision } from '../document/facts.js';
import { isNonVoting, isVoting, type DocumentKind } from '../document/schema.js';
import { lineBefore } from './motionLines.js';
import { moveFinding } from './moveFinding.js';
import { defineRule, type Finding } from './rule.js';
import { say } from '../text/say.js';

export const motionMissing = defineRule({
  id: 'motion-missing',
  summary: 'A result of a vote stands without the motion',
  why: 'What was passed or rejected cannot be told from its result alone, nor who is bound by it.',
  kinds: ['notes', 'minutes'],
  severity: { draft: 'warning', post: 'error' },
  fix: 'suggest',
  examples: [
    {
      bad: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Charter\n\n- Lars: explains it\n- ⟦PASSED⟧: adopt the charter\n',
      fixed:
        '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Charter\n\n- Lars: explains it\n- MOTION: adopt the charter\n- PASSED: adopt the charter\n',
    },
    {
      bad: '# Minutes\n\n- QUORUM: 5 of 8\n\n## Attendees\n\n- Lars Kurth\n\n## Charter\n\n⟦REJECTED⟧: adopt the charter\n',
      fixed:
        '# Minutes\n\n- QUORUM: 5 of 8\n\n## Attendees\n\n- Lars Kurth\n\n## Charter\n\nMOTION: adopt the charter\nREJECTED: adopt the charter\n',
    },
    {
      bad: '# Minutes\n\n- QUORUM: 5 of 8\n\n## Attendees\n\n- Lars Kurth\n\n## Charter\n\n- **⟦Rejected⟧:** the charter\n\n**⟦Deferred⟧**: the logo\n',
      fixed:
        '# Minutes\n\n- QUORUM: 5 of 8\n\n## Attendees\n\n- Lars Kurth\n\n## Charter\n\n- MOTION: the charter\n- **Rejected:** the charter\n\nMOTION: the logo\n**Deferred**: the logo\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## Charter\n\n- MOTION: adopt the charter\n- DEFERRED: until all have read it\n- PASSED: by mail\n\n## Vote\n\n- Lars moved to print it\n- PASSED: print it\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Lars Kurth\n\n## osstest\n\n- Passed: 34 tests\n- PASSED: 12\n- REJECTED: a second test lab\n',
    },
  ],
  concerns: ({ decisions }) => decisions.length > 0,
  check: ({ document, kind, sections }) =>
    sections.flatMap((section) =>
      section.facts.decisions.flatMap((decision) =>
        isResult(decision, section, document, kind) && !hasMotion(decision, section, document)
          ? finding(decision, section, document)
          : [],
      ),
    ),
});

/** In the talk of developers tests pass and ideas are rejected: only a marker in capitals or bold is a result, and most only where votes are held. */
function isResult(
  { kind, text, markerSpan }: Decision,
  section: PlacedFacts,
  document: Document,
  of: DocumentKind,
): boolean {
  if (kind !== 'passed' && kind !== 'rejected' && kind !== 'deferred') return false;
  if (/^\W*\d/.test(text)) return false;
  const marker = document.text.slice(section.start + markerSpan.start, section.start + markerSpan.end);
  const capital = marker === marker.toUpperCase();
  const bold = /[*_]/.test(document.text.charAt(section.start + markerSpan.start - 1));
  return (capital && kind === 'passed' && of === 'minutes') || ((capital || bold) && isFormal(document));
}

function isFormal({ facts }: Document): boolean {
  return facts.sections.some(
    ({ facts: { decisions, people } }) =>
      decisions.some(({ kind }) => kind === 'motion' || kind === 'quorum' || kind === 'votes') ||
      people.some(({ roles }) => roles.some((role) => isVoting(role) || isNonVoting(role))),
  );
}

const moved = /\b(?:motions?|moved|moves|proposals?|proposed|proposes|resolutions?)\b/i;

/** Whether the section says before a result what was moved. */
function hasMotion({ span }: Decision, section: PlacedFacts, { text }: Document): boolean {
  return moved.test(text.slice(section.start, section.start + span.end));
}

function finding(decision: Decision, placed: PlacedFacts, document: Document): Finding[] {
  const section = document.cut.sections[placed.index];
  if (!section) return [];
  const motion = `MOTION: ${decision.text}`.trim();
  const message = say`a result without a motion; write before it what was moved, as "MOTION: …"`;
  const fixes = [{ title: say`Add "${motion}"`, edits: [lineBefore(decision, motion, section)] }];
  return [moveFinding({ span: decision.markerSpan, message, fixes }, placed.start)];
}
