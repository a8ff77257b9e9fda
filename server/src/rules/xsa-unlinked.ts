import { place, type Document, type PlacedFacts } from '../document/document.js';
import type { Reference } from '../document/facts.js';
import { fieldType, xsaAddress } from '../document/schema.js';
import { contains, type Span } from '../text/span.js';
import { defineRule, type Finding } from './rule.js';
import { isQuoted } from './written.js';
import { say } from '../text/say.js';

export const xsaUnlinked = defineRule({
  id: 'xsa-unlinked',
  summary: 'A security advisory is named and nowhere linked',
  why: 'An editor makes the number a link; on the list and on the wiki readers have to look for the advisory.',
  severity: { draft: 'hint', post: 'hint' },
  fix: 'suggest',
  examples: [
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## XSA-36\n\n- Jan Beulich: ⟦XSA-36⟧ turned the IOMMU off, ⟦XSA-37⟧ did not\n- XSA-36 it was\n',
      fixed:
        '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## XSA-36\n\n- Jan Beulich: [XSA-36](https://xenbits.xen.org/xsa/advisory-36.html) turned the IOMMU off, [XSA-37](https://xenbits.xen.org/xsa/advisory-37.html) did not\n- XSA-36 it was\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Security\n\n- ⟦XSA 298⟧ and ⟦XSA299⟧, as XSA-298 says\n',
      fixed:
        '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Security\n\n- [XSA 298](https://xenbits.xen.org/xsa/advisory-298.html) and [XSA299](https://xenbits.xen.org/xsa/advisory-299.html), as XSA-298 says\n',
    },
    {
      good: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Security\n\n- XSA-36 turned the IOMMU off, see <https://xenbits.xen.org/xsa/advisory-36.html>\n- [XSA-37][1], `XSA-38` and [[Design Sessions 2019#XSA-39]]\n\n> XSA-40\n\n[1]: https://xenbits.xen.org/xsa/advisory-37.html\n',
    },
  ],
  concerns: ({ references }) => references.some(({ kind }) => kind === 'xsa'),
  check: ({ document, sections }) => {
    const mentions = sections.flatMap((section) =>
      section.facts.references.flatMap((reference) => (reference.kind === 'xsa' ? [{ section, reference }] : [])),
    );
    if (mentions.length === 0) return [];
    // Once is enough, and a link anywhere in the document will do.
    const done = new Set(mentions.flatMap(({ reference }) => (isLinked(reference) ? [reference.number] : [])));
    const names = new Map<PlacedFacts, readonly Span[]>();
    const namesOf = (section: PlacedFacts): readonly Span[] => {
      const known = names.get(section) ?? namesIn(section);
      names.set(section, known);
      return known;
    };
    return mentions.flatMap(({ section, reference }): Finding[] => {
      if (done.has(reference.number) || isName(reference, namesOf(section)) || isQuotedIn(document, section, reference))
        return [];
      done.add(reference.number);
      return [finding(reference, section)];
    });
  },
});

type Advisory = Extract<Reference, { kind: 'xsa' }>;

function isLinked({ text }: Advisory): boolean {
  return text !== undefined;
}

function finding({ number, target, span }: Advisory, section: PlacedFacts): Finding {
  const link = `[${target}](${xsaAddress(number)})`;
  return {
    span: place(section, span),
    message: say`${target} is named without its address; link the advisory`,
    fixes: [{ title: say`Link ${target}`, edits: [{ span: place(section, span), text: link }] }],
  };
}

const nameTypes = new Set(['people', 'topics', 'session', 'titles', 'names']);

/** Titles, topics and other names of a section, in the order of the text. */
function namesIn({ facts }: PlacedFacts): readonly Span[] {
  return [
    ...(facts.heading ? [facts.heading.span] : []),
    ...facts.fields.flatMap((field) => (nameTypes.has(fieldType(field) ?? '') ? [field.span] : [])),
    ...facts.references.flatMap((each) => (each.kind === 'wiki' ? [each.span] : [])),
  ];
}

/** Whether it is part of a name that a link would break. */
function isName({ span }: Advisory, names: readonly Span[]): boolean {
  return names.some((name) => contains(name, span));
}

/** Whether it is part of what somebody else said. */
function isQuotedIn({ cut }: Document, { index }: PlacedFacts, { span }: Advisory): boolean {
  return isQuoted(cut.sections[index]?.blocks ?? [], span);
}
