import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../server/src/document/document.js';
import { actionsOnLines, changeActions } from '../../../server/src/features/ledger/change.js';
import type { ActionChange } from '../../../server/src/features/ledger/changes/way.js';
import { applyEdits } from '../../../server/src/text/edits.js';

const head = '# Call minutes\n\n- Date: 2019-01-10\n\n## Attendees\n\n- Ada Newcomer\n- Bo Newman\n\n';

/** What becomes of the last line of a section; `undefined` where it is left as it is. */
function changed(item: string, change: ActionChange, title = 'Talk'): string | undefined {
  const before = `${head}## ${title}\n\n`;
  const document = readDocument('call.md', `${before}${item}\n`);
  const lines = new Set(Array.from({ length: 400 }, (_, line) => line));
  const places = actionsOnLines(document, lines);
  const { edits, left } = changeActions(document, places, change);
  if (left.length > 0 || places.length === 0) return undefined;
  return applyEdits(document.text, edits).slice(before.length).trimEnd();
}

describe('done, and open again', () => {
  test.each([
    ['- [ ] ACTION Ada: book a room', '- [x] ACTION Ada: book a room'],
    ['- ACTION Ada: book a room', '- [x] ACTION Ada: book a room'],
    ['1. **ACTION** Ada: book a room', '1. [x] **ACTION** Ada: book a room'],
    ['ACTION Ada: book a room.', 'ACTION Ada: book a room (done).'],
    ['- Ada: it is late. *ACTION*', '- [x] Ada: it is late. *ACTION*'],
    ['- ACTION Ada: book a room - in progress', '- ACTION Ada: book a room - done'],
    ['- [ ] ACTION Ada: book a room (pending)', '- [x] ACTION Ada: book a room (done)'],
    ['  - ACTION Ada: book a room', '  - [x] ACTION Ada: book a room'],
  ])('%s', (item, expected) => {
    expect(changed(item, { kind: 'done' })).toBe(expected);
    expect(changed(expected, { kind: 'done' })).toBe(expected);
  });

  test.each([
    ['- [x] ACTION Ada: book a room', '- [ ] ACTION Ada: book a room'],
    ['- ACTION Ada: book a room - DONE', '- ACTION Ada: book a room - OPEN'],
    ['- [x] ACTION Ada: book a room (done)', '- [ ] ACTION Ada: book a room (open)'],
    ['ACTION Ada: book a room (done).', 'ACTION Ada: book a room (open).'],
    ['- ✅ ACTION Ada: book a room', '- ACTION Ada: book a room'],
    ['- ACTION Ada: book a room\n  - done by Bo', '- ACTION Ada: book a room (open)\n  - done by Bo'],
  ])('%s', (item, expected) => {
    expect(changed(item, { kind: 'open' })).toBe(expected);
  });

  test.each([
    ['- Ada: book a room', '- [x] Ada: book a room'],
    ['- Ada: book a room - open', '- Ada: book a room - done'],
    ['- ~~Ada: book a room~~', '- ~~Ada: book a room~~'],
  ])('below "Previous actions": %s', (item, expected) => {
    expect(changed(item, { kind: 'done' }, 'Previous actions')).toBe(expected);
  });
});

describe('handed over', () => {
  test.each([
    ['- ACTION Ada: book a room', '- ACTION Bo Newman: book a room'],
    [
      '- [ ] ACTION Ada, Jan Beulich (by 2019-02-01): book a room',
      '- [ ] ACTION Bo Newman (by 2019-02-01): book a room',
    ],
    ['- ACTION unknown: book a room', '- ACTION Bo Newman: book a room'],
    ['- ACTION: book a room', '- ACTION Bo Newman: book a room'],
    ['- ACTION book a room', '- ACTION Bo Newman: book a room'],
    ['- **ACTION**: book a room', '- **ACTION Bo Newman**: book a room'],
    ['- [ACTION] book a room', '- [ACTION Bo Newman] book a room'],
    ['- [ACTION: Ada] book a room', '- [ACTION: Bo Newman] book a room'],
    ['- Ada: it is late. *ACTION*', '- Ada: it is late. *ACTION Bo Newman*'],
    ['- It is late. [ACTION Ada]', '- It is late. [ACTION Bo Newman]'],
    ['- Ada: I look at it [action item]', '- Ada: I look at it [action item Bo Newman]'],
    ['- ACTION ITEM: book a room', '- ACTION ITEM Bo Newman: book a room'],
  ])('%s', (item, expected) => {
    expect(changed(item, { kind: 'owners', owners: ['Bo Newman'] })).toBe(expected);
  });

  test.each([
    ['- Ada: book a room', '- Bo Newman: book a room'],
    ['- book a room (Ada)', '- book a room (Bo Newman)'],
    ['- book a room', '- Bo Newman: book a room'],
    ['- Ada to book a room', '- Bo Newman to book a room'],
  ])('below "Previous actions": %s', (item, expected) => {
    expect(changed(item, { kind: 'owners', owners: ['Bo Newman'] }, 'Previous actions')).toBe(expected);
  });

  test('to two people', () => {
    expect(changed('- ACTION Ada: ask', { kind: 'owners', owners: ['Bo Newman', 'Ada Newcomer'] })).toBe(
      '- ACTION Bo Newman, Ada Newcomer: ask',
    );
  });

  test.each(['', 'no: name', 'a (b', 'line\nbreak'])('not to %j', (name) => {
    expect(changed('- ACTION Ada: book a room', { kind: 'owners', owners: [name] })).toBeUndefined();
  });
});

describe('due', () => {
  test.each([
    ['- ACTION Ada: book a room', '- ACTION Ada (by 2019-02-01): book a room'],
    ['- ACTION Ada (by Friday): book a room', '- ACTION Ada (by 2019-02-01): book a room'],
    ['- ACTION: book a room', '- ACTION (by 2019-02-01): book a room'],
    ['- ACTION book a room', '- ACTION (by 2019-02-01): book a room'],
    ['- ACTION Ada: book a room by the next call.', '- ACTION Ada: book a room by 2019-02-01.'],
    ['- Ada: it is late. *ACTION*', '- Ada: it is late (by 2019-02-01). *ACTION*'],
    ['- ACTION Ada to book a room', '- ACTION Ada (by 2019-02-01) to book a room'],
  ])('%s', (item, expected) => {
    expect(changed(item, { kind: 'due', day: '2019-02-01' })).toBe(expected);
  });

  test.each([
    ['- ACTION Ada (by Friday): book a room', '- ACTION Ada: book a room'],
    ['- ACTION Ada: book a room by Friday.', '- ACTION Ada: book a room.'],
    ['- ACTION Ada: book a room (by 2019-02-01)', '- ACTION Ada: book a room'],
    ['- ACTION Ada: book a room', '- ACTION Ada: book a room'],
  ])('no more: %s', (item, expected) => {
    expect(changed(item, { kind: 'due' })).toBe(expected);
  });
});

test('what is no list item, and names no state', () => {
  const table = '| who | what |\n| --- | --- |\n| Ada | ACTION Ada: book a room |';
  expect(changed(table, { kind: 'done' })).toBe(undefined);
});

test('many at once, each on its own line', () => {
  const items = Array.from({ length: 300 }, (_, index) => `- ACTION Ada: point ${index}`);
  expect(changed(items.join('\n'), { kind: 'done' })).toBe(
    items.map((each) => each.replace('- ', '- [x] ')).join('\n'),
  );
});
