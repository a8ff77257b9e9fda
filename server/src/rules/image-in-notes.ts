import type { Inline } from '../document/inline.js';
import { say } from '../text/say.js';
import { defineRule } from './rule.js';

export const imageInNotes = defineRule({
  id: 'image-in-notes',
  summary: 'Notes contain an image',
  why: 'Notes are posted as plain text: what only the image shows does not reach the list.',
  kinds: ['notes', 'minutes'],
  severity: { draft: 'warning', post: 'error' },
  fix: 'none',
  examples: [
    { bad: '# Minutes\n\n## PVH\n\nThe plan: ⟦![boxes and arrows](plan.png)⟧\n' },
    { bad: '# Minutes\n\n## PVH\n\n- [⟦![plan][1]⟧](https://xen.org/plan)\n\n[1]: plan.png\n' },
    { good: '![Xen logo](logo.png)\n\n# Minutes\n\n## PVH\n\nAnything else? No.\n' },
    {
      good: '# Minutes\n\n## PVH\n\nThe plan: [boxes and arrows](https://xen.org/plan.png), not `![plan](plan.png)`\n',
    },
  ],
  checkLeaf: ({ text, nodes }) =>
    text.includes('![') ? imagesIn(nodes()).map(({ span }) => ({ span, message: message() })) : [],
});

const message = (): string => say`the list gets no images; link the image, or tell in words what it shows`;

/** Images that may tell something: nobody misses a logo. */
function imagesIn(nodes: readonly Inline[]): Inline[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'image' && node.type !== 'imageReference') return imagesIn(node.children ?? []);
    return /\b(?:logo|badge|banner)\b/i.test(node.alt ?? '') ? [] : [node];
  });
}
