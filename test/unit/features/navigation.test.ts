import { describe, expect, test } from 'vitest';
import { definition } from '../../../server/src/features/definition.js';
import { documentLinks } from '../../../server/src/features/documentLinks.js';
import { highlights } from '../../../server/src/features/highlights.js';
import { references } from '../../../server/src/features/references.js';
import { cursor } from '../../support/cursor.js';
import { fixture, writeRanges } from '../../support/fixture.js';

const page =
  '# Design Sessions 2030\n\n## Group\n\n### Fast boot\n\n- Formerly: Boot\n- Host: Jan Beulich\n- Topics: PVH\n';
const files = { 'page.md': page, 'sub/other.md': '# Other Minutes\n\nSee [it](../page.md#fast-boot).\n' };

function defined(source: string): string[] {
  const { context, offset } = cursor(source, { files });
  return (definition(context, offset)?.places ?? []).map(({ path, span }) => {
    const text = path === context.document.path ? context.document.text : { 'page.md': page }[path];
    return text === undefined ? path : `${path}: ${text.slice(span.start, span.end)}`;
  });
}

const minutes = '# Minutes\n\n## Attendees\n\n- Ian Campbell\n- Ian Jackson\n- Zed Unlisted\n\n## A\n\n';

describe('definition', () => {
  test.each([
    ['[[Design Sessions 2030#Bo$0ot]]', ['page.md: Fast boot']],
    ['[x](page.md#gr$0oup)', ['page.md: Group']],
    ['https://wiki.xenproject.org/wiki/Design_Sessions_2030#Bo$0ot', ['page.md: Fast boot']],
    ['[[#Atte$0ndees]]', ['document.md: Attendees']],
    ['- Ze$0d: yes', ['document.md: Zed Unlisted']],
    ['- Ia$0n: yes', ['people.md', 'people.md']],
    ['- ACTION Ian Ja$0ckson: yes', ['people.md']],
    ['- AC$0TION Ian: yes', []],
    ['<https://xen.o$0rg>', []],
    ['pla$0in', []],
  ])('%s', (source, expected) => {
    expect(defined(`${minutes}${source}\n`)).toEqual(expected);
  });
});

test('references of a former title, in other folders too, with and without the declaration', () => {
  const { context, offset } = cursor(
    `${minutes}[[Design Sessions 2030#Bo$0ot]] and [[Design Sessions 2030#Fast boot]]\n`,
    { files },
  );
  const paths = references(context, offset, { declaration: true }).map(({ path }) => path);
  expect(paths.sort()).toEqual(['document.md', 'document.md', 'page.md', 'sub/other.md']);
  expect(references(context, offset, { declaration: false })).toHaveLength(3);
});

test('highlights of a person are all forms of the name', () => {
  const { context, offset } = cursor(
    '# Minutes\n\n## Attendees\n\n- Ian Campbell\n- Jan Beulich\n\n## A\n\n- Ia$0n: yes\n- ACTION IanC: it\n- Jan, Ian Campbell: no\n',
    { files },
  );
  const spans = highlights(context, offset).map(({ span }) => span);
  expect(writeRanges(context.document.text, spans)).toBe(
    '# Minutes\n\n## Attendees\n\n- ⟦Ian Campbell⟧\n- Jan Beulich\n\n## A\n\n- ⟦Ian⟧: yes\n- ACTION ⟦IanC⟧: it\n- Jan, ⟦Ian Campbell⟧: no\n',
  );
});

test('links are references that resolve, and bare advisories', () => {
  const { document, archive } = fixture(
    `${minutes}[[Design Sessions 2030#Fast boot]] [[Nowhere]] XSA-1 [XSA-2](https://xenbits.xen.org/xsa/advisory-2.html) [x](page.md)\n`,
    { files },
  );
  expect(
    documentLinks({ document, archive }).map((link) =>
      'url' in link ? link.url : `${link.path}:${link.line} ${link.tooltip}`,
    ),
  ).toEqual(['page.md:4 Design Sessions 2030: Fast boot', 'https://xenbits.xen.org/xsa/advisory-1.html']);
});
