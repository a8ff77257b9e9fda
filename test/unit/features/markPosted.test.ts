import { describe, expect, it } from 'vitest';
import { Archive } from '../../../server/src/archive/archive.js';
import { readDocument } from '../../../server/src/document/document.js';
import { markNotes, markSession, postedSession, sessionIn } from '../../../server/src/features/markPosted.js';
import { applyEdits } from '../../../server/src/text/edits.js';

const url = 'https://lore.kernel.org/xen-devel/a%2Bb@x.org/';
const page = `# Design Sessions 2019

## Sessions with published notes

### Rust and Xen

- Notes: unknown

## Sessions without published notes

### (NO NOTES) Virtio

- Notes: TODO

On Arm.

### Xen on RISC-V
`;

/** The page after the notes of a session have been posted. */
function posted(text: string, title: string): string {
  const document = readDocument('page.md', text);
  const notes = readDocument('notes.md', `# Design session notes: N\n\n- Session: [[Design Sessions 2019#${title}]]\n`);
  const found = postedSession({ document: notes, archive: Archive.of([document.facts, notes.facts]) });
  const session = found && sessionIn(document, found);
  return session ? applyEdits(text, markSession(document, session, url)) : 'no session';
}

function marked(text: string): string {
  return applyEdits(text, markNotes(readDocument('notes.md', text), url));
}

describe('marking as posted', () => {
  it('moves the session with its address to those with notes', () => {
    expect(posted(page, 'Virtio')).toBe(`# Design Sessions 2019

## Sessions with published notes

### Rust and Xen

- Notes: unknown

### Virtio

- Notes: <${url}>

On Arm.

## Sessions without published notes

### Xen on RISC-V
`);
  });

  it('adds the field where there is none, and moves the last session of the page', () => {
    expect(posted(page, 'Xen on RISC-V')).toBe(
      page
        .replace('\n### Xen on RISC-V\n', '')
        .replace('- Notes: unknown\n', `- Notes: unknown\n\n### Xen on RISC-V\n\n- Notes: <${url}>\n`),
    );
  });

  it('leaves a page without these groups in its order', () => {
    const text =
      '# Design Sessions 2018\n\n## Performance\n\n### [TODO Virtio] (Paul Durrant)\n\n- Notes:\n\n### Other\n';
    expect(posted(text.replace('2018', '2019'), 'Virtio')).toBe(
      `# Design Sessions 2019\n\n## Performance\n\n### Virtio (Paul Durrant)\n\n- Notes: <${url}>\n\n### Other\n`,
    );
  });

  it('keeps an address that is there already', () => {
    const text = page.replace('- Notes: unknown', '- Notes: <https://marc.info/?l=xen-devel&m=1>');
    expect(posted(text, 'Rust and Xen')).toContain(`- Notes: <https://marc.info/?l=xen-devel&m=1>, <${url}>\n`);
    expect(posted(page.replace('- Notes: unknown', `- Notes: <${url}>`), 'Rust and Xen')).toContain(
      `- Notes: <${url}>\n`,
    );
  });

  it('finds no session that the notes do not name', () => {
    expect(posted(page, 'Virto')).toBe('no session');
  });

  it('keeps line endings', () => {
    expect(posted(page.replace(/\n/g, '\r\n'), 'Virtio')).not.toMatch(/[^\r]\n/);
  });

  it.each([
    [
      '# Design session notes: N\n\n- Date: 2019-07-11\n\n## One\n',
      `# Design session notes: N\n\n- Date: 2019-07-11\n- Notes: <${url}>\n- Message-ID: \`<a+b@x.org>\`\n\n## One\n`,
    ],
    [
      '# Design session notes: N\n\nText.\n',
      `# Design session notes: N\n\n- Notes: <${url}>\n- Message-ID: \`<a+b@x.org>\`\n\nText.\n`,
    ],
    [
      '# Design session notes: N\n\n- Notes: TODO\n- Date: 2019-07-11\n- Message-ID: `<a+b@x.org>`\n',
      `# Design session notes: N\n\n- Notes: <${url}>\n- Date: 2019-07-11\n- Message-ID: \`<a+b@x.org>\`\n`,
    ],
  ])('gives the notes their address: %j', (before, after) => {
    expect(marked(before)).toBe(after);
    expect(marked(after)).toBe(after);
  });
});
