import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Config } from '../../server/src/archive/config.js';
import { visibleText, inlineNodes } from '../../server/src/document/inline.js';
import type { Document } from '../../server/src/document/document.js';
import { leavesOf } from '../../server/src/rules/leaves.js';
import { lint } from '../../server/src/rules/lint.js';
import { applyEdits } from '../../server/src/text/edits.js';
import { ruleById } from '../../server/src/rules/registry.js';
import { fixture } from '../support/fixture.js';
import { longLines } from '../support/longLines.js';

function messages(rule: string, text: string, config: Config = {}): string[] {
  const { document, archive } = fixture(`# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## PVH\n\n${text}\n`, {
    config,
  });
  return lint(document, archive, { mode: 'post', only: new Set([rule]) }).map(({ message }) => message);
}

describe("an archive's own misspellings", () => {
  const config = { rules: { 'misspelling-common': { words: ['hyperviser = hypervisor', 'no pair', 'alot=a lot'] } } };

  it('are found beside the built-in ones', () => {
    expect(messages('misspelling-common', 'Alot of hyperviser code in the porject.', config)).toEqual([
      '"Alot" is misspelt; write "A lot"',
      '"hyperviser" is misspelt; write "hypervisor"',
      '"porject" is misspelt; write "project"',
    ]);
  });

  it('are not known elsewhere', () => {
    expect(messages('misspelling-common', 'Alot of hyperviser code.')).toEqual([]);
  });
});

describe('the width of a line that cannot be wrapped', () => {
  const code = (columns: number): string => `\`\`\`\n${'x'.repeat(columns)}\n\`\`\``;

  it.each([
    ['80 columns by default', 80, {}],
    ['what the rule allows', 60, { rules: { 'line-too-long': { verbatim: 60 } } }],
    ['that of a mail, where it is more', 100, { mail: { width: 100 } }],
    ['never less than the rule allows', 80, { mail: { width: 72 } }],
  ] as const)('is %s', (_, width, config) => {
    expect(messages('line-too-long', code(width), config)).toEqual([]);
    expect(messages('line-too-long', code(width + 1), config)).toHaveLength(1);
  });

  it('is that of the mail that is made', () => {
    for (const example of ruleById('line-too-long')?.examples ?? []) {
      if (!('bad' in example)) continue;
      const { document, ranges } = fixture(example.bad);
      const long = longLines(document, { width: 80 });
      for (const range of ranges)
        expect(long.some(({ span }) => span.start <= range.end && range.start <= span.end)).toBe(true);
    }
  });

  it('counts tabs', () => {
    expect(messages('line-too-long', `\`\`\`\n${'\t'.repeat(9)}${'x'.repeat(8)}\n\`\`\``)).toEqual([]);
    expect(messages('line-too-long', `\`\`\`\n${'\t'.repeat(10)}x\n\`\`\``)).toHaveLength(1);
  });
});

describe('escapes that are taken out', () => {
  const piece = fc.constantFrom(
    ...['Xen', 'a', '1', ' ', ' ', '\n', '_', '*', '`', '[', ']', '(', ')', '<', '>', '!', '#', '-', '=', '&', ';'],
    ...['\\_', "\\'", '\\"', '\\-', '\\>', '\\#', '\\!', '\\+\\+', '\\&', '\\=', '\\*', '\\[', '\\]', '\\<', '"'],
    ...['&amp;', '&quot;', '&#39;', '&lt;', 'copy;', '@', '.org', 'https://xen.org/', 'www.'],
  );

  it('leave what readers see', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 2, maxLength: 14 }), (pieces) => {
        const text = `Jan says x${pieces.join('')}\n`;
        const { document, archive } = fixture(`# Minutes\n\n${text}`);
        const found = lint(document, archive, { mode: 'post', only: new Set(['escape-residue']) });
        const edits = found.flatMap(({ fixes = [] }) => fixes.flatMap((fix) => fix.edits));
        const after = fixture(applyEdits(document.text, edits)).document;
        expect(shown(after), JSON.stringify(after.text)).toEqual(shown(document));
      }),
      { numRuns: 3000 },
    );
  });
});

/** What readers see of a document, leaf by leaf. */
function shown({ cut, definitions }: Document): string[] {
  return cut.sections.flatMap(({ blocks }) =>
    leavesOf(blocks).map((block) => visibleText(inlineNodes(block, definitions))),
  );
}
