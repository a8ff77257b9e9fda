import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import markdown from '@shikijs/langs/markdown';
import onig from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';
import { beforeAll, describe, expect, it } from 'vitest';
import { fields, markers } from '../../server/src/document/schema.js';

const path = new URL('../../syntaxes/xen-notes.injection.json', import.meta.url);
let grammar: IGrammar;

beforeAll(async () => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await onig.loadWASM(new Uint8Array(wasm).buffer);
  const grammars = [markdown[0], JSON.parse(readFileSync(path, 'utf8'))];
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new onig.OnigScanner(patterns),
      createOnigString: (text) => new onig.OnigString(text),
    }),
    loadGrammar: async (scope) => grammars.find(({ scopeName }) => scopeName === scope),
    getInjections: (scope) => (scope === 'text.html.markdown' ? ['xen-notes.injection'] : undefined),
  });
  const loaded = await registry.loadGrammar('text.html.markdown');
  if (!loaded) throw new Error('the grammar did not load');
  grammar = loaded;
});

/** Our spans in a text: `field:Session`, with the second part of the scope's name before the text it colours. */
function spans(text: string): readonly string[] {
  const found: string[] = [];
  let stack = textmate.INITIAL;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const name = /(\w+)\.xen-notes$/.exec(
        scopes.filter((scope) => !/^(?:meta|punctuation)/.test(scope)).at(-1) ?? '',
      )?.[1];
      const coloured = line.slice(startIndex, endIndex);
      if (name !== undefined && /\w/.test(coloured)) found.push(`${name}:${coloured}`);
    }
  }
  return found;
}

describe('the injection grammar', () => {
  const labels = fields.flatMap(({ label, also = [] }: { label: string; also?: readonly string[] }) => [
    label,
    ...also,
  ]);
  it.each(labels)('colours the field %s', (label) => {
    expect(spans(`- ${label}: something`)).toEqual([`field:${label}`]);
  });

  it.each(markers)('colours the marker %s', (marker) => {
    expect(spans(`- ${marker}: something`)[0]).toBe(`marker:${marker}`);
  });

  it.each([
    ['- Session: [[Design Sessions 2019#Virtio]]', ['field:Session', 'reference:Design Sessions 2019#Virtio']],
    ['- Notes: unknown', ['field:Notes', 'value:unknown']],
    ['Date: 2019-07-09', ['field:Date']],
    ['- [ ] ACTION Jan Beulich (by 2013-03-15): ask', ['marker:ACTION']],
    ['- Clarification (Jan Beulich): no', ['marker:Clarification']],
    [
      '- George Dunlap: yes\n  - Andres Lagar-Cavilla (via chat): no',
      ['speaker:George Dunlap', 'speaker:Andres Lagar-Cavilla'],
    ],
    ['- George/Jan: XSA-36 again', ['speaker:George/Jan', 'advisory:XSA-36']],
    ['see [[Page|the page]]', ['reference:Page', 'title:the page']],
    ['## [TODO NVDIMM Discussion]', ['todo:TODO']],
    ['- a line that is wrapped\n  Here: goes on', []],
    ['- the time: now', []],
    ['- something about an ACTION', []],
    ['```\n- Session: none\n```', []],
    ['`[[Page]]` and `XSA-36`', []],
  ])('reads %j', (text, expected) => {
    expect(spans(text)).toEqual(expected);
  });
});
