import { referenceTarget } from '../archive/referenceText.js';
import { mayLeadIntoArchive, resolveReference, type Found } from '../archive/references.js';
import { anchorOf } from '../archive/sectionNames.js';
import { place, type PlacedFacts } from '../document/document.js';
import type { Reference } from '../document/facts.js';
import { defineRule, type DocumentContext, type Finding, type Fix } from './rule.js';
import { isQuoted } from './written.js';
import { say } from '../text/say.js';

export const referenceRenamed = defineRule({
  id: 'reference-renamed',
  summary: 'A reference uses a former title',
  why: 'It still leads there, but readers see a name that the page no longer has, and search for it in vain.',
  severity: { draft: 'info', post: 'info' },
  fix: 'safe',
  examples: [
    {
      bad: '# Design session notes: Virtio\n\n- Session: ⟦[[Design Sessions 2019#Virtio on Xen]]⟧\n- Date: 2019-07-11\n\nAs ⟦[[Sessions in Chicago|the others]]⟧, see ⟦[there](events/2019.md#virtio-on-xen)⟧.\n',
      fixed:
        '# Design session notes: Virtio\n\n- Session: [[Design Sessions 2019#Virtio]]\n- Date: 2019-07-11\n\nAs [[Design Sessions 2019|the others]], see [there](events/2019.md#virtio).\n',
      files: {
        'events/2019.md':
          '# Design Sessions 2019\n\n- Event: Summit\n- Formerly: Sessions in Chicago\n\n## Thursday\n\n### Virtio\n\n- Formerly: Virtio on Xen\n',
      },
    },
    {
      good: '# Design session notes: Virtio\n\n- Session: [[Design Sessions 2019#Virtio]]\n- Date: 2019-07-11\n\n> Was [[Design Sessions 2019#Virtio on Xen]].\n',
      files: {
        'events/2019.md': '# Design Sessions 2019\n\n## Thursday\n\n### Virtio\n\n- Formerly: Virtio on Xen\n',
      },
    },
  ],
  concerns: ({ references }) => references.some(mayLeadIntoArchive),
  check: (context) =>
    context.sections.flatMap((section) =>
      section.facts.references.flatMap((reference) => finding(reference, section, context)),
    ),
});

function finding(reference: Reference, section: PlacedFacts, { archive, document }: DocumentContext): Finding[] {
  if (reference.kind === 'xsa') return [];
  const resolution = resolveReference(archive, reference, document.facts);
  if (resolution.kind !== 'found' || resolution.renamed === undefined) return [];
  if (isQuoted(document.cut.sections[section.index]?.blocks ?? [], reference.span)) return [];
  const span = place(section, reference.span);
  const source = document.text.slice(span.start, span.end);
  const { from, old, now } =
    reference.kind === 'wiki' ? inWiki(reference, source, resolution) : inLink(reference, source, resolution);
  const start = span.start + from;
  const edits = [{ span: { start, end: start + old.length }, text: now }];
  const fixes: Fix[] = from < 0 ? [] : [{ title: say`Refer to "${now}"`, edits }];
  const message = say`this is a former title; refer to "${now}"`;
  return [{ span, message, ...(fixes.length > 0 && { fixes }) }];
}

/** What to write, in place of which part of the reference's source. */
interface Change {
  readonly from: number;
  readonly old: string;
  readonly now: string;
}

function inWiki({ page, section }: Extract<Reference, { kind: 'wiki' }>, source: string, to: Found): Change {
  const title = section === undefined ? undefined : (to.section?.facts.heading?.title ?? section);
  const old = source.slice(2, -2).split('|')[0] ?? '';
  return { from: 2, old, now: referenceTarget(page === '' ? '' : to.document.title, title) };
}

function inLink({ target }: Extract<Reference, { kind: 'link' }>, source: string, to: Found): Change {
  const [path = ''] = target.split('#', 1);
  const anchor = to.section ? anchorOf(to.document, to.section) : '';
  return { from: source.lastIndexOf(target), old: target, now: `${path}#${anchor}` };
}
