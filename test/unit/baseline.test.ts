import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  acceptedByPath,
  acceptedFindings,
  findingText,
  renewBaseline,
  unaccepted,
  type AcceptedFinding,
} from '../../server/src/rules/baseline.js';
import { readBaseline, writeBaseline } from '../../server/src/rules/baselineFile.js';
import { lint } from '../../server/src/rules/lint.js';
import { fixture, readRanges } from '../support/fixture.js';
import { readDocument } from '../../server/src/document/document.js';

const minutes = [
  '# Call minutes\n\n- Date: July 11 2019\n\n',
  '## Attendees\n\n- Ian Campbell\n- Ian Jackson\n\n',
  '## Kexec\n\n- Ian: nothing new\n- ACTION: ping them\n- ACTION: ping them\n\n',
  '## PVH\n\n- Ian: nothing new\n\n#### Too deep\n\n- Ian: more\n\n',
] as const;

function check(source: string) {
  const { document, archive } = fixture(source);
  const found = lint(document, archive, { mode: 'draft' });
  return { document, found, entries: acceptedFindings('call.md', document, found) };
}

function entry(from: Partial<AcceptedFinding>): AcceptedFinding {
  return { path: 'call.md', rule: 'date-format', text: '- Date: then', count: 1, ...from };
}

describe('a finding is known by its words', () => {
  it.each([
    ['the line it begins in', '# One\n\n-  Ian:\t⟦nothing⟧ new \n', '- Ian: nothing new'],
    ['of a CRLF text', '# One\r\n\r\n- ⟦Ian⟧: nothing\r\n', '- Ian: nothing'],
    ['of several lines the first', 'a ⟦b\nc⟧ d\n', 'a b'],
    ['a composed form of letters', '- ⟦cafe\u0301⟧', '- caf\u00e9'],
    ['the line above an empty one', '# Title\n\n\n⟦⟧\n', '# Title'],
    ['nothing in an empty text', '⟦⟧', ''],
    [
      'what is around it in a long line',
      `${'a'.repeat(100)} ⟦b⟧ ${'c'.repeat(100)}`,
      `…${'a'.repeat(59)} b ${'c'.repeat(58)}…`,
    ],
  ])('%s', (_name, source, text) => {
    const { text: plain, ranges } = readRanges(source);
    const [span = { start: 0, end: 0 }] = ranges;
    expect(findingText(readDocument('call.md', plain), span)).toBe(text);
  });

  it('and stays so wherever text is put above, between and below', () => {
    const { entries } = check(minutes.join(''));
    expect(entries.map(({ rule, text, count }) => [rule, text, count])).toEqual(
      expect.arrayContaining([
        ['person-ambiguous', '- Ian: nothing new', 1],
        ['action-no-owner', '- ACTION: ping them', 2],
        ['heading-level-skip', '#### Too deep', 1],
      ]),
    );
    const [title, attendees, ...sections] = minutes;
    const filler = fc.array(fc.constantFrom('Words.\n\n', '> Quoted.\n\n', '- a point\n\n', '\n', '\n\n\n'), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(filler, filler, filler, fc.boolean(), (above, between, below, swapped) => {
        const ordered = swapped ? [...sections].reverse() : sections;
        const text = [title, ...above, attendees, ...ordered.flatMap((section) => [section, ...between]), ...below];
        const moved = check(text.join(''));
        const known = (list: readonly AcceptedFinding[]) => renewBaseline([], { found: list, isChecked: () => true });
        // A level that is skipped is so by what stands above it, which is another section now.
        const local = (list: readonly AcceptedFinding[]) => list.filter(({ rule }) => rule !== 'heading-level-skip');
        expect(known(local(moved.entries)).baseline).toEqual(known(local(entries)).baseline);
      }),
    );
  });
});

describe('accepted findings are left out', () => {
  const { document, found } = check(minutes.join(''));
  const left = (baseline: readonly AcceptedFinding[]): number =>
    unaccepted(document, found, acceptedByPath(baseline).get('call.md')).length;

  it('all of them, and none without a baseline', () => {
    expect(left(acceptedFindings('call.md', document, found))).toBe(0);
    expect(left([])).toBe(found.length);
    expect(left([entry({ path: 'other.md', rule: 'person-ambiguous', text: '- Ian: nothing new' })])).toBe(
      found.length,
    );
  });

  it('as many as were accepted, the first of equal ones', () => {
    const accepted = acceptedByPath([entry({ rule: 'action-no-owner', text: '- ACTION: ping them' })]).get('call.md');
    const open = unaccepted(document, found, accepted).filter(({ rule }) => rule === 'action-no-owner');
    expect(open.map(({ span }) => span.start)).toEqual([document.text.lastIndexOf('ACTION: ping them')]);
  });

  it('not when the words have changed', () => {
    const { document: changed, found: now } = check(
      minutes.join('').replace('Ian: nothing new', 'Ian: nothing at all'),
    );
    const accepted = acceptedByPath(acceptedFindings('call.md', document, found)).get('call.md');
    expect(unaccepted(changed, now, accepted).map(({ rule }) => rule)).toEqual(['person-ambiguous']);
  });

  it('once, where two branches have accepted the same', () => {
    const twice = [
      entry({ rule: 'person-ambiguous', text: '- Ian: more' }),
      entry({ rule: 'person-ambiguous', text: '- Ian: more' }),
    ];
    expect(acceptedByPath(twice).get('call.md')).toEqual(new Map([['person-ambiguous - Ian: more', 1]]));
  });
});

describe('a baseline is renewed', () => {
  it('with what was looked for, and keeps the rest', () => {
    const before = [
      entry({ text: 'gone', count: 2 }),
      entry({ text: 'there', count: 3 }),
      entry({ rule: 'not-run' }),
      entry({ path: 'unread.md' }),
    ];
    const found = [entry({ text: 'there', count: 1 }), entry({ text: 'new', count: 4 })];
    const isChecked = (path: string, rule: string): boolean => path === 'call.md' && rule !== 'not-run';
    expect(renewBaseline(before, { found, isChecked })).toEqual({
      baseline: [
        entry({ text: 'new', count: 4 }),
        entry({ text: 'there', count: 1 }),
        entry({ rule: 'not-run' }),
        entry({ path: 'unread.md' }),
      ],
      added: 4,
      dropped: 4,
    });
  });
});

describe('a baseline file', () => {
  it('has one finding a line, and shows what is not seen', () => {
    const text = writeBaseline([entry({ path: 'a "b".md', text: '- \u200bIan\u00ad \u{e0061}' }), entry({})]);
    expect(text.split('\n').slice(3, -3)).toEqual([
      '    { "path": "a \\"b\\".md", "rule": "date-format", "text": "- \\u200bIan\\u00ad \\udb40\\udc61", "count": 1 },',
      '    { "path": "call.md", "rule": "date-format", "text": "- Date: then", "count": 1 }',
    ]);
    expect(writeBaseline([])).toBe('{\n  "version": 1,\n  "accepted": []\n}\n');
  });

  it('is read as it was written', () => {
    const words = fc.string({ unit: 'binary' });
    const entries = fc.array(
      fc.record({ path: words, rule: words, text: words, count: fc.integer({ min: 1, max: 99 }) }),
    );
    fc.assert(
      fc.property(entries, (baseline) => {
        expect(readBaseline(writeBaseline(baseline))).toEqual({ baseline });
      }),
    );
  });

  it.each([
    ['{', /^is not valid JSON \(.+\); mend it, or remove it and make it anew with xen-notes check --update-baseline$/],
    ['[]', /^is no baseline, it states no version; name another file, or remove it/],
    [
      '{ "version": 2, "accepted": {} }',
      /^is a baseline of version 2, and only version 1 is known here; update xen-notes, or/,
    ],
    ['{ "version": 1 }', /^"accepted": .+; correct it, or remove it/],
    [
      '{ "version": 1, "accepted": [{ "path": "a", "rule": "b", "text": "c", "count": 0 }] }',
      /^"accepted\.0\.count": /,
    ],
  ])('that cannot be used says why: %s', (text, message) => {
    expect(readBaseline(text)).toEqual({ message: expect.stringMatching(message) });
  });
});
