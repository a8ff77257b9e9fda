import { afterAll, beforeAll, expect, it } from 'vitest';
import { lint } from '../../server/src/rules/lint.js';
import { rules } from '../../server/src/rules/registry.js';
import { speak } from '../../server/src/text/say.js';
import { fixture } from '../support/fixture.js';
import { englishIn, pseudoLanguage } from '../support/pseudo.js';

beforeAll(() => speak(pseudoLanguage()));
afterAll(() => speak(undefined));

/** Words of the format that a message tells to write. */
const format = 'Design session notes, xen-notes-disable-next-line, enable, unknown';

it.each(rules.map((rule) => [rule.id, rule] as const))('nothing that %s tells is English', (id, rule) => {
  for (const example of rule.examples) {
    if (!('bad' in example)) continue;
    const { document, archive } = fixture(example.bad, { path: example.path, files: example.files });
    const mode = example.mode ?? (rule.severity.draft === 'off' ? 'post' : 'draft');
    const found = lint(document, archive, { mode, only: new Set([id]) });
    const written = found.flatMap(({ fixes = [] }) =>
      fixes.flatMap((fix) => JSON.stringify(fix.edits) + JSON.stringify(fix.elsewhere)),
    );
    const source = JSON.stringify([example, written, format]);
    const texts = found.flatMap(({ message, fixes = [], related = [] }) => [
      message,
      ...fixes.map(({ title }) => title),
      ...related.map((each) => each.message),
    ]);
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(englishIn(text, source), text).toEqual([]);
  }
});
