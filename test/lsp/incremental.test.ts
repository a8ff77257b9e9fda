import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { corpus, startClient, type Change, untilReady, type LspClient } from '../support/lspClient.js';

let client: LspClient;
beforeAll(async () => {
  client = await startClient();
  await untilReady(client);
});
afterAll(() => client.stop());

/** The same numbers in every run. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

const pieces = [
  '',
  'x',
  '\n',
  '\n\n',
  '# ',
  '## New\n',
  '- ',
  '- Jan Beulich: yes\n',
  '  ',
  '```\n',
  '[[',
  ']]',
  '- ACTION Ian: z\n',
  '\r\n',
  '😀',
  '(',
  '<!-- ',
  '---\n',
  ': ',
];

test('two hundred edits leave what opening the text anew finds', async () => {
  const next = random(7);
  let text = readFileSync(path.join(corpus, 'minutes/2013-02-developer-meeting.md'), 'utf8');
  const uri = 'untitled:edited';
  await client.open(uri, text);
  for (let count = 0; count < 200; count += 2) {
    const changes: Change[] = [];
    for (let each = 0; each < 2; each++) {
      const start = next(text.length + 1);
      const end = Math.min(text.length, start + next(4) * next(8));
      const piece = pieces[next(pieces.length)] ?? '';
      changes.push({ range: { start: positionAt(text, start), end: positionAt(text, end) }, text: piece });
      text = text.slice(0, atLineEnd(text, start)) + piece + text.slice(atLineEnd(text, end));
    }
    await client.change(uri, changes);
    if (count % 20 === 0) await client.findings(uri);
  }
  const edited = await everything(uri);
  await client.close(uri);
  await client.open(uri, text);
  expect(edited).toEqual(await everything(uri));
  expect(edited[0]).not.toEqual([]);
});

/** Findings, outline and folds of a document. */
async function everything(uri: string): Promise<unknown[]> {
  const textDocument = { uri };
  return [
    await client.findings(uri),
    await client.ask('textDocument/documentSymbol', { textDocument }),
    await client.ask('textDocument/foldingRange', { textDocument }),
  ];
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const ending of text.matchAll(/\r\n|\n|\r/g)) starts.push(ending.index + ending[0].length);
  return starts;
}

function positionAt(text: string, offset: number): { line: number; character: number } {
  const starts = lineStarts(text);
  const line = starts.findLastIndex((start) => start <= offset);
  return { line, character: offset - (starts[line] ?? 0) };
}

/** A position between CR and LF is taken back to before the CR, as the line ends there. */
function atLineEnd(text: string, offset: number): number {
  return text.charAt(offset - 1) === '\r' && text.charAt(offset) === '\n' ? offset - 1 : offset;
}
