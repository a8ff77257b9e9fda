import { describe, expect, it } from 'vitest';
import { writer, type Writer } from '../support/writer.js';

const rules = [
  'action-no-owner',
  'field-unknown',
  'heading-level-skip',
  'person-misspelt',
  'reference-unresolved',
  'speaker-not-attendee',
];
const minutes = `# Developer Minutes

- Scribe: George Dunlap

## Attendees

- Jan Beulich (SUSE)
- Lars Kurth (Citrix)

## PVH

- Jan: where does it stand?
- Lars: nearly there
`;
const notes = `# Design session notes: Virtio

- Session: [[Design Sessions 2019#Virtio]]
- Date: 2019-07-10
`;
const page = '# Design Sessions 2019\n\n## Sessions\n\n### Virtio\n\n### Kexec\n';

const write = (text = minutes): Writer => writer({ 'a.md': text }, rules);

describe('while a line is being written', () => {
  it('nothing is found on it, and what is wrong with it is shown when the next one is begun', () => {
    const editor = write();
    editor.type('a.md', '- Lars: nearly', '\n- ACTION: tell George');
    expect(editor.told('a.md')).toEqual([]);
    editor.type('a.md', '- ACTION: tell', '\n');
    expect(editor.told('a.md')).toEqual(['14: action-no-owner']);
    editor.type('a.md', '- ACTION: tell George\n', '-');
    expect(editor.told('a.md')).toEqual(['14: action-no-owner']);
  });

  it.each<[string, (editor: Writer) => void]>([
    ['the cursor goes to another line', (editor) => editor.cursor('a.md', 3)],
    ['the cursor goes to another document', (editor) => editor.cursor('b.md', 13)],
    ['the document is saved', (editor) => editor.save('a.md')],
    [
      'another line is changed',
      (editor) => editor.edit('a.md', { at: editor.text('a.md').indexOf('where'), text: 'x' }),
    ],
  ])('it is shown when %s', (_, leave) => {
    const editor = write();
    editor.type('a.md', '- Lars: nearly', '\n- ACTION: tell George');
    leave(editor);
    expect(editor.told('a.md')).toEqual(['14: action-no-owner']);
  });

  it('and the cursor moves within it, nothing comes', () => {
    const editor = write();
    editor.type('a.md', '- Lars: nearly', '\n- ACTION: tell George');
    editor.cursor('a.md', 13);
    expect(editor.told('a.md')).toEqual([]);
    expect(editor.askedFor).toEqual([]);
  });

  it('what it had before stays, until it is mended', () => {
    const editor = write(minutes.replace('Scribe:', 'Scibe:'));
    expect(editor.told('a.md')).toEqual(['3: field-unknown']);
    editor.type('a.md', '- Scibe:', ' or so');
    expect(editor.told('a.md')).toEqual(['3: field-unknown']);
    editor.edit('a.md', { at: editor.text('a.md').indexOf('ibe:'), text: 'r' });
    expect(editor.told('a.md')).toEqual([]);
  });

  it('what was mended and is wrong again waits: it does not come and go with each letter', () => {
    const editor = write(minutes.replace('Scribe:', 'Scibe:'));
    const at = editor.text('a.md').indexOf('ibe:');
    editor.edit('a.md', { at, text: 'r' });
    expect(editor.told('a.md')).toEqual([]);
    editor.edit('a.md', { at, remove: 1, text: '' });
    expect(editor.found('a.md').map(({ rule }) => rule)).toEqual(['field-unknown']);
    expect(editor.told('a.md')).toEqual([]);
    editor.cursor('a.md', 0);
    expect(editor.told('a.md')).toEqual(['3: field-unknown']);
  });

  it('findings elsewhere that it mends go at once, those that half of it brings about wait', () => {
    const editor = write(minutes.replace('- Lars Kurth (Citrix)\n', '').replace('Lars: nearly', 'Lars Kurth: nearly'));
    expect(editor.told('a.md')).toEqual(['12: speaker-not-attendee']);
    editor.type('a.md', '- Jan Beulich', '\n- Lars Kurth');
    expect(editor.told('a.md')).toEqual([]);
    // Somebody takes the name apart again to write it in another way.
    const name = editor.text('a.md').indexOf('- Lars Kurth') + 2;
    editor.edit('a.md', { at: name, remove: 'Lars Kurth'.length, text: '' });
    expect(editor.found('a.md').map(({ rule }) => rule)).toEqual(['speaker-not-attendee']);
    expect(editor.told('a.md')).toEqual([]);
    for (const [index, letter] of [...'Lars Kurth'].entries()) {
      editor.edit('a.md', { at: name + index, text: letter });
      expect(editor.told('a.md')).toEqual([]);
    }
  });

  it('what it brings about in another open document waits as well', () => {
    const editor = writer({ 'page.md': page, 'notes.md': notes }, rules);
    expect(editor.told('notes.md')).toEqual([]);
    const at = editor.text('page.md').indexOf('Virtio');
    editor.edit('page.md', { at, remove: 2, text: '' });
    editor.shown('page.md');
    expect(editor.found('notes.md').map(({ rule }) => rule)).toEqual(['reference-unresolved']);
    expect(editor.told('notes.md')).toEqual([]);
    editor.cursor('page.md', 0);
    expect(editor.askedFor).toEqual(['file:///notes.md']);
    expect(editor.told('notes.md')).toEqual(['3: reference-unresolved']);
  });

  it('a finding moves with the text around it', () => {
    const editor = write(minutes.replace('## PVH', '#### PVH'));
    editor.type('a.md', '- Lars Kurth', ' and a dog');
    expect(editor.told('a.md')).toEqual(['10: heading-level-skip']);
    editor.type('a.md', '- Lars Kurth', '\n- x');
    expect(editor.told('a.md')).toEqual(['11: heading-level-skip']);
  });
});

describe('what is no writing is looked at as it is', () => {
  it('a document that was just opened', () => {
    expect(write(minutes.replace('Scribe:', 'Scibe:')).told('a.md')).toEqual(['3: field-unknown']);
  });

  it('lines that are put in together, but for the one the cursor is left on', () => {
    const editor = write();
    editor.edit('a.md', { at: minutes.length, text: '- ACTION: tell George\n- ACTION: ask Ian' });
    expect(editor.told('a.md')).toEqual(['14: action-no-owner']);
  });

  it('lines that are taken out together', () => {
    const editor = write(minutes.replace('Lars: nearly', 'Lars Kurth: nearly'));
    const at = editor.text('a.md').indexOf('- Lars Kurth (Citrix)');
    editor.edit('a.md', { at, remove: '- Lars Kurth (Citrix)\n'.length, text: '' });
    expect(editor.told('a.md')).toEqual(['12: speaker-not-attendee']);
  });

  it('a change away from the cursor, such as a fix', () => {
    const editor = write();
    editor.cursor('a.md', 0);
    editor.edit('a.md', { at: minutes.indexOf('ribe:'), remove: 1, text: '' });
    expect(editor.told('a.md')).toEqual(['3: field-unknown']);
  });

  it('several changes that differ, such as those of a formatter', () => {
    const editor = write();
    editor.edit(
      'a.md',
      { at: minutes.indexOf('nearly'), text: 'x' },
      { at: minutes.indexOf('ribe:'), remove: 1, text: '' },
    );
    expect(editor.told('a.md')).toEqual(['3: field-unknown']);
  });

  it('the same letter at several cursors is writing', () => {
    const editor = write();
    const places = ['where', 'Scribe'].map((word) => minutes.indexOf(word) + 3);
    editor.edit('a.md', ...places.map((at) => ({ at, text: 'x' })));
    expect(editor.found('a.md').map(({ rule }) => rule)).toEqual(['field-unknown']);
    expect(editor.told('a.md')).toEqual([]);
    editor.edit('a.md', ...places.map((at, index) => ({ at: at + 1 + (1 - index), text: 'x' })));
    expect(editor.told('a.md')).toEqual([]);
  });
});
