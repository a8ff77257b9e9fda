import { actionKey, actionsOf, type ActionEntry } from '../../archive/actions.js';
import { firstName, foldName } from '../../archive/names.js';
import { resolvedName, resolvePerson, type People } from '../../archive/people.js';
import type { DocumentFacts } from '../../document/document.js';
import { withoutState } from '../../document/reading/actionState.js';
import type { Action, Reference, SectionFacts } from '../../document/facts.js';
import { memo } from '../../text/memo.js';

/** What a document tells of an action, as the ledger compares it. */
export interface Told {
  readonly entry: ActionEntry;
  /** Its words; absent where they are too few to know it again by. */
  readonly key: string | undefined;
  /** Without what is said of its state. */
  readonly text: string;
  /** Canonical names, or as written. */
  readonly owners: readonly string[];
  /** The same, folded. */
  readonly ownerKeys: readonly string[];
  readonly names: ToldNames | undefined;
  /** What stands below an action that is carried over may lead to where it comes from. */
  readonly links: readonly Reference[];
}

const none: readonly Reference[] = [];

/** The actions of a document; kept for as long as it and the register are the same. */
export const toldIn = memo((people: People, document: DocumentFacts): readonly Told[] =>
  actionsOf(document).map((entry) => {
    const owners = ownersOf(people, entry);
    const key = actionKey(entry.action);
    const ownerKeys = owners.map(foldName);
    return {
      ...{ entry, key, owners, ownerKeys, text: withoutState(entry.action.text) },
      names: key === undefined ? undefined : namesOf(key, ownerKeys, document),
      links: linksIn(entry.section.facts).get(entry.action) ?? none,
    };
  }),
);

/** What an action is known under, and looked for by those that follow: made once for each place, as each keystroke asks for them. */
export interface ToldNames {
  /** By its words, whoever has to do it. */
  readonly words: string;
  /** By its words where nobody is named. */
  readonly unowned: string;
  /** By its words and the document. */
  readonly here: string;
  readonly kept: readonly string[];
  readonly sought: readonly string[];
}

/** Somebody of a full name may be called by the first name alone at another meeting. */
function namesOf(key: string, owners: readonly string[], { path }: DocumentFacts): ToldNames {
  const is = (owner: string): string => `${key}\nis ${owner}`;
  const first = (owner: string): string => `${key}\nfirst ${owner}`;
  const forms = (owner: string, more: string[]): string[] => (owner.includes(' ') ? [is(owner), ...more] : [is(owner)]);
  return {
    words: key,
    unowned: `${key}\nnobody`,
    here: hereKey(key, path),
    kept: owners.flatMap((owner) => forms(owner, [first(firstName(owner))])),
    sought: owners.flatMap((owner) => [...forms(owner, [is(firstName(owner))]), first(owner)]),
  };
}

/** What an action of a document is known under by its words. */
export function hereKey(key: string, path: string): string {
  return `${key}\nin ${path}`;
}

function ownersOf(people: People, { document, action }: ActionEntry): string[] {
  const named = action.owners.filter((owner) => !owner.unnamed);
  return [...new Set(named.map(({ name }) => resolvedName(resolvePerson(people, name, document)) ?? name))];
}

/** References by the action carried over that they stand below, before the next one. */
const linksIn = memo(({ actions, references }: SectionFacts): ReadonlyMap<Action, readonly Reference[]> => {
  const links = new Map<Action, Reference[]>();
  if (references.length === 0) return links;
  const inOrder = [...actions].sort((one, other) => one.span.start - other.span.start);
  let at = -1;
  for (const reference of [...references].sort((one, other) => one.span.start - other.span.start)) {
    while ((inOrder[at + 1]?.span.start ?? Infinity) <= reference.span.start) at++;
    const above = inOrder[at];
    if (!above?.previous || reference.span.start < above.span.end) continue;
    const known = links.get(above);
    if (known) known.push(reference);
    else links.set(above, [reference]);
  }
  return links;
});
