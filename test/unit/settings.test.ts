import { beforeEach, expect, it } from 'vitest';
import type { Connection } from 'vscode-languageserver';
import type { Client } from '../../server/src/lsp/client.js';
import { createSettings, type Settings } from '../../server/src/lsp/settings.js';

/** What the editor was asked and has not answered. */
let asked: ((answer: unknown) => void)[];
let settings: Settings;

beforeEach(() => {
  asked = [];
  const getConfiguration = () => new Promise((resolve) => asked.push(resolve));
  // Only these parts of a connection and of a client are looked at.
  const connection = { workspace: { getConfiguration } } as unknown as Connection;
  settings = createSettings(connection, { configuration: true } as Client, undefined);
});

it('the editor is asked once for a document, whoever asks meanwhile', async () => {
  const both = [settings.of('a.md'), settings.of('a.md')];
  expect(asked).toHaveLength(1);
  asked[0]?.({ mode: 'post' });
  const [one, other] = await Promise.all(both);
  expect(one).toMatchObject({ mode: 'post' });
  expect(other).toBe(one);
  expect(await settings.of('a.md')).toBe(one);
  expect(asked).toHaveLength(1);
});

it('settings that say the same are the same, so that nothing is checked anew for them', async () => {
  const ask = (uri: string): Promise<unknown> => {
    const answer = settings.of(uri);
    asked.at(-1)?.({ rules: { 'date-format': 'off' } });
    return answer;
  };
  const before = await ask('a.md');
  settings.changed(null);
  expect(await ask('a.md')).toBe(before);
  expect(await ask('b.md')).toBe(before);
});

it('an answer from before a change is not kept', async () => {
  const before = settings.of('a.md');
  settings.changed(null);
  asked[0]?.({ mode: 'post' });
  await before;
  expect(settings.known('a.md')).toBeUndefined();
  const after = settings.of('a.md');
  asked[1]?.({ mode: 'draft' });
  expect(await after).toMatchObject({ mode: 'draft' });
  expect(settings.known('a.md')).toBe(await after);
});
