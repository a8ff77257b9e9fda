import { describe, expect, it } from 'vitest';
import { lint, type Diagnostic } from '../../server/src/rules/lint.js';
import { rules } from '../../server/src/rules/registry.js';
import type { Example, Rule } from '../../server/src/rules/rule.js';
import { applyEdits, compatibleSets } from '../../server/src/text/edits.js';
import { fixture, writeRanges, type Fixture } from '../support/fixture.js';

/** What a rule finds in a fixture, all other rules aside. */
function findings(rule: Rule, example: Example, { document, archive }: Fixture): Diagnostic[] {
  const mode = example.mode ?? (rule.severity.draft === 'off' ? 'post' : 'draft');
  return lint(document, archive, { mode, only: new Set([rule.id]) });
}

/** The text after the first fix of each finding; a fix that another one stands in the way of waits for the next round. */
function fixed({ document }: Fixture, found: readonly Diagnostic[]): string {
  const fixes = found.flatMap((each) => each.fixes?.slice(0, 1) ?? []);
  return applyEdits(document.text, compatibleSets(fixes.map((fix) => fix.edits)).flat());
}

function options(example: Example): { path: string | undefined; files: Readonly<Record<string, string>> | undefined } {
  return { path: example.path, files: example.files };
}

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  const bad = rule.examples.flatMap((example) => ('bad' in example ? [example] : []));
  const good = rule.examples.flatMap((example) => ('good' in example ? [example] : []));

  it('has a bad and a good example', () => {
    expect(bad.length).toBeGreaterThan(0);
    expect(good.length).toBeGreaterThan(0);
  });

  it.each(bad.map((example, index) => [index + 1, example] as const))(
    'finds what bad example %i marks',
    (_, example) => {
      const at = fixture(example.bad, options(example));
      const found = findings(rule, example, at);
      expect(
        writeRanges(
          at.document.text,
          found.map((each) => each.span),
        ),
      ).toBe(example.bad);
      for (const each of found) expect(each.message).toMatch(/^(?![A-Z][a-z]).*[^.]$/);
      for (const fix of found.flatMap((each) => each.fixes ?? [])) expect(fix.title).toMatch(/^[A-Z].*[^.]$/);
      if (example.fixed !== undefined) expect(fixed(at, found)).toBe(example.fixed);
      if (rule.fix === 'none') expect(found.flatMap((each) => each.fixes ?? [])).toEqual([]);
    },
  );

  it.each(good.map((example, index) => [index + 1, example] as const))('is quiet on good example %i', (_, example) => {
    const at = fixture(example.good, options(example));
    expect(findings(rule, example, at)).toEqual([]);
  });

  if (rule.fix !== 'safe') return;

  it('has a bad example that shows its fix', () => {
    expect(bad.some((example) => example.fixed !== undefined)).toBe(true);
  });

  it.each(bad.map((example, index) => [index + 1, example] as const))(
    'fixes bad example %i once and for all',
    (_, example) => {
      const before = fixture(example.bad, options(example));
      const safe = findings(rule, example, before).filter((each) => each.fix === 'safe');
      const after = fixture(fixed(before, safe), options(example));
      const left = findings(rule, example, after).filter((each) => each.fix === 'safe');
      expect(left.map((each) => each.message)).toEqual([]);
    },
  );
});

describe('the registry', () => {
  it('has every rule once, under a kebab-case id', () => {
    const ids = rules.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
  });

  it('says in one sentence what each rule finds and why that matters', () => {
    for (const rule of rules) {
      expect(rule.summary, rule.id).toMatch(/^[A-Z].*[^.]$/);
      expect(rule.why, rule.id).toMatch(/^[A-Z].*\.$/);
    }
  });
});
