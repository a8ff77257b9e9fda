import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activateInArchive, after, file, findings, ours, remove, ruleOf, until, write } from './support.js';

const draft = 'events/draft.md';
const draftText = `# Design session notes: Virtio

- Session: [[Design Sessions 2019#Virtio]]
- Date: 2019-07-10
- Scibe: Jan Beulich

## Notes

- ACTION 
`;

suite('language features', () => {
  let document: vscode.TextDocument;
  suiteSetup(activateInArchive);
  setup(async () => {
    document = await write(draft, draftText);
  });
  teardown(() => remove(draft));

  test('a mistyped field is found, and the quick fix repairs it', async () => {
    const found = await until('the finding', () =>
      ours(document.uri).find(({ code }) => ruleOf(code) === 'field-unknown'),
    );
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      found.range,
      vscode.CodeActionKind.QuickFix.value,
      50,
    );
    const fix = actions.find(({ edit, title }) => edit && title.includes('Scribe'));
    assert.ok(fix?.edit, actions.map(({ title }) => title).join(', '));
    const page = typeof found.code === 'object' ? found.code.target : undefined;
    assert.ok(page, 'the rule has a page');
    // In a browser it is the published one, and tests have no network.
    if (page.scheme === 'https') assert.match(page.path, /\/field-unknown\.md$/);
    else assert.match((await vscode.workspace.openTextDocument(page)).getText(), /^# field-unknown\n/);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.match(document.getText(), /^- Scribe: Jan Beulich$/m);
    await until('the finding to go', () => !findings(document.uri).some((text) => text.startsWith('field-unknown')));
  });

  test('completion behind ACTION offers a person of the archive', async () => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      after(document, '- ACTION '),
    );
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('Jan Beulich'), labels.slice(0, 30).join(', '));
  });

  test('hover on a reference shows the session', async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      after(document, 'Sessions 2019#V'),
    );
    const text = hovers
      .flatMap(({ contents }) => contents.map((c) => (typeof c === 'string' ? c : c.value)))
      .join('\n');
    assert.match(text, /Virtio/);
    assert.match(text, /Design Sessions 2019/);
  });

  test('another name for a session changes its heading and the references to it', async () => {
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      after(document, 'Sessions 2019#V'),
      'Virtual devices',
    );
    const changed = edit
      .entries()
      .map(([uri, edits]) => [uri.path.split('/').at(-1), edits.map(({ newText }) => newText)]);
    const edits = new Map(changed.map(([name, texts]) => [String(name), texts]));
    assert.deepEqual(edits.get('design-sessions-2019.md'), ['Virtual devices', '\n- Formerly: Virtio']);
    assert.deepEqual(edits.get('draft.md'), ['Virtual devices', 'Virtual devices']);
  });

  test('on a heading of ours no other extension is asked for the new name', async () => {
    const page = await vscode.workspace.openTextDocument(file('events/design-sessions-2019.md'));
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      page.uri,
      after(page, '### Virt'),
      'Virtual devices',
    );
    const names = edit.entries().map(([uri]) => uri.path.split('/').at(-1));
    assert.ok(names.includes('draft.md'), names.join(', '));
  });

  test('definition of a reference is the heading', async () => {
    const places = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      after(document, 'Sessions 2019#V'),
    );
    const [place] = places.map((found) =>
      'targetUri' in found ? { uri: found.targetUri, range: found.targetSelectionRange ?? found.targetRange } : found,
    );
    assert.ok(place);
    assert.ok(place.uri.path.endsWith('design-sessions-2019.md'));
    const target = await vscode.workspace.openTextDocument(place.uri);
    assert.equal(target.lineAt(place.range.start.line).text, '### Virtio');
  });

  test('the outline has actions, which Markdown headings alone do not give', async () => {
    const names = (list: readonly vscode.DocumentSymbol[]): string[] =>
      list.flatMap((symbol) => [symbol.name, ...names(symbol.children)]);
    await until('the action in the outline', async () => {
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        file('minutes/2013-02-developer-meeting.md'),
      );
      return names(symbols ?? []).some((name) => name.includes('ping Andrew Cooper'));
    });
  });

  test('workspace symbols find an action by its words', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'ping andrew',
    );
    const names = symbols.map(({ name }) => name);
    assert.ok(
      names.some((name) => name.includes('ping Andrew Cooper')),
      names.join(', '),
    );
  });
});
