import { describe, expect, test } from 'vitest';
import { hover } from '../../../server/src/features/hover.js';
import { cursor } from '../../support/cursor.js';

const page = `# Design Sessions 2030

- Place: Chicago
- Date: 2030-05-01 to 2030-05-03

## Group

### Fast *boot*

- Formerly: Boot
- Host: Jan Beulich, Ian Jackson
- Topics: PVH, live update
- Notes: <https://lists.xenproject.org/archives/html/xen-devel/2030-05/msg00709.html>

Starting in a second, with 1 * 2 things.
`;
const call =
  '# Call Minutes\n\n- Date: 2031-01-01\n\n## Boot\n\nSee [[Design Sessions 2030#Fast boot]].\n\n- [ ] ACTION Jan Beulich: look at it\n- [x] ACTION Jan Beulich: be there\n';
const files = { 'page.md': page, 'call.md': call };

function shown(source: string, path?: string): string | undefined {
  const { context, offset } = cursor(source, { files, path });
  return hover(context, offset)?.markdown;
}

const minutes =
  '# Other Minutes\n\n- Date: 2019-07-01\n- Topics: live update\n\n## Attendees\n\n- Jan Beulich\n- Zed Unlisted\n\n## A\n\n';

describe('a session', () => {
  const expected = `**Fast boot** in [Design Sessions 2030](page.md#L1), Chicago, 2030-05-01 to 2030-05-03

Notes: [lists.xenproject.org/archives/html/xen-devel/2030-05/msg00709.html](https://lists.xenproject.org/archives/html/xen-devel/2030-05/msg00709.html)  
Hosts: Jan Beulich, Ian Jackson  
Topics: PVH, live update  
Formerly: Boot

Starting in a second, with 1 \\* 2 things.

Mentioned in 1 place:

- [Call Minutes: Boot](call.md#L7)`;

  test.each([
    '[[Design Sessions 2030#Fa$0st boot]]',
    '[[Design Sessions 2030#Bo$0ot]]',
    '[it](page.md#fast-bo$0ot)',
    '[it](/page.md#bo$0ot)',
    '<https://wiki.xenproject.org/wiki/Design_Sessions_2030#Fast_bo$0ot>',
  ])('by %s', (reference) => {
    expect(shown(`${minutes}See ${reference}.\n`)).toBe(expected);
  });

  test('at its heading, with links made by the caller', () => {
    const { context, offset } = cursor(page.replace('### Fast', '### Fa$0st'), { files, path: 'page.md' });
    const found = hover(context, offset, { address: (path, line) => `x:${path}/${line}` });
    expect(found?.markdown).toContain('[Call Minutes: Boot](x:call.md/6)');
    expect(context.document.text.slice(found?.span.start, found?.span.end)).toBe('Fast *boot*');
  });

  test('in a field without brackets', () => {
    expect(shown('# Design session notes: x\n\n- Session: Design Sessions 2030#Fas$0t boot\n')).toBe(expected);
    expect(shown('# Design session notes: x\n\n- Session: fast bo$0ot\n- Date: 2030-05-02\n')).toBe(expected);
    expect(shown('# Design session notes: x\n\n- Session: fast bo$0ot\n- Date: 2019-07-11\n')).toBeUndefined();
  });

  test('a page and an ordinary section', () => {
    expect(shown(`${minutes}See [[Design Sess$0ions 2030]].\n`)).toBe(
      '**Design Sessions 2030**, Chicago, 2030-05-01 to 2030-05-03',
    );
    expect(shown(`${minutes}See [[Call Minutes#Bo$0ot]].\n`)).toBe(
      '**Boot** in [Call Minutes](call.md#L1), 2031-01-01\n\nSee \\[\\[Design Sessions 2030\\#Fast boot\\]\\].',
    );
  });
});

describe('a person', () => {
  test('of the register, by a short form', () => {
    expect(shown(`${minutes}- J$0an: no\n`)).toBe(`**Jan Beulich**, SUSE

Sessions:

- [Fast boot (Design Sessions 2030)](page.md#L8)

1 open action:

- [look at it](call.md#L9), 2031-01-01`);
  });

  test('at the date of the document', () => {
    expect(shown(`${minutes}- Paul Dur$0rant: no\n`)).toMatch(/^\*\*Paul Durrant\*\*, Citrix$/);
    expect(shown(minutes.replace('2019', '2022') + '- Paul Dur$0rant: no\n')).toMatch(
      /^\*\*Paul Durrant\*\*, AWS in 2022$/,
    );
  });

  test('in no register', () => {
    expect(shown(`${minutes}- Ze$0d: no\n`)).toBe('**Zed Unlisted**, in no register');
    expect(shown(`${minutes}- Zed Unl$0isted: no\n`)).toBeUndefined();
    expect(shown(`${minutes}- Ia$0n: no\n`)).toBe('**Ian** may be Ian Campbell or Ian Jackson');
  });

  test('in the register itself', () => {
    expect(shown('# People\n\n## Ian C$0ampbell\n\n- Also known as: IanC\n', 'people.md')).toBe(
      '**Ian Campbell**\n\nAlso known as: IanC',
    );
    expect(shown('# People\n\n## Ian Campbell\n\n- Also known as: Ia$0nC\n', 'people.md')).toBe(
      '**Ian Campbell**\n\nAlso known as: IanC',
    );
  });
});

test('a topic, by an alias', () => {
  expect(shown(minutes.replace('live up', 'live$0 up'))).toBe(`**Live update of Xen**, topic of *Hypervisor and guests*

Also known as: live update

Spoken of in:

- [Fast boot (Design Sessions 2030)](page.md#L8)`);
});

test.each([
  ['XSA-2$095', '**XSA-295**, Xen Security Advisory\n\n<https://xenbits.xen.org/xsa/advisory-295.html>'],
  [
    '<https://lists.xenproject.org/archives/html/xen-devel/2019-07/thr$0eads.html#00709>',
    'Message 00709 of **xen-devel**, July 2019\n\nIn the archive at lists.xenproject.org',
  ],
  [
    '<https://lists.xen.org/archives/html/xen-devel/2019-07/thr$0eads.html>',
    'Threads of **xen-devel**, July 2019\n\nIn the archive at lists.xen.org\n\nNow at <https://lists.xenproject.org/archives/html/xen-devel/2019-07/threads.html>',
  ],
  [
    '<https://lore.kernel.org/xen-devel/20190$0711@example.org/T/#u>',
    'Message of **xen-devel**, archived at lore.kernel.org\n\nMessage-ID: `20190711@example.org`',
  ],
  ['<https://marc.info/?l=xen-devel&m=12$034>', '**xen-devel**, archived at marc.info'],
  [
    '<http://thread.gmane.org/gmane.comp.emulators.xen.devel/1$019591>',
    '**xen-devel**, archived at thread.gmane.org\n\nThis archive has left the web',
  ],
  ['<http://wiki.xen.org/wiki/Ke$0xec>', 'Now at <https://wiki.xenproject.org/wiki/Kexec>'],
  ['<https://wiki.xenproject.org/wiki/Ke$0xec>', undefined],
  ['<https://example.o$0rg/>', undefined],
  ['[[No such pa$0ge]]', undefined],
  ['Plain t$0ext', undefined],
])('%s', (source, expected) => {
  expect(shown(`${minutes}${source}\n`)).toBe(expected);
});

test('a label in another spelling, and a marker', () => {
  expect(shown('# Minutes\n\n- Ven$0ue: Chicago\n\n## Attendees\n')).toBe(
    '**Venue**: City, or how to join\n\nRead as: Place',
  );
  expect(shown(`${minutes}- AGR$0EED: yes\n`)).toBe(
    '**AGREED**: What those present agreed on\n\n`AGREED: one month of delay is acceptable`',
  );
});
