import { describe, expect, it } from 'vitest';
import { Archive } from '../../server/src/archive/archive.js';
import { readDocument } from '../../server/src/document/document.js';
import { lint } from '../../server/src/rules/lint.js';

const texts: Readonly<Record<string, string>> = {
  'emphasis in emphasis': '*a '.repeat(3300) + 'a* '.repeat(3300),
  'two kinds of it': '_a **b '.repeat(1400) + 'b** a_ '.repeat(1400),
  'marks in a row': '*'.repeat(9000) + 'word' + '*'.repeat(9000),
  brackets: '['.repeat(3000) + ']'.repeat(3000),
  'a paragraph without end': 'words *and* more [of them](https://xenproject.org/) '.repeat(3000),
};

describe('text that remark fails on is read as plain text, and what stands around it as ever', () => {
  it.each(Object.entries(texts))('%s', (_, text) => {
    const source = `# Design session notes: Virtio\n\n- Session: [[Virtio]]\n- Date: 2019-07-11\n\n## Marks\n\nSee [this](https://xenbits.xen.org/).\n\n${text}\n\n## After\n\n- Jan: see [that](https://xenbits.xen.org/)\n`;
    const document = readDocument('notes/virtio.md', source);
    const [, marks, after] = document.facts.sections.map(({ facts }) => facts);
    expect(document.facts.kind).toBe('notes');
    expect(marks?.references[0]).toMatchObject({ target: 'https://xenbits.xen.org/' });
    expect(after?.speeches).toHaveLength(1);
    expect(() => lint(document, Archive.of([document.facts]), { mode: 'post' })).not.toThrow();
  });
});
