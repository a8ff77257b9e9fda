// node test/bench/growth.mjs: how the time to read, check and mend follows how many there are of what may be many in one document.
import { createRequire } from 'node:module';

const { Archive, lint, readDocument, safeEdits } = createRequire(import.meta.url)('../../dist/api.cjs');

const head = '# Call Minutes\n\n- Date: 2019-07-09\n\n## Attendees\n\n- Ada Newcomer\n- Jan Beulich\n\n## Kexec\n\n';
const pieces = {
  advisories: '- see XSA-123 and XSA-99\n',
  'misspelt words': '- teh recieve seperate occured\n',
  'misspelt words in one line': 'teh recieve ',
  'same headings': '## Kexec\n\n- Jan: so\n\n',
  directives: '<!-- xen-notes-disable-line action-no-owner -->\n\n- ACTION: ask\n\n',
  'closing brackets': ')]',
};
const few = 500;

/** Milliseconds of the processor, so that what else runs counts for little. */
function cost(piece, times) {
  const text = `${head}- so\n${piece.repeat(times)}\n`;
  const before = process.cpuUsage();
  const document = readDocument('call.md', text);
  safeEdits(lint(document, Archive.of([document.facts]), { mode: 'post' }));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The least of three, with nothing remembered of the texts but what the pieces themselves are. */
const least = (piece, times) => Math.min(...[1, 2, 3].map(() => cost(piece, times)));

console.log('| many | once | 4 times as many | 16 times as many |\n| --- | --- | --- | --- |');
for (const [name, piece] of Object.entries(pieces)) {
  cost(piece, few);
  const [once, ...more] = [few, 4 * few, 16 * few].map((times) => least(piece, times));
  console.log(
    `| ${[name, `${once.toFixed(0)} ms`, ...more.map((each) => `${(each / once).toFixed(1)}x`)].join(' | ')} |`,
  );
}
