import { expect, it } from 'vitest';
import { lint, readDocument, safeEdits } from '../../server/src/analysis.js';
import { Archive } from '../../server/src/archive/archive.js';

const head = '# Call Minutes\n\n- Date: 2019-07-09\n\n## Attendees\n\n- Ada Newcomer\n- Jan Beulich\n\n## Kexec\n\n';
/** What there may be many of in one document. */
const pieces: Readonly<Record<string, string>> = {
  advisories: '- see XSA-123 and XSA-99\n',
  'misspelt words': '- teh recieve seperate occured\n',
  'misspelt words in one line': 'teh recieve ',
  'same headings': '## Kexec\n\n- Jan: so\n\n',
  directives: '<!-- xen-notes-disable-line action-no-owner -->\n\n- ACTION: ask\n\n',
  'closing brackets': ')]',
};
const few = 500;

/** Milliseconds of the processor, so that what else runs counts for little. */
function cost(piece: string, times: number): number {
  const text = `${head}- so\n${piece.repeat(times)}\n`;
  const before = process.cpuUsage();
  const document = readDocument('call.md', text);
  safeEdits(lint(document, Archive.of([document.facts]), { mode: 'post' }));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Four times as much takes four times as long where time follows length, and sixteen times where it follows the square. */
it.each(Object.entries(pieces))('many %s take time that follows how many they are', (_, piece) => {
  cost(piece, few);
  const grown = [1, 2, 3].map(() => cost(piece, 4 * few) / Math.max(20, cost(piece, few)));
  expect(Math.min(...grown)).toBeLessThan(9);
});
