import { mentionsIn, type Archive } from '../archive/archive.js';
import { firstName, foldName } from '../archive/names.js';
import { meantAmong, resolvedName, type Company, type People } from '../archive/people.js';
import { place, type Document, type DocumentFacts, type PlacedFacts } from '../document/document.js';
import { inlineNodes, sourceSpan, type Inline } from '../document/inline.js';
import type { LeafBlock } from '../document/model.js';
import { memo } from '../text/memo.js';
import { contains, type Span } from '../text/span.js';
import { leavesOf } from './leaves.js';
import { isOtherForm, isSlip, slipsIn } from './misspelt.js';
import { indexNames, within, type NameIndex } from './nearest.js';
import { defineRule, type DocumentContext, type Finding, type PlacedSection } from './rule.js';
import { say } from '../text/say.js';

export const personMisspelt = defineRule({
  id: 'person-misspelt',
  summary: 'A name is a slip of a known one',
  why: 'Under a misspelt name neither the actions nor the remarks of a person are found.',
  kinds: ['event', 'proposal', 'notes', 'minutes'],
  severity: { draft: 'warning', post: 'error' },
  fix: 'suggest',
  examples: [
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Event channels\n\n- ⟦Wei Lui⟧ adds a third level\n',
      fixed: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Event channels\n\n- Wei Liu adds a third level\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- ⟦Anil Madhavapedy⟧ (University of Cambridge)\n',
      fixed: '# Minutes\n\n## Attendees\n\n- Anil Madhavapeddy (University of Cambridge)\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- George Dunlap\n\n## PVH\n\n- ⟦Goerge⟧: asked for tests\n',
      fixed: '# Minutes\n\n## Attendees\n\n- George Dunlap\n\n## PVH\n\n- George: asked for tests\n',
    },
    {
      bad: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n- Wei Liu\n\n## PVH\n\n- ⟦Jna⟧: asked for tests\n',
      fixed: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n- Wei Liu\n\n## PVH\n\n- Jan: asked for tests\n',
    },
    { good: '# Minutes\n\n## Attendees\n\n- Wei Li (Intel)\n- Paul Dunlap\n\n## PVH\n\n- Georgia: a state\n' },
    {
      good: '# Minutes\n\n## Attendees\n\n- Larry Wolf\n- Steven Engel\n- Maria Holm\n- Jan Beulich\n\n## PVH\n\n- Barry: asks\n- Steve: answers\n- Mario: asks again\n- JNA: no\n',
    },
  ],
  concernsPlaced: (section, context) => slips(section, context).length > 0,
  checkPlaced: slips,
});

function slips(section: PlacedSection, { document, archive }: DocumentContext): Finding[] {
  return [...inText(document, section, archive.people), ...ofThosePresent(document.facts, section, archive)];
}

/** Full names, wherever they stand. */
function inText(document: Document, section: PlacedSection, people: People): Finding[] {
  const references = section.facts.references.map((reference) => reference.span);
  return leavesOf(section.own.blocks).flatMap((block) =>
    slipsIn(people, block.leaf.text).flatMap((slip) => {
      const span = sourceSpan(block.leaf, slip);
      if (references.some((each) => contains(each, span)) || !isProse(document, block, slip)) return [];
      const written = block.leaf.text.slice(slip.start, slip.end).replace(/\s+/g, ' ');
      const message = say`"${written}" is nobody's name but much like a known one; write "${slip.name}"`;
      return [finding(place(section, span), message, slip.name)];
    }),
  );
}

/** Whether a range of a leaf's text is no code and no address. */
function isProse(document: Document, block: LeafBlock, range: Span): boolean {
  const inTextNode = (nodes: readonly Inline[]): boolean =>
    nodes.some((node) => contains(node.span, range) && (node.type === 'text' || inTextNode(node.children ?? [])));
  return inTextNode(inlineNodes(block, document.definitions));
}

/** First names of speakers and owners that are a slip of the first name or alias of somebody who was there. */
function ofThosePresent(document: DocumentFacts, section: PlacedFacts, archive: Archive): Finding[] {
  return mentionsIn(section).flatMap((mention) => {
    if (!isFirstName(mention.name)) return [];
    const resolution = archive.person(mention.name, document);
    if (resolution.kind !== 'unknown' || resolution.candidates.length > 0) return [];
    const only = meantHere(mention.name, document, archive);
    if (only === undefined) return [];
    const message = say`nobody present is called "${mention.name}"; write "${only}", or mend the name where it is listed`;
    return [finding(place(section, mention.nameSpan), message, only)];
  });
}

/** Whether a name is of one word that is nobody's initials. */
function isFirstName(name: string): boolean {
  return name.length >= 3 && !/\s/.test(name) && name !== name.toUpperCase();
}

/** The only short name of somebody present that a name is a slip of. */
function meantHere(name: string, document: DocumentFacts, archive: Archive): string | undefined {
  const folded = foldName(name);
  const like = within(folded, 2, shortNames(archive.company(document))).filter((each) => {
    const known = foldName(each.name);
    return isSlip(folded, known) && !isOtherForm(folded, known);
  });
  return like.length === 1 ? like[0]?.name : undefined;
}

const shortNames = memo((company: Company): NameIndex => {
  const full = company.names.map((name) => resolvedName(meantAmong(company, name)) ?? name);
  const aliases = full.flatMap((name) => company.people.byName.get(foldName(name))?.[0]?.aliases ?? []);
  return indexNames([...full.map(firstName), ...aliases].filter(isFirstName));
});

function finding(span: Span, message: string, name: string): Finding {
  return { span, message, fixes: [{ title: say`Write "${name}"`, edits: [{ span, text: name }] }] };
}
