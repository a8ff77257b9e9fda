import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Archive } from '../../server/src/archive/archive.js';
import type { Document } from '../../server/src/document/document.js';
import { optionsOf } from '../../server/src/rules/options.js';
import { ruleIds, rules } from '../../server/src/rules/registry.js';
import type { DocumentRule } from '../../server/src/rules/rule.js';
import { looksAt, lookAtSections } from '../../server/src/rules/sectionFindings.js';
import { corpusFolder, markdownBelow, read } from '../support/documents.js';
import { fixture, readRanges } from '../support/fixture.js';

const documentRules = rules.filter((rule): rule is DocumentRule => 'check' in rule);

/** The findings of each document rule when it is shown what concerns it, and when it is shown everything. */
function bothWays(document: Document, archive: Archive): { readonly shown: unknown; readonly all: unknown } {
  const { kind, sections } = document.facts;
  if (!kind) return { shown: [], all: [] };
  const { concerned } = lookAtSections(document, kind, archive, { placed: true });
  const own = documentRules.filter((rule) => looksAt(rule, kind));
  const found = (of: (rule: DocumentRule) => typeof sections): unknown =>
    own.map((rule) => {
      const context = {
        document,
        kind,
        archive,
        ruleIds,
        options: optionsOf(rule, archive.config),
        sections: of(rule),
      };
      return [rule.id, context.sections.length === 0 ? [] : rule.check(context)];
    });
  return { shown: found(concerned), all: found(() => sections) };
}

describe('sections that are told to be of no concern to a rule have nothing for it', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))('in the examples of %s', (_id, rule) => {
    for (const example of rule.examples) {
      const source = 'bad' in example ? readRanges(example.bad).text : example.good;
      const { document, archive } = fixture(source, { path: example.path, files: example.files });
      const { shown, all } = bothWays(document, archive);
      expect(shown, source).toEqual(all);
    }
  });

  it('in the archive that ships', () => {
    for (const each of markdownBelow(corpusFolder)) {
      const { document, archive } = fixture(read(each), { path: path.basename(each) });
      const { shown, all } = bothWays(document, archive);
      expect(shown, each).toEqual(all);
    }
  });
});
