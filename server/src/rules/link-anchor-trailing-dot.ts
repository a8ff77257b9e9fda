import type { Archive } from '../archive/archive.js';
import { decoded, foldAnchor } from '../archive/names.js';
import { place } from '../document/document.js';
import type { Reference } from '../document/facts.js';
import { wikiPlace } from '../document/schema.js';
import type { Span } from '../text/span.js';
import { defineRule, type Finding } from './rule.js';
import { say } from '../text/say.js';

export const linkAnchorTrailingDot = defineRule({
  id: 'link-anchor-trailing-dot',
  summary: 'An address loses its last character where it is made a link',
  why: 'Mail readers and Markdown take a final dot for the end of a sentence; without it the link leads to the top of the page.',
  severity: { draft: 'warning', post: 'warning' },
  fix: 'safe',
  examples: [
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Conduct\n\nSee ⟦https://wiki.xenproject.org/wiki/Design_Sessions_2019#Communication.2C_etc.⟧ and (⟦https://wiki.xenproject.org/wiki/Design_Sessions_2019#Why_Xen?⟧).\n',
      fixed:
        '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Conduct\n\nSee <https://wiki.xenproject.org/wiki/Design_Sessions_2019#Communication.2C_etc.> and (<https://wiki.xenproject.org/wiki/Design_Sessions_2019#Why_Xen?>).\n',
      files: { 'events/2019.md': '# Design Sessions 2019\n\n## Thursday\n\n### Communication, etc.\n\n### Why Xen?\n' },
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Process\n\nSee ⟦https://wiki.xenproject.org/wiki/Design_Sessions#Process.2C_...⟧\n',
      fixed:
        '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Process\n\nSee <https://wiki.xenproject.org/wiki/Design_Sessions#Process.2C_...>\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Conduct\n\nSee <https://wiki.xenproject.org/wiki/Design_Sessions_2019#Communication.2C_etc.> and https://wiki.xenproject.org/wiki/Design_Sessions_2019#Virtio. Or [there](https://wiki.xenproject.org/wiki/Design_Sessions_2019#Communication.2C_etc.).\n',
    },
  ],
  concerns: ({ references }) => references.some(isBareAnchor),
  check: ({ document, archive, sections }) =>
    sections.flatMap((section) =>
      section.facts.references.flatMap((reference): Finding[] => {
        if (!isBareAnchor(reference)) return [];
        const span = place(section, reference.span);
        if (document.text.charAt(span.start) === '<') return [];
        const lost = lostFrom(reference.target, document.text.slice(span.end, span.end + 40), archive);
        return lost ? [finding({ start: span.start, end: span.end + lost.length }, document.text, lost)] : [];
      }),
    ),
});

function isBareAnchor(reference: Reference): boolean {
  return reference.kind === 'link' && reference.text === undefined && reference.target.includes('#');
}

/** How much of the punctuation behind an address belongs to it, and whether that is known. */
interface Lost {
  readonly length: number;
  readonly sure: boolean;
}

function finding(span: Span, text: string, { sure }: Lost): Finding {
  const address = text.slice(span.start, span.end);
  const message = say`the address loses its final "${address.at(-1) ?? ''}" as a link; put it in angle brackets`;
  const fixes = [{ title: say`Put it in angle brackets`, edits: [{ span, text: `<${address}>` }] }];
  return { span, message, fixes, ...(!sure && { choice: true }) };
}

/** What the title of the section it leads to ends in; where that is not known, what hardly ends a sentence. */
function lostFrom(url: string, after: string, archive: Archive): Lost | undefined {
  const { page = '', section = '' } = wikiPlace(url) ?? {};
  // GFM takes these off the end of an address.
  const run = /^[?!.,:*_~]+/.exec(after)?.[0] ?? '';
  if (section === '' || run === '') return undefined;
  const pages = archive.pages(decoded(page));
  const titles = new Set(
    pages.flatMap(({ sections }) => sections.map(({ facts }) => foldAnchor(facts.heading?.title ?? ''))),
  );
  for (let length = run.length; length > 0; length--)
    if (titles.has(foldAnchor(decoded(section + run.slice(0, length))))) return { length, sure: true };
  if (titles.has(foldAnchor(decoded(section)))) return undefined;
  if (/^_?\.\.\./.test(run)) return { length: run.indexOf('...') + 3, sure: false };
  return run.startsWith('.') && /[_.,]etc$/i.test(section) ? { length: 1, sure: false } : undefined;
}
