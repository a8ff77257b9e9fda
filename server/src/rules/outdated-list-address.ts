import { formerListAddress, listHost } from '../document/schema.js';
import { defineRule, type Finding } from './rule.js';
import { codeIn, isIn } from './written.js';
import { say } from '../text/say.js';

export const outdatedListAddress = defineRule({
  id: 'outdated-list-address',
  summary: 'The address of a mailing list is a former one',
  why: 'An old address works for as long as somebody forwards its mail, and people filter and search by the current one.',
  severity: { draft: 'warning', post: 'error' },
  fix: 'safe',
  // The lists were at lists.xen.org until 2017.
  since: '2018-01-01',
  examples: [
    {
      bad: '# Virtio\n\n- Technical contact: Wei Liu\n- Description: Demand on Arm.\n- Mailing list: ⟦xen-devel@lists.xen.org⟧, <⟦xen-users@lists.xensource.com⟧>\n',
      fixed:
        '# Virtio\n\n- Technical contact: Wei Liu\n- Description: Demand on Arm.\n- Mailing list: xen-devel@lists.xenproject.org, <xen-users@lists.xenproject.org>\n',
    },
    {
      good: '# Virtio\n\n- Technical contact: Wei Liu\n- Description: Demand on Arm, see <https://www.mail-archive.com/xen-devel@lists.xen.org/msg1.html>.\n- Mailing list: xen-devel@lists.xenproject.org, wei@lists.xen.org\n',
    },
    {
      good: '# February 2013 Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Lists\n\nPatches go to xen-devel@lists.xen.org.\n',
    },
  ],
  checkLeaf: ({ text, nodes }) => {
    if (!text.includes('@lists.')) return [];
    const found = [...text.matchAll(formerListAddress)];
    if (found.length === 0) return [];
    const code = codeIn(nodes());
    return found.flatMap(({ 0: address, 1: list = '', index }): Finding[] => {
      if (isIn(code, index)) return [];
      const span = { start: index, end: index + address.length };
      const now = `${list.toLowerCase()}@${listHost}`;
      const fixes = [{ title: say`Write "${now}"`, edits: [{ span, text: now }] }];
      return [{ span, message: say`the list has another address now; write ${now}`, fixes }];
    });
  },
});
