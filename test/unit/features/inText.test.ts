import { describe, expect, test } from 'vitest';
import { linkedEditing, nameHints, selectionRanges } from '../../../server/src/analysis.js';
import { applyEdits } from '../../../server/src/text/edits.js';
import { cursor } from '../../support/cursor.js';
import { fixture } from '../../support/fixture.js';

describe('names that are written in part', () => {
  const text =
    '# Call Minutes\n\n- Date: 2013-02-01\n\n## Attendees\n\n- Jan Beulich\n- Zed Unlisted\n- Ian Jackson\n\n## Boot\n\n- Jan: a\n- JAN BEULICH: b\n- Zed, IanJ: c\n- Someone: d\n';
  const shown = (from = 0): string => {
    const { document, archive } = fixture(text);
    const hints = nameHints({ document, archive }, { start: from, end: text.length });
    return applyEdits(
      text,
      hints.map(({ offset, text: hint }) => ({ span: { start: offset, end: offset }, text: `⟦${hint}⟧` })),
    );
  };
  test('are told in full behind them', () => {
    expect(shown().slice(shown().indexOf('## Boot'))).toBe(
      '## Boot\n\n- Jan⟦ Beulich⟧: a\n- JAN BEULICH: b\n- Zed⟦ Unlisted⟧, IanJ⟦ (Ian Jackson)⟧: c\n- Someone: d\n',
    );
    expect(shown(text.indexOf('- Zed, ')).match(/⟦/g)).toHaveLength(2);
  });
});

describe('what is selected around a place', () => {
  const around = (source: string): string[] => {
    const { context, offset } = cursor(source);
    return selectionRanges(context.document, offset).map(({ start, end }) => context.document.text.slice(start, end));
  };
  const head = '# Call Minutes\n\n## Attendees\n\n- Jan Beulich (SUSE)\n\n';
  test('grows from a word to the document', () => {
    expect(around(`${head}## Boot\n\n- one\n  - Jan: wh$0y\n- two\n\n### Deep\n\nx\n`)).toEqual([
      'why',
      'Jan: why',
      '- Jan: why',
      '- one\n  - Jan: why',
      '- one\n  - Jan: why\n- two',
      '## Boot\n\n- one\n  - Jan: why\n- two',
      '## Boot\n\n- one\n  - Jan: why\n- two\n\n### Deep\n\nx',
      `${head}## Boot\n\n- one\n  - Jan: why\n- two\n\n### Deep\n\nx`,
      `${head}## Boot\n\n- one\n  - Jan: why\n- two\n\n### Deep\n\nx\n`,
    ]);
  });
  test('begins with a name, and goes on to the entry', () => {
    expect(around(head.replace('Beu', 'Be$0u')).slice(0, 4)).toEqual([
      'Beulich',
      'Jan Beulich',
      'Jan Beulich (SUSE)',
      '- Jan Beulich (SUSE)',
    ]);
  });
  test('is for editors themselves in other Markdown', () => expect(around('# Read$0me\n')).toEqual([]));
});

describe('a title that is written in two places', () => {
  const marked = (source: string): string => {
    const { context, offset } = cursor(source);
    const { document } = context;
    const edits = linkedEditing(document, offset).map((span) => ({
      span,
      text: `⟦${document.text.slice(span.start, span.end)}⟧`,
    }));
    return applyEdits(document.text, edits);
  };
  const page =
    '# Design Sessions 2019\n\n## Group\n\n### Virtio\n\nSee [[#Boot]] and [[Design Sessions 2019#Boot|it]], not [[Other#Boot]].\n\n';
  const linked = page.replace('[[#Boot', '[[#⟦Boot⟧').replace('2019#Boot', '2019#⟦Boot⟧');
  test('is a heading and the references to it in its document', () => {
    expect(marked(`${page}### Bo$0ot\n`)).toBe(`${linked}### ⟦Boot⟧\n`);
    expect(marked(`${page.replace('[[#Boot', '[[#B$0oot')}### Boot\n`)).toBe(`${linked}### ⟦Boot⟧\n`);
  });
  test('is none where two headings have it, or no reference', () => {
    expect(marked(`${page}### Bo$0ot\n\n### Boot\n`)).not.toContain('⟦');
    expect(marked(`${page}### Ot$0her\n`)).not.toContain('⟦');
  });
});
