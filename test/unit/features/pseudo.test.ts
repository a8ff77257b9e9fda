import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../../server/src/archive/config.js';
import { readText } from '../../../server/src/convert/text/readText.js';
import { readWikitext } from '../../../server/src/convert/wikitext/readWikitext.js';
import { reportPage } from '../../../server/src/convert/reportPage.js';
import { sourceOf } from '../../../server/src/host/source.js';
import { Archive } from '../../../server/src/archive/archive.js';
import { sessionMeant } from '../../../server/src/features/beginning/sessionMeant.js';
import { completion } from '../../../server/src/features/completion.js';
import { documentSymbols, type OutlineSymbol } from '../../../server/src/features/documentSymbols.js';
import { hover } from '../../../server/src/features/hover.js';
import { newDocument } from '../../../server/src/features/newDocument.js';
import { newSession } from '../../../server/src/features/newSession.js';
import { rename } from '../../../server/src/features/rename.js';
import { disableRule } from '../../../server/src/features/disableRule.js';
import { lint } from '../../../server/src/rules/lint.js';
import { unknownRules } from '../../../server/src/rules/unknownRule.js';
import { fields } from '../../../server/src/document/schema.js';
import { speak } from '../../../server/src/text/say.js';
import { cursor } from '../../support/cursor.js';
import { fixture } from '../../support/fixture.js';
import { englishIn, pseudoLanguage } from '../../support/pseudo.js';
import { peopleRegister, topicsRegister } from '../../support/registers.js';

beforeAll(() => speak(pseudoLanguage()));
afterAll(() => speak(undefined));

const page =
  '# Design Sessions 2030\n\n- Place: Chicago\n- Date: 2030-05-01 to 2030-05-03\n\n## Group\n\n### Fast boot\n\n- Formerly: Boot\n- Host: Jan Beulich, Ian Jackson\n- Topics: PVH, live update\n- Notes: TODO\n\nStarting in a second.\n\n### Slow boot\n\n- Host: Jan Beulich\n- Notes: none\n';
const notes =
  '# Design session notes: Fast boot\n\n- Session: [[Design Sessions 2030#Fast boot]]\n- Scribe: Jan Beulich\n';
const minutes =
  '# Call Minutes\n\n- Date: 2031-01-01\n- Topics: live update\n\n## Attendees\n\n- Jan Beulich\n- Ian Jackson (Citrix)\n- Zed Unlisted\n\n## Boot\n\nSee [[Design Sessions 2030#Fast boot]], XSA-7 and <https://lists.xenproject.org/archives/html/xen-devel/2030-05/msg00709.html>.\n\n- Ian: nothing new\n- ACTION Jan Beulich: look at it\n- [x] ACTION Zed: be there\n- AGREED: fine\n';
const files = { 'page.md': page, 'notes.md': notes, 'minutes.md': minutes };
/** All that is no text for people: what documents say, and what the format and addresses are made of. */
const labels = fields.flatMap((field) => [field.label, ...('also' in field ? field.also : [])]);
const said =
  JSON.stringify([files, peopleRegister, topicsRegister, labels]) +
  ' xenbits xsa advisory-7.html https html markdown, Fast boat';

function tellsNoEnglish(texts: readonly (string | undefined)[]): void {
  const told = texts.filter((text) => text !== undefined);
  expect(told.length).toBeGreaterThan(0);
  expect(told.filter((text) => englishIn(text, said).length > 0)).toEqual([]);
}

test('a hover', () => {
  const shown = Object.entries(files).flatMap(([path, text]) => {
    const { document, archive } = fixture(text, { path, files });
    return Array.from(text, (_, offset) =>
      hover({ document, archive }, offset)?.markdown.replace(/\(\S*\)|`[^`]*`/g, ''),
    );
  });
  tellsNoEnglish([...new Set(shown)]);
});

describe('what completion says of its entries', () => {
  test.each([
    '$0',
    `${notes}- $0`,
    `${minutes}- $0`,
    `${minutes}\nSee [[$0`,
    `${notes}- Date: $0`,
    `${notes}- Notes: $0`,
    '# Minutes\n\n- Topics: $0',
    '# Minutes\n\n- Date: 2031-01-01\n\n## $0',
  ])('%j', (source) => {
    const { context, offset } = cursor(source, { files });
    const offered = completion(context, offset, { today: '2030-05-02', opened: 'asked' });
    const texts = offered.flatMap(({ detail, documentation }) => [
      detail,
      documentation?.().replace(/```[^]*```|`[^`]*`/, ''),
    ]);
    expect(texts.filter((text) => text !== undefined && englishIn(text, said).length > 0)).toEqual([]);
    expect(offered.length).toBeGreaterThan(0);
  });
});

test('the outline, and what switches a rule off', () => {
  const all = [fixture(page, { path: 'page.md', files }), fixture(minutes, { files })];
  const details = (symbols: readonly OutlineSymbol[]): (string | undefined)[] =>
    symbols.flatMap((symbol) => [symbol.name, symbol.detail, ...details(symbol.children)]);
  tellsNoEnglish(all.flatMap(({ document }) => details(documentSymbols(document))));
  const [, { document, archive } = fixture('')] = all;
  const found = lint(document, archive, { mode: 'post' });
  const titles = disableRule(document, found).map(({ title }) => title);
  const rules = found.map(({ rule }) => rule).join(' ');
  expect(titles.filter((title) => englishIn(title, rules).length > 0)).toEqual([]);
});

test('why nothing is renamed or begun', () => {
  const at = (source: string): ReturnType<typeof cursor> => cursor(source, { files });
  const documents = Object.entries(files).map(([path, text]) => fixture(text, { path, files }).document);
  const refused = (source: string, to: string): string | undefined => {
    const { context, offset } = at(source);
    const answer = rename(context, offset, to, [context.document, ...documents]);
    return answer && 'refused' in answer ? answer.refused : undefined;
  };
  const { archive } = fixture(minutes, { files });
  const folder = { relative: (path: string) => path, absolute: (path: string) => path };
  const problems = [
    ...(['notes', 'proposal', 'event'] as const).map((kind) =>
      newDocument({ kind, archive, folder, today: '2030-05-02' }),
    ),
    newDocument({ kind: 'event', archive, folder, today: '2030-05-02', title: 'Design Sessions 2030' }),
    newDocument({ kind: 'notes', archive, folder, today: '2030-05-02', title: 'Chicago', template: '{place}{boot}' }),
    newSession(fixture(page, { path: 'page.md' }).document, { title: 'Fast boot' }),
    newSession(fixture(minutes).document, { title: 'Fast boot' }),
    sessionMeant(archive, 'Fast boat'),
    sessionMeant(archive, 'Chicago'),
  ];
  tellsNoEnglish([
    refused(minutes.replace('- Da', '- Da$0'), 'Chicago'),
    refused(minutes.replace('Jan Beu', 'Jan$0 Beu'), '7'),
    refused(minutes.replace('Jan Beu', 'Jan$0 Beu'), 'Jan, Ian'),
    refused(minutes.replace('Jan Beu', 'Jan$0 Beu'), 'Ian Jackson'),
    refused(page.replace('Fast b', 'Fast$0 b'), ''),
    refused(page.replace('Fast b', 'Fast$0 b'), 'Slow boot'),
    ...problems.map((answer) => ('problem' in answer ? answer.problem.replace(/\{\w*\}/g, '') : undefined)),
  ]);
});

test('what is wrong with a configuration', () => {
  const { problems, config } = readConfig('{ "people": 7, "rules": { "date-format": { "since": "x" } } }');
  const words = 'people rules date format since Invalid type Expected string but received';
  expect(problems.flatMap(({ message }) => englishIn(message, words))).toEqual([]);
  const unknown = unknownRules({ ...config, rules: { 'date-formats': 'off', 'line-too-long': { columns: 'x' } } });
  expect(
    unknown.flatMap((text) =>
      englishIn(text, 'date-formats date-format line-too-long columns verbatim severity since'),
    ),
  ).toEqual([]);
});

test('the report of an import', async () => {
  const wiki =
    '= Design Sessions =\n{{Unknown|x}}\n[[Category:Boot]]\n{| class="a"\n| one\n|}\n<gallery>\nFile:Boot.png\n</gallery>\n<div>\n';
  const log =
    '10:00 <jan> #startmeeting Boot\n10:01 <jan> #undo\n10:02 <ian> fine\n10:03 -!- zed has quit\n10:04 <jan> #endmeeting\n';
  for (const [text, read] of [
    [wiki, readWikitext],
    [log, readText],
  ] as const) {
    const source = sourceOf('source', new TextEncoder().encode(text));
    const { report, documents } = await read(source, { archive: Archive.of([]) });
    const { text: told } = reportPage({ report, documents, source });
    expect(
      englishIn(told.replace(/`[^`]*`/g, ''), `${text} source ${documents.map(({ path }) => path).join(' ')}`),
    ).toEqual([]);
    expect(told).toContain('⟪');
  }
});
