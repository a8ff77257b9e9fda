import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/rules/registry.js';
import { lint, type Diagnostic } from '../../server/src/rules/lint.js';
import { applyEdits, compatibleEdits, compatibleSets } from '../../server/src/text/edits.js';
import { archiveDocument } from '../support/archiveDocuments.js';
import { fixture, readRanges, type Fixture } from '../support/fixture.js';
import { markdown } from '../support/markdown.js';
import { times } from '../support/times.js';

const anything = fc.oneof({ weight: 3, arbitrary: archiveDocument }, { weight: 1, arbitrary: markdown });

function findings({ document, archive }: Fixture): Diagnostic[] {
  return lint(document, archive, { mode: 'post' });
}

function safelyFixed({ document }: Fixture, found: readonly Diagnostic[]): string {
  const sets = found.flatMap((each) => (each.fix === 'safe' ? (each.fixes?.slice(0, 1) ?? []) : []));
  return applyEdits(document.text, compatibleSets(sets.map((fix) => fix.edits)).flat());
}

/** What the text says, without the white space and the marks that a safe fix may touch. */
function letters(text: string): string {
  return [...text.replace(/[^\p{L}]/gu, '')].sort().join('');
}

const examples = fc.constantFrom(
  ...rules.flatMap((rule) => rule.examples.flatMap((each) => ('bad' in each ? [readRanges(each.bad).text] : []))),
);
/** Documents with findings of every rule: an example, alone or before another text. */
const faulty = fc.oneof(
  examples,
  archiveDocument,
  fc.tuple(examples, fc.oneof(examples, archiveDocument)).map(([one, other]) => `${one}\n${other}`),
);
const weights = ['hint', 'info', 'warning', 'error'] as const;

/** How many findings of each rule there are. */
function counts(found: readonly Diagnostic[]): Map<string, number> {
  const count = new Map<string, number>();
  for (const { rule } of found) count.set(rule, (count.get(rule) ?? 0) + 1);
  return count;
}

describe('rules', () => {
  it.each(['draft', 'post'] as const)(
    'have safe fixes that mend what they say and make nothing worse, in %s mode',
    (mode) => {
      fc.assert(
        fc.property(faulty, (text) => {
          const at = fixture(text);
          const before = lint(at.document, at.archive, { mode });
          const known = counts(before);
          for (const { rule, severity, fix, fixes = [] } of before) {
            if (fix !== 'safe' || !fixes[0] || (fixes[0].elsewhere ?? []).length > 0) continue;
            const after = fixture(applyEdits(at.document.text, fixes[0].edits));
            // Two documents in one may be told to be of another kind by whichever comes first.
            if (after.document.facts.kind !== at.document.facts.kind) continue;
            const found = lint(after.document, after.archive, { mode });
            const left = counts(found);
            expect(left.get(rule) ?? 0, `${rule} in ${JSON.stringify(text)}`).toBeLessThan(known.get(rule) ?? 0);
            const worse = found.filter(
              (each) =>
                (left.get(each.rule) ?? 0) > (known.get(each.rule) ?? 0) &&
                weights.indexOf(each.severity) > weights.indexOf(severity),
            );
            expect(
              worse.map((each) => `${each.rule}: ${each.message}`),
              `${rule} in ${JSON.stringify(text)}`,
            ).toEqual([]);
          }
        }),
        { numRuns: times(200) },
      );
    },
  );

  it('look at any text without failing, and point and edit within it', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const at = fixture(text);
        for (const { span, fixes = [], related = [] } of findings(at)) {
          expect(span.start).toBeLessThanOrEqual(span.end);
          expect(span.end).toBeLessThanOrEqual(at.document.text.length);
          for (const each of related) expect(each.message).not.toBe('');
          for (const fix of fixes) expect(compatibleEdits(fix.edits)).toHaveLength(fix.edits.length);
        }
      }),
      { numRuns: times(200) },
    );
  });

  it('have safe fixes that come to an end', () => {
    fc.assert(
      fc.property(archiveDocument, (source) => {
        let text = source;
        for (let round = 0; round < 40; round++) {
          const at = fixture(text);
          const next = safelyFixed(at, findings(at));
          if (next === text) return;
          text = next;
        }
        expect.fail(`still changing: ${JSON.stringify(text)}`);
      }),
      { numRuns: times(150) },
    );
  });

  it('keep every word when a session or a heading moves', () => {
    const only = new Set(['notes-status-conflict', 'heading-level-skip', 'invisible-character']);
    fc.assert(
      fc.property(archiveDocument, (text) => {
        const at = fixture(text);
        const moved = safelyFixed(at, lint(at.document, at.archive, { mode: 'post', only }));
        expect(letters(moved)).toBe(letters(text));
      }),
      { numRuns: times(150) },
    );
  });
});
