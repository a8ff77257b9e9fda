import { describe, expect, it } from 'vitest';
import { lint } from '../../server/src/rules/lint.js';
import { fixture } from '../support/fixture.js';

const head = '# Minutes\n\n## Attendees\n\n- Jan Beulich\n- Wei Liu\n\n## Rings\n\n';

function found(text: string): number {
  const { document, archive } = fixture(head + text);
  return lint(document, archive, { mode: 'post', only: new Set(['text-cut-off']) }).length;
}

describe('a sentence that stops', () => {
  it.each([
    'Jan: the ring is filled by the guest and',
    'we wait for the second stage, or',
    'Jan: nobody has measured the cost of',
    'Jan: the patch has been sent together with',
    'the console has to be rebuilt with',
    'the tests were run on a host with',
    'a page is taken from',
    'Jan will send the results for',
    'the reply is copied into',
    'Wei: it has been reviewed by',
    'we add a second link to',
    'Jan: nobody sees the difference between',
    'Jan: this leads to a',
    'the ring is full. However',
  ])('is found: %s', (text) => {
    expect(found(`- ${text}\n`)).toBe(1);
  });

  it.each([
    'what the ring is made of',
    'the parts each of them is made of',
    'Jan: nobody knows who it is for',
    'a key to log in with',
    'it is easier to start with',
    'Wei: a limit we can live with',
    'Jan: that is the release they are waiting for',
    'the bug has been dealt with',
    'it is not taken care of',
    'Jan: yes, sort of',
    'this will have to be looked into',
    'we do not have to',
    'Wei: the guest is not able to',
    'move the lock to where it belongs to',
    'the host it is attached to',
    'Jan: which of them is it for?',
    'a few more and so on',
    'take it in the order d, b, c, a',
    'copy b to a',
    'Jan: I would take option a',
    'the version in between',
    'the name it goes by',
    'it is the series Wei works with',
    'Jan: a or b. A',
  ])('is none: %s', (text) => {
    expect(found(`- ${text}\n`)).toBe(0);
  });

  it.each([
    ['the next item', '- Jan: it depends on the\n- … size of the page\n'],
    ['what the speaker goes on with', '- Jan: it depends on the\n- Jan: ... size of the page\n'],
    ['items below', '- Jan: it depends on the\n  - Size of the page\n'],
    ['a list', 'It depends on the\n\n1. Size\n2. Age\n'],
    ['code', 'It is called by the\n\n```\nmain\n```\n'],
    ['a quotation', 'Jan has read the\n\n> Size matters.\n'],
    ['a paragraph', 'It depends on the\n\nsize of the page.\n'],
  ])('goes on in %s', (_, text) => {
    expect(found(text)).toBe(0);
  });

  it('does not go on in the words of somebody else', () => {
    expect(found('- Jan: it depends on the\n- Wei: … no\n- wei: no\n')).toBe(0);
    expect(found('- Jan: it depends on the\n- Wei: no\n')).toBe(1);
    expect(found('- Jan: it depends on the\n- wei: no\n')).toBe(1);
  });
});
