import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  codeActions,
  codeLenses,
  completion,
  definition,
  documentLinks,
  documentSymbols,
  exporters,
  folding,
  formattingTyped,
  highlights,
  hover,
  importers,
  linkedEditing,
  lint,
  nameHints,
  prepareRename,
  readDocument,
  references,
  rename,
  safeEdits,
  selectionRanges,
  semanticTokens,
  updateDocument,
  type Document,
  type OutlineSymbol,
  type Span,
} from '../../server/src/analysis.js';
import { disableRule } from '../../server/src/features/disableRule.js';
import type { Block, ListItem } from '../../server/src/document/model.js';
import { compatibleEdits } from '../../server/src/text/edits.js';
import { fixture } from '../support/fixture.js';
import { realBytes } from '../support/realBytes.js';
import { times } from '../support/times.js';

/** Every range that a value holds, however deep. */
function spansIn(value: unknown, found: Span[] = []): Span[] {
  if (typeof value !== 'object' || value === null) return found;
  if ('start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number')
    found.push({ start: value.start, end: value.end });
  for (const each of Object.values(value)) spansIn(each, found);
  return found;
}

function expectWithin(value: unknown, length: number): void {
  for (const { start, end } of spansIn(value))
    if (!(start >= 0 && start <= end && end <= length)) expect.fail(`${start}–${end} is not within 0–${length}`);
}

/** Blocks stand in their parent, one behind the other. */
function expectNested(blocks: readonly (Block | ListItem)[], { start, end }: Span): void {
  let from = start;
  for (const block of blocks) {
    if (block.span.start < from || block.span.end > end || block.span.end < block.span.start)
      expect.fail(`${block.type} at ${block.span.start}–${block.span.end} is not within ${from}–${end}`);
    if ('children' in block) expectNested(block.children, block.span);
    from = block.span.end;
  }
}

function expectOutlined(symbols: readonly OutlineSymbol[], within: Span): void {
  for (const { span, nameSpan, children } of symbols) {
    expect(span.start >= within.start && span.end <= within.end, 'a symbol stands in its parent').toBe(true);
    expect(nameSpan.start >= span.start && nameSpan.end <= span.end, 'a name stands in its symbol').toBe(true);
    expectOutlined(children, span);
  }
}

function expectSound(document: Document): void {
  expect(document.cut.sections.map((section) => section.text).join('')).toBe(document.text);
  document.facts.sections.forEach(({ facts, start, end }) => expectWithin(facts, end - start));
  for (const { blocks, text } of document.cut.sections) expectNested(blocks, { start: 0, end: text.length });
}

const decoders = [new TextDecoder('utf-8'), new TextDecoder('latin1'), new TextDecoder('utf-16le')];
const text = fc
  .tuple(realBytes, fc.constantFrom(...decoders.slice(0, 1), ...decoders))
  .map(([bytes, decoder]) => decoder.decode(bytes));

it('documents of any bytes are read, and what is said of them stands within them', () => {
  fc.assert(
    fc.property(text, fc.nat(), (written, edited) => {
      const { document, archive } = fixture(written.replace(/[⟦⟧]/g, ''));
      expectSound(document);
      const { length } = document.text;
      const found = lint(document, archive, { mode: 'post' });
      for (const { span, fixes = [] } of found) {
        expectWithin(span, length);
        for (const { edits } of fixes) {
          expectWithin(edits, length);
          expect(compatibleEdits(edits)).toHaveLength(edits.length);
        }
      }
      const all = safeEdits(found);
      expect(compatibleEdits(all)).toHaveLength(all.length);
      const at = edited % (length + 1);
      const open = readDocument(document.path, document.text, { open: true });
      expectSound(updateDocument(open, { span: { start: at, end: Math.min(length, at + 2) }, text: '\n' }));
    }),
    { numRuns: times(75) },
  );
});

it('features answer for any place of it, within it', () => {
  fc.assert(
    fc.property(text, fc.array(fc.nat(), { minLength: 4, maxLength: 4 }), (written, places) => {
      const at = fixture(written.replace(/[⟦⟧]/g, ''));
      const { document } = at;
      const { length } = document.text;
      expectOutlined(documentSymbols(document), { start: 0, end: length });
      expectWithin([folding(document), codeLenses(at)], length);
      for (const { offset } of nameHints(at, { start: 0, end: length })) expect(offset <= length).toBe(true);
      for (const { tokens } of semanticTokens(document))
        for (const each of tokens) expect(each.length > 0 && each.column >= 0).toBe(true);
      expectWithin(
        documentLinks(at).map(({ span }) => span),
        length,
      );
      const found = lint(document, at.archive, { mode: 'draft' });
      expectWithin(
        [codeActions(found, found), disableRule(document, found)].flat(2).map((each) => each.edits),
        length,
      );
      for (const place of places) {
        const offset = place % (length + 1);
        expectWithin([hover(at, offset), prepareRename(at, offset)], length);
        expectWithin(
          completion(at, offset, { today: '2019-07-09' }).map(({ edit }) => edit),
          length,
        );
        expectWithin([highlights(at, offset), selectionRanges(document, offset)], length);
        expectWithin([linkedEditing(document, offset), formattingTyped(document, offset)], length);
        definition(at, offset);
        references(at, offset, { declaration: true });
        rename(at, offset, 'Ada Newcomer', [document]);
      }
    }),
    { numRuns: times(60) },
  );
});

it('whatever they are imported from, documents come of them or a report', async () => {
  await fc.assert(
    fc.asyncProperty(realBytes, async (bytes) => {
      const archive = fixture('').archive;
      const given = { name: 'some bytes', bytes: new Uint8Array(bytes), text: new TextDecoder().decode(bytes) };
      for (const { fits, read } of importers) {
        fits(given);
        const { documents } = await read(given, { archive });
        for (const each of documents) {
          const document = readDocument(each.path, each.text);
          expectSound(document);
          for (const { write } of exporters) await write(document, archive, {});
        }
      }
    }),
    { numRuns: times(50) },
  );
});
