import { formerHostAddress, movedAddress } from '../document/schema.js';
import { ownText } from './part.js';
import { defineRule, type Finding } from './rule.js';
import { written, type Written } from './written.js';
import { say } from '../text/say.js';

export const linkObsoleteHost = defineRule({
  id: 'link-obsolete-host',
  summary: 'An address is on a host that the project has left',
  why: 'Old hosts only redirect, and some day they stop; the same message under several addresses is also hard to find again.',
  severity: { draft: 'hint', post: 'warning' },
  fix: 'safe',
  examples: [
    {
      bad: '# Design Sessions 2019\n\n## Thursday\n\n### Virtio\n\n- Notes: <⟦http://lists.xen.org/archives/html/xen-devel/2019-07/msg01746.html⟧>\n\nSee [the proposal](⟦https://old-list-archives.xenproject.org/archives/html/xen-devel/2019-06/threads.html#00709⟧).\n',
      fixed:
        '# Design Sessions 2019\n\n## Thursday\n\n### Virtio\n\n- Notes: <https://lists.xenproject.org/archives/html/xen-devel/2019-07/msg01746.html>\n\nSee [the proposal](https://lists.xenproject.org/archives/html/xen-devel/2019-06/threads.html#00709).\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\nAs in [1]; ⟦http://wiki.xen.org/wiki/Kexec⟧, too.\n\n[1]: ⟦http://marc.theaimsgroup.com/?l=xen-devel&m=115629369729911⟧\n',
      fixed:
        '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\nAs in [1]; https://wiki.xenproject.org/wiki/Kexec, too.\n\n[1]: https://marc.info/?l=xen-devel&m=115629369729911\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\nSee ⟦http://article.gmane.org/gmane.comp.emulators.xen.devel/119591⟧.\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\nSee <https://lists.xenproject.org/archives/html/xen-devel/2013-02/msg00001.html>, <http://wiki.xensource.com/xenwiki/Kexec> and `http://lists.xen.org/archives/html/xen-devel/`.\n\n> http://lists.xen.org/archives/html/xen-devel/2013-02/msg00001.html\n',
    },
  ],
  concerns: (_, section) => ownText(section).search(formerHostAddress) >= 0,
  checkSection: ({ section }) => written(section.blocks, formerHostAddress).flatMap(finding),
});

function finding({ text, span }: Written): Finding[] {
  // What ends a sentence or closes a bracket is no part of the address.
  const url = text.replace(/(?<![.,;:!?*_])[.,;:!?*_]+$/, '');
  const moved = movedAddress(url);
  if (moved === undefined) return [];
  const at = { start: span.start, end: span.start + url.length };
  if (moved === 'gone')
    return [{ span: at, message: say`this archive has left the web; link to the message in another one` }];
  const title = say`Write "${moved}"`;
  return [
    {
      span: at,
      message: say`${hostOf(url)} is a former host; write ${hostOf(moved)}`,
      fixes: [{ title, edits: [{ span: at, text: moved }] }],
    },
  ];
}

function hostOf(url: string): string {
  return url.split('/')[2] ?? url;
}
