import fc from 'fast-check';
import { expect, it } from 'vitest';
import { archiveDocument } from '../support/archiveDocuments.js';
import { writer, type Writer } from '../support/writer.js';
import { times } from '../support/times.js';

const place = fc.nat(100_000);
const letters = fc.array(fc.constantFrom('x', ':', ' ', '-', '#', '(', 'Ian', 'backspace'), {
  minLength: 1,
  maxLength: 8,
});
const ways = ['cursor', 'save', 'another line', 'line break'] as const;
const jump = fc.constantFrom(...ways);

/** Types behind a place, without leaving its line; `look` runs after each letter. */
function typeAt(editor: Writer, from: number, keys: readonly string[], look: () => void): number {
  let at = from;
  for (const key of keys) {
    const text = editor.text('a.md');
    const lineStart = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
    if (key !== 'backspace') editor.edit('a.md', { at, text: key });
    else if (at > lineStart) editor.edit('a.md', { at: at - 1, remove: 1, text: '' });
    else continue;
    at += key === 'backspace' ? -1 : key.length;
    look();
  }
  return at;
}

/** An offset that is not between CR and LF, which no editor can be at. */
function placeIn(text: string, any: number): number {
  const at = any % (text.length + 1);
  return text.charAt(at - 1) === '\r' && text.charAt(at) === '\n' ? at - 1 : at;
}

it('within a line no finding appears that was not there; once it is left, all there is is shown', () => {
  fc.assert(
    fc.property(archiveDocument, fc.array(fc.tuple(place, letters, jump), { maxLength: 5 }), (text, rounds) => {
      const editor = writer({ 'a.md': text });
      for (const [where, keys, leaving] of rounds) {
        const at = placeIn(editor.text('a.md'), where);
        editor.cursor('a.md', lineAt(editor.text('a.md'), at));
        let before = new Set(editor.found('a.md').map(({ rule }) => rule));
        const end = typeAt(editor, at, keys, () => {
          const shown = editor.shown('a.md');
          const now = new Set(shown.map(({ rule }) => rule));
          expect([...now].filter((rule) => !before.has(rule))).toEqual([]);
          expect(editor.found('a.md')).toEqual(expect.arrayContaining([...shown]));
          before = now;
        });
        leave(editor, leaving, end);
      }
    }),
    { numRuns: times(60) },
  );
});

/** Leaves the line in one of the ways there are, and looks at what is shown then. */
function leave(editor: Writer, how: (typeof ways)[number], at: number): void {
  const text = editor.text('a.md');
  const before = editor.found('a.md').map(told);
  const line = lineAt(text, at);
  if (how === 'cursor') editor.cursor('a.md', line + 1);
  if (how === 'save') editor.save('a.md');
  if (how === 'another line') editor.edit('a.md', { at: line > 0 ? 0 : text.length, text: line > 0 ? 'x' : '\nx' });
  if (how === 'line break') editor.edit('a.md', { at, text: '\n' });
  const shown = editor.shown('a.md').map(told);
  const found = editor.found('a.md');
  if (how === 'cursor' || how === 'save') expect(shown).toEqual(found.map(told));
  // What was there before and stands where it stood has come, whatever is wrong with the new line.
  if (how === 'another line' && line === 0)
    expect(shown).toEqual(expect.arrayContaining(found.map(told).filter((each) => before.includes(each))));
  if (how === 'line break') {
    const below = found.filter(({ span }) => lineAt(editor.text('a.md'), span.end) <= line);
    expect(shown).toEqual(expect.arrayContaining(below.map(told)));
  }
  editor.cursor('a.md', how === 'line break' ? line + 1 : line);
  editor.save('a.md');
}

function told({ rule, span }: { readonly rule: string; readonly span: { start: number; end: number } }): string {
  return `${rule} ${span.start}-${span.end}`;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\n|\r/).length - 1;
}

it('what is shown does not depend on how often it was looked at', () => {
  fc.assert(
    fc.property(archiveDocument, place, letters, jump, (text, where, keys, leaving) => {
      const [often, seldom] = [writer({ 'a.md': text }), writer({ 'a.md': text })];
      for (const editor of [often, seldom]) {
        const end = typeAt(editor, placeIn(text, where), keys, () => editor === often && editor.shown('a.md'));
        if (leaving === 'line break') editor.edit('a.md', { at: end, text: '\n' });
        else if (leaving === 'save') editor.save('a.md');
        else editor.cursor('a.md', -1);
      }
      expect(seldom.told('a.md')).toEqual(often.told('a.md'));
    }),
    { numRuns: times(60) },
  );
});
