import { describe, expect, it } from 'vitest';
import { unreadableAt } from '../../server/src/convert/nesting.js';

const steps = (count: number): string =>
  Array.from({ length: count }, (_, index) => `${' '.repeat(index * 2)}- item`).join('\n');

describe('blocks that stand too deep in one another', () => {
  it.each([
    ['items on one line', `# A\n\n${'- '.repeat(200)}word\n`, 2],
    ['quotes', `text\n${'>'.repeat(200)} word\n`, 1],
    ['steps', steps(150), 100],
    ['quotes and items', `${'> 1. '.repeat(60)}word`, 0],
  ])('are found: %s', (_, text, line) => expect(unreadableAt(text)?.line).toBe(line));

  it.each([
    ['a line across the page', `${'- '.repeat(200)}\n${'-'.repeat(200)}\n`],
    ['stress', `${'*'.repeat(300)}word${'*'.repeat(300)}\n`],
    ['a list of many items', '- a\n  - b\n'.repeat(1000)],
    ['code far to the right', `    ${' '.repeat(500)}x - y\n`.repeat(300)],
    ['steps that fit', steps(100)],
    ['nothing', ''],
  ])('are not %s', (_, text) => expect(unreadableAt(text)).toBeUndefined());
});

describe('texts that remark fails on', () => {
  it('are those with thousands of marks in a line', () => {
    const stars = '*'.repeat(20_000);
    expect(unreadableAt(`# A\n\n${stars}word${stars}\n`)?.line).toBe(2);
    expect(unreadableAt(`${'> '.repeat(200)}word\n`)?.line).toBe(0);
  });

  it('are not long paragraphs, wide tables and long addresses', () => {
    expect(unreadableAt('some *words* and `code`, '.repeat(400))).toBeUndefined();
    expect(unreadableAt(`| a | b |\n| - | - |\n${'| *a* | b |\n'.repeat(3000)}`)).toBeUndefined();
    expect(unreadableAt(`<https://xenproject.org/${'a_b'.repeat(900)}>`)).toBeUndefined();
  });
});
