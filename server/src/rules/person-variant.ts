import type { Archive } from '../archive/archive.js';
import { foldName } from '../archive/names.js';
import { place, type DocumentFacts, type PlacedFacts } from '../document/document.js';
import type { PersonMention } from '../document/facts.js';
import { oneLine } from '../document/reading/leafText.js';
import { isSurelyMeant } from './attendance.js';
import { defineRule, type DocumentContext } from './rule.js';
import { say } from '../text/say.js';

export const personVariant = defineRule({
  id: 'person-variant',
  summary: 'A list of people or an action has a known variant of a name',
  why: 'Lists are searched and counted by the name of the register; in the talk itself a short form will do.',
  kinds: ['event', 'proposal', 'notes', 'minutes'],
  severity: { draft: 'hint', post: 'info' },
  fix: 'safe',
  examples: [
    {
      bad: '# Minutes\n\n- Scribe: ⟦IanJ⟧\n\n## Attendees\n\n- ⟦Konrad R Wilk⟧ (Oracle)\n- ⟦jan beulich⟧\n\n## PVH\n\n- ACTION ⟦Andy Cooper⟧: review\n',
      fixed:
        '# Minutes\n\n- Scribe: Ian Jackson\n\n## Attendees\n\n- Konrad Rzeszutek Wilk (Oracle)\n- Jan Beulich\n\n## PVH\n\n- ACTION Andrew Cooper: review\n',
    },
    {
      good: '# Minutes\n\n- Scribe: Ian Jackson\n\n## Attendees\n\n- Konrad Rzeszutek Wilk (Oracle)\n- Jan Beulich\n\n## PVH\n\n- IanJ: asks\n- Andy Cooper: answers\n- ACTION Konrad: review\n',
    },
    { good: '# Minutes\n\n## Attendees\n\n- Don\n- Don Slutz\n\n## PVH\n' },
  ],
  concernsPlaced: (section, context) => variantsIn(section, context).length > 0,
  checkPlaced: (section, context) =>
    variantsIn(section, context).map(({ mention, name }) => {
      const span = place(section, mention.nameSpan);
      const message = say`the register has "${mention.name}" as "${name}"; write it so in lists`;
      return {
        span,
        message,
        fixes: [{ title: say`Write "${name}"`, edits: [{ span, text: name }], preferred: true }],
      };
    }),
});

interface Variant {
  readonly mention: PersonMention;
  /** As the register has it. */
  readonly name: string;
}

function variantsIn({ facts }: PlacedFacts, { document, archive }: DocumentContext): Variant[] {
  const { heading, fields, people, actions } = facts;
  const listed = [...(heading?.people ?? []), ...fields.flatMap((field) => field.people), ...people];
  // Among owners a first name or `IanC` is as good as in the talk.
  const owners = actions.flatMap((action) => action.owners).filter((owner) => /\s/.test(owner.name));
  return [...listed, ...owners].flatMap((mention) => {
    const name = canonical(mention, document.facts, archive);
    return name === undefined ? [] : [{ mention, name }];
  });
}

/** The register's name for a variant of it; `undefined` for the name itself, for a guess, and for somebody unknown. */
function canonical({ name, unnamed }: PersonMention, document: DocumentFacts, archive: Archive): string | undefined {
  if (unnamed) return undefined;
  const [person, other] = archive.people.byName.get(foldName(name)) ?? [];
  if (!person || other || oneLine(name) === person.name) return undefined;
  const resolution = archive.person(name, document);
  const meant = resolution.kind === 'person' && resolution.person === person;
  return meant && isSurelyMeant(name, document, archive) ? person.name : undefined;
}
