import { DiagnosticSeverity } from 'vscode-languageserver/node';
import { afterEach, describe, expect, test } from 'vitest';
import { folderWith, startClient, until, untilReady, type Folder, type LspClient } from '../support/lspClient.js';

const people = '# People\n\n## Ian Campbell\n\n## Ian Jackson\n';
const minutes =
  '# Call Minutes\n\n- Date: 2013-02-13\n\n## Attendees\n\n- Ian Campbell\n- Ian Jackson\n\n## PVH\n\n- Ian: nearly\n- ACTION: tell\n';

let folder: Folder;
let client: LspClient;
afterEach(async () => {
  await client.stop();
  await folder.dispose();
});

/** Opens minutes in which `person-ambiguous` and `action-no-owner` find something. */
async function start(settings: unknown, rules: object = {}): Promise<void> {
  folder = await folderWith({ '.xen-notes.json': JSON.stringify({ rules }), 'people.md': people, 'call.md': minutes });
  client = await startClient({ folders: [folder.path], settings });
  await untilReady(client);
  await client.open(folder.uri('call.md'), minutes);
}

async function set(settings: unknown): Promise<void> {
  client.settings = settings;
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
}

async function severities(): Promise<Record<string, unknown>> {
  const found = await client.findings(folder.uri('call.md'));
  return Object.fromEntries(found.map(({ code, severity }) => [String(code), severity]));
}

const { Error, Warning, Information } = DiagnosticSeverity;

describe('severities by rule', () => {
  test('of the settings win over those of the archive, which hold where none is set', async () => {
    const archive = { 'person-ambiguous': 'off', 'action-no-owner': { severity: 'information' } };
    await start({ rules: { 'person-ambiguous': 'error' } }, archive);
    expect(await severities()).toEqual({ 'person-ambiguous': Error, 'action-no-owner': Information });
    await set({ rules: { 'action-no-owner': 'off' } });
    expect(await severities()).toEqual({});
    await set({ rules: {} });
    expect(await severities()).toEqual({ 'action-no-owner': Information });
  });

  test('leave what else the archive says of a rule', async () => {
    const since = { 'person-ambiguous': { severity: 'error', since: '2014-01-01' } };
    await start({ rules: { 'person-ambiguous': 'warning' } }, since);
    expect(await severities()).toEqual({ 'action-no-owner': Warning });
  });

  test('may be written as in .xen-notes.json too', async () => {
    await start({ rules: { 'person-ambiguous': 'info', 'action-no-owner': 'warn' } });
    expect(await severities()).toEqual({ 'person-ambiguous': Information, 'action-no-owner': Warning });
  });
});

describe('what makes no sense in the settings', () => {
  const wrong = {
    mode: 'pst',
    rules: { 'person-ambigous': 'off', 'action-no-owner': 'loud', 'person-ambiguous': 'error' },
  };
  const line = 'the setting xenNotes.mode is "pst"; use draft or post (and 2 more, see the output)';

  test('is told in one line, and the rest holds', async () => {
    const logged: string[] = [];
    await start(null);
    client.connection.onNotification(
      'window/logMessage',
      ({ message }: { message: string }) => void logged.push(message),
    );
    await set(wrong);
    expect(await severities()).toEqual({ 'person-ambiguous': Error, 'action-no-owner': Warning });
    expect(client.heard.messages).toEqual([line]);
    expect(logged).toEqual([
      'the setting xenNotes.mode is "pst"; use draft or post',
      'the setting xenNotes.rules: unknown rule "person-ambigous"; did you mean person-ambiguous?',
      'the setting xenNotes.rules: action-no-owner is "loud"; use off, hint, information, warning or error',
    ]);
  });

  test('is told once, whatever else is opened or set, and again after it was right', async () => {
    await start(wrong);
    await severities();
    await client.open(folder.uri('people.md'), people);
    await client.findings(folder.uri('people.md'));
    await set({ ...wrong, checkArchive: 'off' });
    await severities();
    expect(client.heard.messages).toEqual([line]);
    await set({ ...wrong, mode: 'post' });
    await severities();
    expect(client.heard.messages).toEqual([line]);
    await set(wrong);
    await severities();
    expect(client.heard.messages).toEqual([line, 'the setting xenNotes.mode is "pst"; use draft or post']);
  });

  test.each([
    [
      { rules: ['person-ambiguous'] },
      'the setting xenNotes.rules is ["person-ambiguous"]; name rules in it, as in { "line-too-long": "off" }',
    ],
    [
      { rules: { 'person-ambiguous': { severity: 'off' } } },
      'the setting xenNotes.rules: person-ambiguous is {"severity":"off"}; use off, hint, information, warning or error',
    ],
    [
      { rules: { constructor: 'off', 'action-no-owner': 'warning' } },
      'the setting xenNotes.rules: unknown rule "constructor"; xen-notes explain lists the rules',
    ],
    [{ checkArchive: true }, 'the setting xenNotes.checkArchive is true; use archive or off'],
  ])('is told of %j', async (settings, message) => {
    await start(settings);
    expect(await severities()).toEqual({ 'person-ambiguous': Warning, 'action-no-owner': Warning });
    expect(client.heard.messages).toEqual([message]);
  });

  test('is told to a client that sends its settings by itself', async () => {
    folder = await folderWith({ 'people.md': people });
    client = await startClient({ folders: [folder.path], capabilities: {} });
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { xenNotes: wrong } });
    await until(() => client.heard.messages.length > 0);
    expect(client.heard.messages).toEqual([line]);
  });
});

test.each([{ rules: { 'action-no-owner': 'error' } }, { xenNotes: { rules: { 'action-no-owner': 'error' } } }])(
  'settings that come with the first request hold where nothing else is said later: %j',
  async (initializationOptions) => {
    folder = await folderWith({ '.xen-notes.json': '{}', 'call.md': minutes });
    client = await startClient({ folders: [folder.path], settings: null, initializationOptions });
    await untilReady(client);
    await client.open(folder.uri('call.md'), minutes);
    expect(await severities()).toMatchObject({ 'action-no-owner': Error });
    await set({ mode: 'draft' });
    expect(await severities()).toMatchObject({ 'action-no-owner': Error });
    await set({ rules: { 'action-no-owner': 'off' } });
    expect(await severities()).not.toHaveProperty('action-no-owner');
  },
);
