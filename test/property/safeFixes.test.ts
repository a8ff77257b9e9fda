import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Archive } from '../../server/src/archive/archive.js';
import { foldName } from '../../server/src/archive/names.js';
import { checked } from '../../server/src/cli/checked.js';
import { applyEdits, safeEdits } from '../../server/src/analysis.js';
import { fixed } from '../../server/src/cli/fix.js';
import { readDocument, type Document } from '../../server/src/document/document.js';
import { ruleById, rules } from '../../server/src/rules/registry.js';
import { archiveDocument } from '../support/archiveDocuments.js';
import { corpusFolder, markdownBelow, minutesOfOthers, otherMinutes, read } from '../support/documents.js';
import { fixChanges, type Changes } from '../support/fixChanges.js';
import { fixture, readRanges, type Fixture } from '../support/fixture.js';
import { markdown } from '../support/markdown.js';
import { linksOf, mayDifferInLinks, missing, wordsOf } from '../support/wordsAndLinks.js';
import { times } from '../support/times.js';

const safeRules = rules.flatMap(({ id, fix }) => (fix === 'safe' ? [id] : []));

const nothing: Changes = {};

/** What a fix took out or put in beyond what its rules may; words that stand elsewhere in the text are not lost. */
function beyond(before: string, after: string, ids: readonly string[]): Record<string, readonly string[]> {
  const allowed = ids.map((id) => fixChanges[id] ?? nothing);
  const [words, now] = [wordsOf(before), wordsOf(after)];
  const [links, linksNow] = mayDifferInLinks(before, after) ? [linksOf(before), linksOf(after)] : [[], []];
  const kept = new Set(now.map(foldName));
  const lostLinks = missing(links, linksNow);
  const newLinks = missing(linksNow, links);
  const led = (from: string, to: string): boolean => allowed.some(({ redirects }) => redirects?.(from, to) === true);
  return {
    lost: missing(words, now).filter(
      (word) =>
        !allowed.some(({ takes, repeated }) => takes?.test(word) === true || (repeated && kept.has(foldName(word)))),
    ),
    added: missing(now, words).filter((word) => !allowed.some(({ brings }) => brings?.test(word) === true)),
    lostLinks: lostLinks.filter((from) => !newLinks.some((to) => led(from, to))),
    newLinks: newLinks.filter((to) => !lostLinks.some((from) => led(from, to))),
  };
}

/** What safe fixes lose: each rule's by themselves, and all together until there are none left. */
function lossesIn({ document, archive }: Pick<Fixture, 'document' | 'archive'>): string[] {
  const before = checked(document, archive, { lint: { mode: 'post' }, name: document.path });
  const safe = before.all.filter(({ fix }) => fix === 'safe');
  if (safe.length === 0) return [];
  const ofRule = [...new Set(safe.map(({ rule }) => rule))].map((id) => ({
    told: id,
    ids: [id],
    after: applyEdits(document.text, safeEdits(safe.filter(({ rule }) => rule === id))),
  }));
  const all = { told: 'all', ids: safeRules, after: fixed(before).after.document.text };
  return [...ofRule, all].flatMap(({ told, ids, after }) => {
    const change = beyond(document.text, after, ids);
    return Object.values(change).every((list) => list.length === 0)
      ? []
      : [`${told} in ${document.path}: ${JSON.stringify(change)}`];
  });
}

function documentsOf(files: readonly string[], folder: string): Document[] {
  return files.map((file) => readDocument(path.relative(folder, file), read(file)));
}

/** Entries that are found fault with beside their links, and ones that stand twice. */
const entries = [
  '- Peter Novák [@pn][pn]',
  '- Peter Novák [@pn][pn](SUSE)',
  '- Peter Novák [pn] [SUSE)',
  '- Peter Novák[@pn](https://example.org/pn)(SUSE]',
  '- Peter Novák <pn@example.org>(SUSE)',
  '- Peter Novák (SUSE) [@pn][pn]\n- Peter Novák [@pn][pn]',
  '- Peter Novák (left early)\n- Peter Novák (SUSE, chair)\n- Peter Novák @pn',
  '- [Peter Novák][pn]\n- Peter Novák [SUSE) (chair)',
  '- + -\n- *\n-\n- Peter Novák',
  '| Name | Company |\n| --- | --- |\n| [Peter Novák][pn](x) | SUSE |',
];
const definitions = '\n[pn]: https://example.org/pn\n';

const shippedDocuments = documentsOf(markdownBelow(corpusFolder), corpusFolder);
const shipped = Archive.of(shippedDocuments.map(({ facts }) => facts));

describe('safe fixes lose no word and no link but what their rule is about', () => {
  it('of a rule that there is', () => {
    expect(Object.keys(fixChanges).filter((id) => ruleById(id)?.fix !== 'safe')).toEqual([]);
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))('in the examples of %s', (_id, { examples }) => {
    for (const example of examples) {
      const source = 'bad' in example ? readRanges(example.bad).text : example.good;
      expect(lossesIn(fixture(source, { path: example.path, files: example.files })), source).toEqual([]);
    }
  });

  it('in lists of people with links in them', () => {
    for (const entry of entries)
      expect(lossesIn(fixture(`# Minutes\n\n## Attendees\n\n- Jan Beulich\n${entry}\n${definitions}`))).toEqual([]);
  });

  it('in the archive that ships', () => {
    expect(shippedDocuments.flatMap((document) => lossesIn({ document, archive: shipped }))).toEqual([]);
  });

  it('in real minutes of others', () => {
    const documents = documentsOf(minutesOfOthers({ oneOf: 10 }), otherMinutes).filter(
      ({ facts }) => facts.kind !== undefined,
    );
    const archive = Archive.of(
      documents.map(({ facts }) => facts),
      {},
      shipped,
    );
    expect(documents.flatMap((document) => lossesIn({ document, archive }))).toEqual([]);
  }, 600_000);

  it('in generated documents', () => {
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: archiveDocument }, { weight: 1, arbitrary: markdown }), (text) => {
        expect(lossesIn(fixture(text))).toEqual([]);
      }),
      { numRuns: times(200) },
    );
  }, 300_000);
});
