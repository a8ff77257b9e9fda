import type { Nodes } from 'mdast';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import {
  applyEdits,
  formatting,
  readDocument,
  type Document,
  type FormattingOptions,
} from '../../server/src/analysis.js';
import { compatibleEdits } from '../../server/src/text/edits.js';
import { archiveDocument } from '../support/archiveDocuments.js';
import { corpusFolder, markdownBelow, minutesOfOthers, read } from '../support/documents.js';
import { isQuirk, markdown } from '../support/markdown.js';
import { realBytes } from '../support/realBytes.js';
import { times } from '../support/times.js';
import { wordsOf } from '../support/wordsAndLinks.js';

const remark = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze();

/** What another reader of Markdown makes of a text: its blocks, and of each the words, breaks, code and targets. */
function outline(text: string): unknown {
  return blockOf(remark.parse(text.replace(/^\ufeff/, '')));
}

function blockOf(node: Nodes): unknown {
  const { type } = node;
  if (type === 'paragraph' || type === 'heading')
    return [type, 'depth' in node && node.depth, wordsOf(visible(node)).join(' '), marksIn(node)];
  // Blanks before code in a list are those of the list, and what is not closed has the end of the text.
  if (type === 'code' || type === 'html')
    return [
      type,
      node.value
        .trim()
        .split(/\r\n|\n|\r/)
        .map((line) => line.trim()),
    ];
  const own = [
    'ordered' in node && node.ordered,
    'start' in node && node.start,
    'checked' in node && node.checked,
    'url' in node && node.url,
  ];
  return [type, ...own, ...('children' in node ? node.children.map(blockOf) : [])];
}

function visible(node: Nodes): string {
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map(visible).join('') : 'value' in node ? node.value : '';
}

function marksIn(node: Nodes): string[] {
  const own =
    node.type === 'break'
      ? ['break']
      : node.type === 'inlineCode'
        ? [node.value.replace(/\s+/g, ' ')]
        : 'url' in node
          ? [node.url]
          : [];
  return [...own, ...('children' in node ? node.children.flatMap(marksIn) : [])];
}

/** Facts without places, which are others afterwards. */
function factsOf({ facts: { kind, date, sections, sessions } }: Document): unknown {
  const said = sections.filter(({ facts }) => facts.heading ?? !facts.empty).map(({ facts }) => facts);
  return JSON.parse(JSON.stringify([kind, date, said, sessions.map(({ title }) => title)], told)) as unknown;
}

function told(key: string, value: unknown): unknown {
  if (/span$/i.test(key) || key === 'canonicalHead' || key === 'summary') return undefined;
  return typeof value === 'string' ? wordsOf(value).join(' ') : value;
}

const wraps: readonly FormattingOptions[] = [{}, { wrap: 60 }];

function expectKept(document: Document, options: FormattingOptions): string {
  const { path, text } = document;
  const edits = formatting(document, options);
  expect(compatibleEdits(edits), 'edits that can be made together').toHaveLength(edits.length);
  const after = applyEdits(text, edits);
  expect(wordsOf(after)).toEqual(wordsOf(text));
  expect(after.match(/\ufeff/g)).toEqual(text.match(/\ufeff/g));
  const formatted = readDocument(path, after, document.options);
  expect(factsOf(formatted)).toEqual(factsOf(document));
  expect(formatting(formatted, options)).toEqual([]);
  return after;
}

function isEvidence(text: string): boolean {
  return !isQuirk(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));
}

const endings = fc.constantFrom('\n', '\r\n', '\r');
const source = fc
  .tuple(fc.oneof(archiveDocument, markdown), endings, fc.constantFrom('', '', '\ufeff'), fc.constantFrom(...wraps))
  .map(([text, ending, mark, options]) => ({ text: mark + text.replace(/\r\n|\n/g, ending), options }));

it('formatting loses no word and no fact, leaves blocks what they are, and is done at once', () => {
  fc.assert(
    fc.property(source, ({ text, options }) => {
      const after = expectKept(readDocument('call.md', text, { kind: 'minutes' }), options);
      if (isEvidence(text) && isEvidence(after)) expect(outline(after)).toEqual(outline(text));
      // Of line endings there are none that were not there.
      for (const ending of after.match(/\r\n|\n|\r/g) ?? [])
        expect(text.includes(ending) || !/[\r\n]/.test(text)).toBe(true);
    }),
    { numRuns: times(80) },
  );
});

it('so does formatting of a range, and of any bytes', () => {
  fc.assert(
    fc.property(realBytes, fc.nat(), fc.nat(), (bytes, one, other) => {
      const document = readDocument('call.md', new TextDecoder().decode(bytes), { kind: 'notes' });
      const { text } = document;
      const [start = 0, end = 0] = [one, other].map((at) => at % (text.length + 1)).sort((a, b) => a - b);
      const edits = formatting(document, { range: { start, end } });
      const after = applyEdits(text, edits);
      expect(wordsOf(after)).toEqual(wordsOf(text));
      expect(factsOf(readDocument('call.md', after, document.options))).toEqual(factsOf(document));
      expectKept(document, {});
    }),
    { numRuns: times(40) },
  );
});

it('so does formatting of real documents', () => {
  for (const file of [...markdownBelow(corpusFolder), ...minutesOfOthers({ oneOf: 60 })]) {
    const text = read(file);
    const document = readDocument(file, text);
    for (const options of document.facts.kind ? wraps : []) {
      const after = expectKept(document, options);
      if (isEvidence(text)) expect(outline(after), file).toEqual(outline(text));
    }
  }
}, 120_000);
