import { CompletionTriggerKind, type CompletionItem, type CompletionList } from 'vscode-languageserver/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atCursor, corpus, startClient, untilReady, type LspClient } from '../support/lspClient.js';

let client: LspClient;
beforeAll(async () => {
  client = await startClient({ initializationOptions: { corpus } });
  await untilReady(client);
});
afterAll(() => client.stop());

let count = 0;

async function complete(source: string, triggerKind?: CompletionTriggerKind): Promise<CompletionItem[]> {
  const { text, position } = atCursor(source);
  const uri = `untitled:completion-${count++}`;
  await client.open(uri, text);
  const { isIncomplete, items } = await client.ask<CompletionList>('textDocument/completion', {
    textDocument: { uri },
    position,
    ...(triggerKind && { context: { triggerKind } }),
  });
  expect(isIncomplete).toBe(true);
  return items;
}

const notes = '# Design session notes: Live Updating Xen\n\n- Session: [[Design Sessions 2019#Live Updating Xen]]\n';

test.each([
  ['a person behind ACTION', `${notes}\n## Points\n\n- ACTION $0`, 'Ian Jackson', 'Ian Jackson'],
  [
    'an attendee with the company',
    `# Minutes\n\n- Date: 2013-02\n\n## Attendees\n\n- Jan$0`,
    'Jan Beulich',
    'Jan Beulich (SUSE)',
  ],
  ['who speaks', `${notes}\n## Points\n\nText.\n\n- $0`, 'Jan Beulich', 'Jan Beulich: '],
  ['a topic', `${notes}- Topics: $0`, 'PVH', 'PVH'],
  ['a session in brackets', `${notes}\nSee [[$0`, 'Xen Toolstacks', 'Design Sessions 2019#Xen Toolstacks]]'],
  [
    'a section of a page',
    `${notes}\nSee [[Design Sessions 2019#$0]]`,
    'Xen Toolstacks',
    'Design Sessions 2019#Xen Toolstacks]]',
  ],
  [
    'a session of a field',
    '# Design session notes: x\n\n- Session: $0',
    'Xen Toolstacks',
    '[[Design Sessions 2019#Xen Toolstacks]]',
  ],
  ['a label', `${notes}- $0`, 'Date', 'Date: '],
  ['a missing section', '# Minutes\n\n## $0', 'Attendees', 'Attendees'],
  ['a day of the event', `${notes}- Date: $0`, '2019-07-11', '2019-07-11'],
  [
    'what is known of the notes',
    '# Design Sessions 2030\n\n## Group\n\n### Session\n\n- Notes: $0',
    'unknown',
    'unknown',
  ],
  ['a marker', `${notes}\n## Points\n\nText.\n\n- $0`, 'AGREED', 'AGREED: '],
])('offers %s', async (_, source, label, inserted) => {
  const item = (await complete(source)).find((each) => each.label === label);
  expect(item?.textEdit?.newText).toBe(inserted);
});

const points = `${notes}
## Attendees

- Jan Beulich (SUSE)
- Ian Jackson (Citrix)

## Points

- Ian: asks

`;

/** Words that people write as whole points. */
const words =
  'ok done good all as me arm an Rust agreed TODO jan Ian Q yes no same +1 nack ack later why how so PVH'.split(' ');

test.each(words)('what is offered for the point "%s" begins with it at each letter', async (word) => {
  for (let length = 1; length <= word.length; length++) {
    const typed = word.slice(0, length);
    const items = await complete(`${points}- ${typed}$0`, CompletionTriggerKind.TriggerForIncompleteCompletions);
    for (const { filterText, label, preselect, commitCharacters } of items) {
      expect(filterText?.startsWith(typed), `${label} for ${typed}`).toBe(true);
      expect([preselect, commitCharacters]).toEqual([undefined, undefined]);
    }
  }
});

test('nobody is offered on an empty point until somebody asks; then who spoke last comes first', async () => {
  const shown = async (kind?: CompletionTriggerKind): Promise<string[]> => {
    const items = await complete(`${points}- $0`, kind);
    return items
      .sort((one, other) => ((one.sortText ?? '') < (other.sortText ?? '') ? -1 : 1))
      .map(({ label }) => label);
  };
  expect(await shown(CompletionTriggerKind.TriggerCharacter)).not.toContain('Jan Beulich');
  expect((await shown(CompletionTriggerKind.Invoked)).slice(0, 2)).toEqual(['Ian Jackson', 'Jan Beulich']);
});

test('offers nothing in prose, and nothing in Markdown that is none of ours', async () => {
  expect(await complete(`${notes}\nSome prose $0`)).toEqual([]);
  expect(await complete('# Shopping\n\n- $0')).toEqual([]);
});

test('an entry replaces what is written of it, the brackets behind it too', async () => {
  const [item] = await complete(`${notes}\nSee [[Xen T$0]] there`);
  expect(item?.textEdit).toMatchObject({
    range: { start: { line: 4, character: 6 }, end: { line: 4, character: 13 } },
  });
});

test('the editor is asked to suggest again behind a label', async () => {
  const label = (await complete(`${notes}- $0`)).find((each) => each.label === 'Date');
  expect(label?.command?.command).toBe('editor.action.triggerSuggest');
});

test('what is told about an entry is made when somebody looks at it, where the client can ask', async () => {
  const [source, label] = [`${notes}\n## Points\n\n- ACTION Ian Ja$0`, 'Ian Jackson'];
  const told = (await complete(source)).find((each) => each.label === label);
  expect(told?.documentation).toMatchObject({ kind: 'markdown', value: expect.stringContaining('IanJ') as string });
  const asking = await startClient({
    initializationOptions: { corpus },
    capabilities: {
      textDocument: { completion: { completionItem: { resolveSupport: { properties: ['documentation'] } } } },
    },
  });
  expect(asking.initialized.capabilities.completionProvider?.resolveProvider).toBe(true);
  await untilReady(asking);
  const { text, position } = atCursor(source);
  await asking.open('untitled:asked', text);
  const ask = { textDocument: { uri: 'untitled:asked' }, position };
  const { items } = await asking.ask<CompletionList>('textDocument/completion', ask);
  const item = items.find((each) => each.label === label);
  expect(item?.documentation).toBeUndefined();
  const resolved = await asking.ask<CompletionItem>('completionItem/resolve', item);
  expect(resolved).toEqual({ ...item, documentation: told?.documentation });
  await asking.ask('textDocument/completion', ask);
  // An entry of a list before is as it was.
  expect(await asking.ask('completionItem/resolve', item)).toEqual(item);
  expect(await asking.ask('completionItem/resolve', { label: 'x', data: [] })).toEqual({ label: 'x', data: [] });
  await asking.stop();
});
