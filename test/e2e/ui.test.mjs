// The extension as a person uses it: mouse and keyboard in VS Code's own window, in a headless Chromium.
// XEN_NOTES_SHOTS=1 puts the pictures it takes into docs/images, where the documentation shows them; otherwise they go to
// logs/, so that a test run changes no file of the repository.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { logs, openVsCode, root } from './host.mjs';
import { keysOf, listOf } from './sessionPoints.mjs';

const pictures = process.env.XEN_NOTES_SHOTS ? path.join(root, 'docs/images') : logs;
const tmp = fs.mkdtempSync(path.join(os.tmpdir(), 'xen-notes-ui-'));
const folder = path.join(tmp, 'xen-sessions');

const notes = `# Design session notes: Live Updating Xen

- Session: [[Design Sessions 2019#Live Updating Xen]]
- Date: 2019-07-11
- Host: Andrew Cooper
- Scibe: Jan Beulich

## Attendees

- Jan Beulich (SUSE)
- Andrew Cooper (Citrix)

## What has to survive

- Jan: which state has to survive the switch?
  - Andrew: only what cannot be built again
- ACTION: list the structures that may change
`;

const toPost = `# Design session notes: Virtio

- Session: [[Design Sessions 2019#Virtio]]
- Date: July 10 2019
- Host: Andrew Cooper
- Scibe: Jan Beulich

## Attendees

- Jan Beulich (SUSE)
- Andrew Cooper (Citrix)
- Wei Liu

## What there is

- Jan: asks who needs devices that no hardware stands behind
- Andrew: those who move guests between hosts, and those who test

#### Devices for Arm guests

- Jan: asks which transport is to be used
- Andrew: the one that needs no memory of the host
  - Wei Lui: would that work without grants?
  - Andrew: not today
- ACTION Jan: write down what is missing
`;

const untidy = `# Call Minutes

- date : 2013-05-02

## Attendees

* Jan Beulich (SUSE)
* Andrew Cooper (Citrix)

## Boot

*   Jan: asks what [[Design Sessions 2019]] said of XSA-295
    * Andrew: nothing
* [x] ACTION Andrew: ask
* Agreed: to wait
`;

/** What somebody may have put into a title. */
const hostileNotes = `# Design session notes: RISC-V

- Session: [[Design Sessions 2019#Xen on RISC-V]]

## <img src=x onerror=alert(1)> RISC-V

- AGREED: <img src=x onerror=alert(1)>
`;

const neverOpened = notes.replace('# Design session notes: Live Updating Xen', '# Design session notes: Boot');

/** Less around what the pictures are about. */
const userSettings = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 12,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'window.commandCenter': false,
  'window.title': '${activeEditorShort}${separator}${rootName}',
  ...(process.env.XEN_NOTES_THEME && { 'workbench.colorTheme': process.env.XEN_NOTES_THEME }),
};

let vscode;
let page;

before(async () => {
  fs.mkdirSync(logs, { recursive: true });
  fs.mkdirSync(pictures, { recursive: true });
  fs.cpSync(path.join(root, 'corpus'), folder, { recursive: true });
  fs.mkdirSync(path.join(folder, 'notes'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'notes/live-update.md'), notes);
  fs.writeFileSync(path.join(folder, 'notes/virtio.md'), toPost);
  const log = fs.createWriteStream(path.join(logs, 'ui.log'));
  fs.writeFileSync(path.join(folder, 'notes/boot.md'), neverOpened);
  fs.writeFileSync(path.join(folder, 'notes/untidy.md'), untidy);
  vscode = await openVsCode({
    folder,
    viewport: { width: 1280, height: 720 },
    userSettings,
    onLog: (from, text) => log.write(`[${from}] ${text}\n`),
  });
  page = vscode.page;
  page.setDefaultTimeout(30_000);
});

after(async () => {
  if (page) await page.screenshot({ path: path.join(logs, 'ui-last.png') }).catch(() => {});
  await vscode?.stop();
  fs.rmSync(tmp, { recursive: true, force: true, maxRetries: 5 });
});

const picture = (name, folder = pictures) => page.screenshot({ path: path.join(folder, `${name}.png`) });
/** A part of the window that tells a step of the walkthrough, small enough to be packed. */
const stepPicture = (name, clip = {}) =>
  page.screenshot({
    path: path.join(process.env.XEN_NOTES_SHOTS ? path.join(root, 'media') : logs, `walkthrough-${name}.jpg`),
    type: 'jpeg',
    quality: 35,
    clip: { x: 0, y: 30, width: 560, height: 315, ...clip },
  });
const view = (name) =>
  page.locator('.sidebar .pane').filter({ has: page.locator(`.pane-header[aria-label^="${name}"]`) });
const row = (name, text) => view(name).locator('.monaco-list-row').filter({ hasText: text }).first();
const line = (text) => page.locator('.editor-instance .view-line').filter({ hasText: text }).first();

/** Opens a file by its name, as Ctrl+P does. */
async function open(name) {
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget input').fill(name);
  await page
    .locator('.quick-input-list .monaco-list-row')
    .filter({ hasText: path.basename(name) })
    .first()
    .click();
  await page.locator(`.editor-instance .monaco-editor[data-uri$="${name}"]`).waitFor();
}

/** Drags the edge of the sidebar, so that what stands behind the labels can be read. */
async function widenSidebar(by) {
  const { x, y, width, height } = await page.locator('.part.sidebar').boundingBox();
  await page.mouse.move(x + width, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width + by, y + height / 2, { steps: 5 });
  await page.mouse.up();
}

/** Waits until what has just appeared is no longer on its way. */
function settled(locator) {
  return locator.evaluate((element) =>
    Promise.all(element.getAnimations({ subtree: true }).map(({ finished }) => finished)),
  );
}

/** Tries again until something holds. */
async function until(holds) {
  const end = Date.now() + 30_000;
  while (!(await holds())) {
    assert.ok(Date.now() < end, 'it does not come to hold');
    await page.waitForTimeout(200);
  }
}

/** Opens a row of the tree that is there and closed. */
async function expand(closed) {
  if ((await closed.isVisible()) && (await closed.getAttribute('aria-expanded')) === 'false') await closed.click();
}

/** Puts the cursor behind the last character of a line. */
async function cursorAtEndOf(text) {
  await line(text).click();
  await page.keyboard.press('End');
}

test('the sidebar shows events, and a session with its status', async () => {
  await page.locator('.activitybar a.action-label[aria-label^="Xen Session Notes"]').click();
  await row('Archive', 'Design Sessions 2019').waitFor();
  await widenSidebar(90);
  await view('Actions').locator('.pane-header').click();
  await row('Archive', 'Design Sessions 2019').click();
  await row('Archive', 'Sessions with published notes').click();
  await row('Archive', 'Sessions without published notes').click();
  await row('Archive', 'no notes').waitFor();
  const session = row('Archive', 'Build System gripes');
  await session.waitFor();
  assert.match(await session.getAttribute('aria-label'), /^Build System gripes, notes published/);
});

test('a click on a session opens it at its heading', async () => {
  await row('Archive', 'Live Updating Xen').click();
  await page.locator('.editor-instance .monaco-editor[data-uri$="/design-sessions-2019.md"]').waitFor();
  // Colours come a moment after the text.
  await line('### Live Updating Xen').locator('span span:not(.mtk1)').first().waitFor();
  await picture('tree');
  await stepPicture('archive');
});

test('open actions stand under their owners', async () => {
  await view('Archive').locator('.pane-header').click();
  await view('Actions').locator('.pane-header').click();
  await row('Actions', 'ping Andrew Cooper').waitFor();
  await row('Actions', 'Nobody named').waitFor();
  await row('Actions', 'ping Andrew Cooper').click();
  await page.locator('.editor-instance .monaco-editor[data-uri$="/2013-02-developer-meeting.md"]').waitFor();
  await line('ACTION James Bulpin: ping').waitFor();
  await picture('actions');
  await view('Archive').locator('.pane-header').click();
});

test('actions are ticked in the tree and by keyboard in the text, and grouped by their days', async () => {
  const minutes = path.join(folder, 'minutes/2013-03-call.md');
  fs.writeFileSync(
    minutes,
    `# Call minutes, 2013-03-21

- Date: 2013-03-21

## Attendees

- James Bulpin
- Ian Campbell

## Previous actions

- [ ] ACTION James Bulpin: ping Andrew Cooper
  - no answer yet

## Releases

- ACTION Ian Campbell (by 2013-04-04): write down what 4.3 waits for
- ACTION James Bulpin: ask who can test it
`,
  );
  await view('Archive').locator('.pane-header').click();
  await row('Actions', 'write down what 4.3 waits for').waitFor();
  await run('Group Actions by Due Date');
  await row('Actions', 'Overdue').waitFor();
  await row('Actions', 'write down what 4.3 waits for').click();
  await line('write down what 4.3 waits for').waitFor();
  await page.locator('.codelens-decoration').filter({ hasText: 'open for 2 meetings, first asked 2013-02' }).waitFor();
  await picture('actions-due');
  await row('Actions', 'ask who can test it').click();
  await page.locator('.editor-instance .monaco-editor[data-uri$="/2013-03-call.md"]').waitFor();
  await row('Actions', 'ask who can test it').locator('[role="checkbox"]').click();
  await line('- [x] ACTION James Bulpin: ask who can test it').waitFor();
  await cursorAtEndOf('ask who can test it');
  await page.keyboard.press('Control+Z');
  await line('- ACTION James Bulpin: ask who can test it').waitFor();
  await page.keyboard.press('Control+K');
  await page.keyboard.press('x');
  await line('- [x] ACTION James Bulpin: ask who can test it').waitFor();
  await page.keyboard.press('Control+K');
  await page.keyboard.press('b');
  await input().fill('2013-04-11');
  await page.keyboard.press('Enter');
  await line('ACTION James Bulpin (by 2013-04-11): ask who can test it').waitFor();
  for (let step = 0; step < 2; step++) await page.keyboard.press('Control+Z');
  await run('Group Actions by Owner');
  await page.keyboard.press('Control+S');
  fs.rmSync(minutes);
  await view('Archive').locator('.pane-header').click();
});

test('findings stand in the problems panel', async () => {
  await open('live-update.md');
  await page.locator('.editor-instance .squiggly-warning').first().waitFor();
  await page.keyboard.press('Control+Shift+M');
  await page.locator('.markers-panel .monaco-list-row').filter({ hasText: 'Scibe' }).first().waitFor();
  await picture('problems');
});

test("a rule's name opens its page", async () => {
  const finding = page.locator('.markers-panel .monaco-list-row').filter({ hasText: 'Scibe' }).first();
  await finding.getByText('field-unknown').click();
  await page.locator('.editor-instance .monaco-editor[data-uri$="/docs/rules/field-unknown.md"]').waitFor();
  await line('# field-unknown').waitFor();
  await open('live-update.md');
  await page.keyboard.press('Control+J');
});

test('the light bulb repairs a mistyped field', async () => {
  await line('- Scibe').click();
  await page.keyboard.press('Home');
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  const fix = page.locator('.action-widget .monaco-list-row').filter({ hasText: 'Scribe' }).first();
  // Asked before the editor has taken in where the cursor is, it has nothing to offer.
  await until(async () => {
    await page.keyboard.press('Control+.');
    return fix.waitFor({ timeout: 2_000 }).then(
      () => true,
      () => false,
    );
  });
  await picture('quick-fix');
  await fix.click();
  await line('- Scribe: Jan Beulich').waitFor();
});

test('hover on a reference shows the session', async () => {
  await line('- Session: [[Design').getByText('Design', { exact: false }).last().hover();
  const hover = page.locator('.monaco-hover:not(.hidden)').filter({ hasText: 'Design Sessions 2019' }).first();
  await hover.waitFor();
  await settled(hover);
  await picture('hover');
  await page.keyboard.press('Escape');
});

test('completion behind ACTION offers people', async () => {
  await cursorAtEndOf('ACTION: list the');
  await page.keyboard.press('Enter');
  await page.keyboard.type('ACTION ', { delay: 60 });
  await page.keyboard.press('Control+Space');
  const item = page.locator('.suggest-widget.visible .monaco-list-row').filter({ hasText: 'Jan Beulich' }).first();
  await item.waitFor();
  await picture('completion');
  await item.click();
  await line('ACTION Jan Beulich').waitFor();
});

test('the filter narrows the tree', async () => {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').fill('>Xen Notes: Filter Sessions');
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Filter Sessions' }).first().click();
  await page.locator('.quick-input-widget input').fill('gripes');
  await page.keyboard.press('Enter');
  await row('Archive', 'Build System gripes').waitFor();
  await view('Archive').locator('.message').filter({ hasText: 'gripes' }).waitFor();
  assert.equal(await row('Archive', 'Meetings').count(), 0);
});

test('the archive is searched while words are typed, a filter is completed, and Enter opens the place', async () => {
  await run('Search');
  await input().fill('live update');
  await choice('Live Updating Xen').waitFor();
  await input().fill('live update per');
  await choice('person:').click();
  await input().pressSequentially('cooper');
  await choice('Andrew Cooper').click();
  await choice('Live Updating Xen').waitFor();
  await picture('search');
  await choice('Live Updating Xen').click();
  await line('Live Updating Xen').waitFor();
});

test('a search is kept as a view, which shows what is found anew, until it is closed', async () => {
  await run('Search');
  await input().fill('live update');
  await choice('Live Updating Xen').waitFor();
  await page.locator('.quick-input-titlebar a[aria-label="Keep the results as a view"]').click();
  await row('Search', 'Live Updating Xen').waitFor();
  await picture('kept-search');
  await row('Search', 'Design Sessions 2019').click();
  await line('Live Updating Xen').waitFor();
  await run('Change the Kept Search');
  await input().fill('qqqqqq');
  await page.locator('.quick-input-titlebar a[aria-label="Keep the results as a view"]').click();
  await view('Search').locator('.message').filter({ hasText: 'Nothing has' }).waitFor();
  await run('Close the Kept Search');
  await view('Search').waitFor({ state: 'detached' });
});

const choice = (text) => page.locator('.quick-input-list .monaco-list-row').filter({ hasText: text }).first();

/** What a window of a page shows: the inner one of two frames. */
const shownPage = () => page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');

test('the overview is a page whose links lead to topics and places, by mouse and by keys', async () => {
  await run('Show Overview of the Archive');
  await shownPage().getByRole('heading', { name: 'Overview of the archive' }).waitFor();
  await shownPage().getByRole('rowheader', { name: '2019' }).waitFor();
  await picture('overview');
  await shownPage().getByRole('link', { name: 'PCI passthrough' }).click();
  await shownPage().getByRole('heading', { name: 'PCI passthrough' }).waitFor();
  await picture('topic');
  await shownPage().getByRole('link', { name: 'PCI Passthrough on ARM' }).first().focus();
  await page.keyboard.press('Enter');
  await page.locator('.editor-instance .monaco-editor[data-uri*="/events/"]').waitFor();
});

test('a topic is chosen by its name, and its page follows what is written', async () => {
  await run('Show Topic through the Years');
  await input().fill('risc');
  await choice('RISC-V').waitFor();
  await choice('RISC-V').click();
  const links = shownPage().getByRole('link', { name: 'Xen on RISC-V' });
  await links.first().waitFor();
  assert.equal(await links.count(), 2);
  fs.writeFileSync(path.join(folder, 'notes/riscv.md'), hostileNotes);
  await shownPage().getByRole('link', { name: '<img src=x onerror=alert(1)>' }).waitFor();
  assert.equal(await shownPage().locator('img').count(), 0);
  fs.rmSync(path.join(folder, 'notes/riscv.md'));
  await shownPage().getByRole('link', { name: '<img src=x onerror=alert(1)>' }).waitFor({ state: 'detached' });
  assert.equal(await links.count(), 2);
});

test('pages can be read in every kind of theme', async () => {
  await run('Show Overview of the Archive');
  await shownPage().getByRole('heading', { name: 'Overview of the archive' }).waitFor();
  for (const theme of ['Light Modern', 'Dark Modern', 'Dark High Contrast', 'Light High Contrast']) {
    await inTheme(theme);
    await picture(`overview-${theme.toLowerCase().replaceAll(' ', '-')}`, logs);
  }
  await inTheme(process.env.XEN_NOTES_THEME?.replace('Default ', '') ?? 'Light Modern');
});

/** Has the window look otherwise. */
async function inTheme(theme) {
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Control+T');
  await page.locator('.quick-input-widget input[placeholder*="Color Theme"]').waitFor();
  await input().fill(theme);
  await choice(theme).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

test('what stands in the way of posting is a list, with the place in sight', async () => {
  await open('virtio.md');
  await page.locator('.editor-instance .squiggly-warning').first().waitFor();
  await page.locator('.editor-actions a[aria-label="Check Before Posting"]').waitFor();
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').fill('>Xen Notes: Check Before Posting');
  await choice('Check Before Posting').click();
  await choice('Fix all safe ones (2)').waitFor();
  await choice('Wei Lui').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: 'Wei Lui' }).waitFor();
  await page.locator('.editor-instance .cdr').first().waitFor();
  await settled(page.locator('.quick-input-widget'));
  await picture('posting');
  await stepPicture('check', { x: 340 });
});

test('fixes are made from the list, by keyboard, until nothing stands in the way', async () => {
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await choice('Fix all safe ones').waitFor({ state: 'detached' });
  for (const fix of ['Write "Wei Liu"', 'Scribe']) {
    await page.keyboard.press('Enter');
    await choice(fix).waitFor();
    await choice('Go to line').waitFor();
    await page.keyboard.press('Enter');
    await choice('Go to line').waitFor({ state: 'detached' });
  }
  await choice('Nothing stands in the way of posting “Design session notes: Virtio”').waitFor();
  await choice('Export to Mail…').waitFor();
  await picture('posting-clear');
  await page.keyboard.press('Escape');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await line('- Wei Liu: would').waitFor();
  await line('### Devices for Arm guests').waitFor();
});

/** Runs a command by its name, as F1 does. */
async function run(command) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').fill(`>Xen Notes: ${command}`);
  await choice(`Xen Notes: ${command}`).click();
}

const input = () => page.locator('.quick-input-widget:not([style*="display: none"]) .quick-input-filter input');

/** Waits until the dialog for files, which is an input box here, names a place. */
async function named(fits) {
  const end = Date.now() + 30_000;
  while (!fits(await input().inputValue())) {
    assert.ok(Date.now() < end, 'the dialog names no place');
    await page.waitForTimeout(50);
  }
}

/** Gives the dialog for files a path. What is typed while it looks for its own folder is lost, so it is typed until it stays. */
async function pick(file) {
  await named((value) => value.startsWith(tmp));
  const end = Date.now() + 30_000;
  while (await input().isVisible()) {
    assert.ok(Date.now() < end, 'the dialog does not take the path');
    await input().fill(file);
    await page.waitForTimeout(300);
    if ((await input().inputValue()) !== file) continue;
    await page.keyboard.press('Enter');
    await input()
      .waitFor({ state: 'hidden', timeout: 3000 })
      .catch(() => undefined);
  }
}

test('the mail to the list is shown, answers another one where that is asked for, and is saved', async () => {
  await page.keyboard.press('Control+B');
  await run('Export to Mail');
  await choice('Answer a Mail').waitFor();
  await line('Subject: Design session notes: Virtio').waitFor();
  await choice('Answer a Mail').click();
  await page.locator('.quick-input-title').filter({ hasText: 'Which mail it answers' }).waitFor();
  await input().fill('https://lore.kernel.org/xen-devel/20190711.1@example.org/');
  await page.keyboard.press('Enter');
  await line('In-Reply-To: <20190711.1@example.org>').waitFor();
  await choice('Save as .eml').waitFor();
  await settled(page.locator('.quick-input-widget'));
  await picture('mail');
  await stepPicture('post', { x: 280 });
  await choice('Save as .eml').click();
  const saved = path.join(folder, 'Design session notes Virtio.eml');
  await named((value) => value.endsWith(path.basename(saved)));
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await page.locator('.statusbar-item').filter({ hasText: 'Saved the mail' }).waitFor();
  assert.match(
    fs.readFileSync(saved, 'utf8'),
    /^To: xen-devel@lists\.xenproject\.org\r\n[\s\S]*\r\nIn-Reply-To: <20190711\.1@example\.org>\r\n/,
  );
});

test('a file that is picked is opened as a document beside its report', async () => {
  const source = path.join(folder, 'page.txt');
  fs.writeFileSync(
    source,
    'Design Sessions 2031\n\nFrom Xen\n\nSessions with published notes\n\nFast disks\n\nFor notes, see\n',
  );
  await run('Import…');
  await choice('Files…').click();
  await pick(source);
  await line('# Import of page').waitFor();
  await line('# Design Sessions 2031').waitFor();
});

test('a task checks the archive, and no finding stands twice among the problems', async () => {
  const findings = page.locator('.markers-panel .monaco-list-row').filter({ hasText: 'Scibe' });
  const lead = findings.locator('a', { hasText: 'field-unknown' });
  await page.keyboard.press('Control+Shift+M');
  // The server's leads to the rule's page, the task's cannot.
  await lead.waitFor();
  assert.equal(await findings.count(), 1);
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').fill('>Tasks: Run Task');
  await choice('Tasks: Run Task').click();
  await choice('xen-notes').click();
  await choice('Check the Archive as to Be Posted').waitFor();
  await picture('tasks');
  await choice('Check the Archive').click();
  await page.locator('.terminal-wrapper.active').first().waitFor();
  await page.keyboard.press('Control+Shift+M');
  await lead.waitFor({ state: 'detached' });
  assert.equal(await findings.count(), 1);
});

/** Words people write as whole points, many of which begin somebody's name or a marker. */
const words =
  'ok done good all as me arm an Rust agreed TODO jan Ian Q yes no same +1 nack ack later why how so PVH'.split(' ');

/** Opens a new document of the folder, with the cursor at its end. */
async function begin(name, text) {
  fs.writeFileSync(path.join(folder, name), text);
  await open(name);
  await page.keyboard.press('Control+End');
  await page.locator('.editor-actions a[aria-label="Check Before Posting"]').waitFor();
}

/** What a document of the folder is on disk, once it has a text. */
async function saved(name, has) {
  await page.keyboard.press('Control+S');
  const end = Date.now() + 10_000;
  for (;;) {
    const text = fs.readFileSync(path.join(folder, name), 'utf8');
    if (text.includes(has) || Date.now() > end) return text;
    await page.waitForTimeout(50);
  }
}

const entry = (text) => page.locator('.suggest-widget.visible .monaco-list-row').filter({ hasText: text }).first();

test('Enter leaves what was typed as it is, however fast it comes', async () => {
  await begin('notes/points.md', `${notes}\n`);
  await page.keyboard.type('- ');
  for (const word of words) await page.keyboard.type(`${word}\n`, { delay: 20 });
  // Who types each marker, as in other editors, has none twice.
  for (const word of words) await page.keyboard.type(`- ${word}\n`, { delay: 20 });
  // A list that has come up changes nothing about it.
  for (const word of ['jan', 'an', 'agreed']) {
    await page.keyboard.type(word, { delay: 60 });
    await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Enter');
  await page.keyboard.type('The end', { delay: 60 });
  // The list is ended once the window has caught up.
  await page.waitForTimeout(300);
  const expected = [...words, ...words, 'jan', 'an', 'agreed'].map((word) => `- ${word}\n`).join('');
  assert.equal(await saved('notes/points.md', 'The end'), `${notes}\n${expected}The end`);
});

test('an entry is chosen by Tab, or by going to it', async () => {
  await begin('notes/chosen.md', `${notes}\n`);
  await page.keyboard.type('- Jan', { delay: 60 });
  await entry('Jan Beulich').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('one\nA', { delay: 60 });
  await entry('Andrew Cooper').waitFor();
  // The first time VS Code asks whether anybody waits for the command of a key; nobody is as fast as a test.
  for (const key of ['ArrowDown', 'ArrowUp', 'Enter']) await page.keyboard.press(key, { delay: 100 });
  await page.keyboard.type('two', { delay: 60 });
  assert.equal(await saved('notes/chosen.md', 'two'), `${notes}\n- Jan Beulich: one\n- Andrew Cooper: two`);
});

test('Take Notes begins the notes of a session, with the cursor where the first word goes', async () => {
  await page.locator('.activitybar a.action-label[aria-label^="Xen Session Notes"]').click();
  await row('Archive', 'Design Sessions 2019').waitFor();
  // A test before may have narrowed the tree.
  const message = view('Archive').locator('.message').filter({ hasText: 'gripes' });
  if ((await message.count()) > 0) await run('Clear Filter');
  await message.waitFor({ state: 'detached' });
  const session = row('Archive', 'Xen Toolstacks');
  await until(async () => {
    for (const name of ['Design Sessions 2019', 'Sessions with published notes']) await expand(row('Archive', name));
    return session.isVisible();
  });
  await session.hover();
  await picture('take-notes');
  await session.locator('a.action-label[aria-label^="Take Notes"]').click();
  await page.locator('.quick-input-title').filter({ hasText: 'Your name' }).waitFor();
  await input().fill('George Dunlap');
  await page.keyboard.press('Enter');
  await page.locator('.editor-instance .monaco-editor[data-uri$="/notes/xen-toolstacks.md"]').waitFor();
  await page.locator('.editor-instance .snippet-placeholder').first().waitFor({ state: 'attached' });
  // The session has no host: that is what is asked for first. Nobody of these names is known, so no list is in the way of Tab.
  await page.keyboard.type('Zed Unlisted', { delay: 60 });
  for (const text of ['- Zoe Unlisted', 'Zed: asks']) {
    // Tab leads on once nothing is offered any more.
    await page.waitForTimeout(500);
    await page.keyboard.press('Tab');
    await page.waitForTimeout(300);
    await page.keyboard.type(text, { delay: 60 });
  }
  await picture('new-notes');
  const text = await saved('notes/xen-toolstacks.md', 'Zed: asks');
  assert.match(
    text,
    /^# Design session notes: Xen Toolstacks\n\n- Session: \[\[Design Sessions 2019#Xen Toolstacks\]\]\n/,
  );
  assert.match(
    text,
    /\n- Host: Zed Unlisted\n- Scribe: George Dunlap\n[\s\S]*\n## Attendees\n\n- Zoe Unlisted\n\n## Points\n\n- Zed: asks\n?$/,
  );
});

test('a list writes itself: Enter goes on, ends it and goes out, Tab nests, numbers follow', async () => {
  await begin('notes/lists.md', `${notes}\n`);
  const keys = async (...parts) => {
    for (const part of parts) {
      if (['Enter', 'Tab', 'Shift+Tab', 'ArrowUp', 'End', 'Control+Z'].includes(part)) await page.keyboard.press(part);
      else await page.keyboard.type(part, { delay: 60 });
      // A window without a screen of its own is slow to draw; what a key does is done before the next one comes.
      await page.waitForTimeout(300);
    }
  };
  await keys('- [x] one', 'Enter', 'two', 'Enter', 'Tab', 'below', 'Enter', 'and more', 'Enter', 'Enter', 'three');
  await keys('Enter', 'Tab', 'four', 'Shift+Tab', 'Enter', 'Enter', 'Enter', '1. first', 'Enter', 'third', 'ArrowUp');
  await keys('End', 'Enter', 'second');
  const lists =
    '- [x] one\n- [ ] two\n  - [ ] below\n  - [ ] and more\n- [ ] three\n- [ ] four\n\n1. first\n2. second\n3. third';
  assert.equal(await saved('notes/lists.md', '2. second'), `${notes}\n${lists}`);
});

/** Shows the archive in the sidebar, and nothing else in the window. */
async function onlyArchive() {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').fill('>View: Close All Editor Groups');
  await choice('View: Close All Editor Groups').click();
  const unsaved = page.locator('.monaco-dialog-box .monaco-button').filter({ hasText: "Don't Save" });
  await until(async () => {
    if (await unsaved.isVisible()) await unsaved.click();
    return (await page.locator('.editor-instance').count()) === 0 && !(await unsaved.isVisible());
  });
  if (await page.locator('.part.panel').isVisible()) await page.keyboard.press('Control+J');
  if (!(await view('Archive').isVisible()))
    await page.locator('.activitybar a.action-label[aria-label^="Xen Session Notes"]').click();
  await row('Archive', 'Design Sessions 2019').waitFor();
}

/** Notes each finding that is shown on the line of the cursor, for as long as the page is open. */
function watchCursorLine() {
  return page.locator('.monaco-workbench').evaluate((workbench) => {
    const found = [];
    setInterval(() => {
      const cursor = workbench.querySelector('.editor-instance .cursors-layer .cursor')?.getBoundingClientRect();
      for (const mark of workbench.querySelectorAll('.editor-instance [class*="squiggly-"]')) {
        const { top, bottom } = mark.getBoundingClientRect();
        const middle = (top + bottom) / 2;
        if (cursor && cursor.top < middle && middle < cursor.bottom) found.push(mark.className);
      }
      workbench.dataset.foundOnCursorLine = found.join();
    }, 40);
  });
}

/** Leads on to the place of a snippet below a heading; a Tab may take what is offered for the last one first. */
async function nextStop(heading) {
  const topOf = async (locator) => (await locator.boundingBox())?.y ?? 0;
  const cursor = page.locator('.editor-instance .cursors-layer .cursor').first();
  await page.waitForTimeout(500);
  await until(async () => {
    await page.keyboard.press('Tab');
    await page.waitForTimeout(500);
    return (await topOf(cursor)) > (await topOf(line(heading)));
  });
}

test('a whole session is written, from Take Notes to the mail', { timeout: 400_000 }, async () => {
  await onlyArchive();
  const session = row('Archive', 'Build System gripes');
  await until(async () => {
    for (const name of ['Design Sessions 2019', 'Sessions with published notes']) await expand(row('Archive', name));
    return session.isVisible();
  });
  const writer = page.locator('.quick-input-title').filter({ hasText: 'Your name' });
  const editor = page.locator('.editor-instance .monaco-editor[data-uri$="/notes/build-system-gripes.md"]');
  // A row that is drawn anew under the pointer takes no click.
  await until(async () => {
    await session.hover();
    await session.locator('a.action-label[aria-label^="Take Notes"]').click();
    return writer
      .or(editor)
      .first()
      .waitFor({ timeout: 5000 })
      .then(
        () => true,
        () => false,
      );
  });
  if (await writer.isVisible()) {
    await input().fill('George Dunlap');
    await page.keyboard.press('Enter');
  }
  await editor.waitFor();
  await page.locator('.editor-instance .snippet-placeholder').first().waitFor({ state: 'attached' });
  await watchCursorLine();
  await page.keyboard.type('Andrew Cooper', { delay: 60 });
  await nextStop('## Attendees');
  await page.keyboard.type('- Andrew Cooper\nGeorge Dunlap\nJan Beulich', { delay: 60 });
  await nextStop('## Points');
  await stepPicture('begin', { x: 340 });
  for (const { key, text } of keysOf()) {
    if (text !== undefined) await page.keyboard.type(text, { delay: 60 });
    else {
      await page.keyboard.press(key);
      await page.waitForTimeout(60);
    }
  }
  await page.waitForTimeout(1000);
  const text = await saved('notes/build-system-gripes.md', 'later');
  const head = '- Host: Andrew Cooper\n- Scribe: George Dunlap\n- Topics: Build system\n';
  assert.equal(text.slice(text.indexOf('## Points')).trimEnd(), `## Points\n\n${listOf()}`.trimEnd());
  assert.ok(text.includes(head), text);
  assert.ok(text.includes('## Attendees\n\n- Andrew Cooper\n- George Dunlap\n- Jan Beulich\n'), text);
  assert.equal(await page.locator('.monaco-workbench').getAttribute('data-found-on-cursor-line'), '');
  await picture('session');
  await stepPicture('write', { x: 340 });
  await run('Check Before Posting');
  await choice('Nothing stands in the way of posting “Design session notes: Build System gripes”').waitFor();
  await picture('next-step');
  await choice('Export to Mail…').click();
  await line('Subject: Design session notes: Build System gripes').waitFor();
  await choice('Save as .eml').click();
  const mail = path.join(folder, 'Design session notes Build System gripes.eml');
  await named((value) => value.endsWith(path.basename(mail)));
  await page.keyboard.press('Enter');
  await page.locator('.statusbar-item').filter({ hasText: 'Saved the mail' }).waitFor();
  assert.match(fs.readFileSync(mail, 'utf8'), /AGREED: the hypervisor is to be built alone by default/);
});

test('what is owed: drafts with what keeps them from being posted, and sessions by host', async () => {
  await onlyArchive();
  await view('Archive').locator('.pane-header').hover();
  await view('Archive').locator('a.action-label[aria-label^="Show What Is Owed"]').click();
  await row('Archive', 'Drafts not posted').waitFor();
  const draft = row('Archive', 'Design session notes: Virtio');
  await draft.waitFor();
  assert.match(await draft.getAttribute('aria-label'), /finding|ready to be posted/);
  await expand(draft);
  await row('Archive', 'Sessions without notes').waitFor();
  await draft.click();
  await page.locator('.editor-instance .monaco-editor[data-uri$="/virtio.md"]').waitFor();
  await page.locator('.editor-instance .codelens-decoration a').filter({ hasText: 'Notes: draft' }).first().waitFor();
  await picture('owed');
  await page.locator('.editor-instance .codelens-decoration a').filter({ hasText: 'Session: Virtio' }).first().click();
  await page.locator('.editor-instance .monaco-editor[data-uri$="/design-sessions-2019.md"]').waitFor();
  await view('Archive').locator('.pane-header').hover();
  await view('Archive').locator('a.action-label[aria-label^="Show the Whole Archive"]').click();
  await row('Archive', 'Design Sessions 2019').waitFor();
});

test('words have colours, names are told in full where that is wished, and a command formats all of it', async () => {
  const settings = path.join(folder, '.vscode/settings.json');
  fs.mkdirSync(path.dirname(settings), { recursive: true });
  fs.writeFileSync(settings, JSON.stringify({ 'xenNotes.inlayHints': 'fullNames' }));
  await open('untidy.md');
  await line('Jan Beulich: asks').waitFor();
  const colour = (where, word) =>
    line(where)
      .getByText(word, { exact: true })
      .first()
      .evaluate((element) => element.ownerDocument.defaultView.getComputedStyle(element).color);
  // The grammar alone gives all markers one colour; that an action is done only the server knows.
  await until(async () => (await colour('[x] ACTION', 'ACTION')) !== (await colour('Agreed: to', 'Agreed')));
  await picture('untidy');
  await line('Agreed').click();
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').fill('>Format Document');
  await page.keyboard.press('Enter');
  await line('- AGREED: to wait').waitFor();
  await line('- Date: 2013-05-02').waitFor();
  await picture('formatted');
  fs.rmSync(settings);
});

test('the preview of notes shows who said what, and leads from a reference to its session', async () => {
  await open('live-update.md');
  await page.keyboard.press('Control+Shift+V');
  const preview = page.frameLocator('iframe.webview.ready').last().frameLocator('#active-frame');
  await preview.locator('.xen-notes-action').first().waitFor();
  const speaker = preview.locator('.xen-notes-person').filter({ hasText: /^Jan$/ });
  assert.match((await speaker.getAttribute('title')) ?? '', /^Jan Beulich/);
  await picture('preview');
  await preview.locator('a.xen-notes-reference').first().click();
  await preview.locator('h3').filter({ hasText: 'Live Updating Xen' }).waitFor();
});

test('the walkthrough leads from an archive to the mail', async () => {
  await onlyArchive();
  await run('Get Started');
  const steps = page.locator('.gettingStartedContainer .getting-started-step');
  await steps.first().waitFor();
  assert.equal(await steps.count(), 5);
  await page.locator('.gettingStartedContainer .step-title').filter({ hasText: 'Begin notes' }).first().click();
  await page.locator('.gettingStartedContainer').getByText('New Session Notes').first().waitFor();
  await page.waitForTimeout(500);
  await picture('walkthrough');
});
