import { foldName } from '../../archive/names.js';
import { affiliationIn, type Person, type PersonResolution } from '../../archive/people.js';
import { yearOf } from '../../document/dates.js';
import { place } from '../../document/document.js';
import type { PersonMention } from '../../document/facts.js';
import type { HoverContext } from '../hover.js';
import { ledgerOf, type LedgerAction } from '../ledger/ledger.js';
import { link, list, paragraphs, plain, shortened } from '../markdown.js';
import { affiliationDated, meaning, wanted, type Wanted } from '../people.js';
import { counted, either, say } from '../../text/say.js';
import { throughTheYears } from './throughTheYears.js';

/** About somebody of the register: company at the document's date, sessions hosted, actions open. */
export function personHover(context: HoverContext, person: Person): string {
  return paragraphs([
    `**${plain(person.name)}**${company(context, person)}`,
    person.about === undefined ? undefined : plain(person.about),
    person.aliases.length > 0 ? say`Also known as: ${person.aliases.map(plain).join(', ')}` : undefined,
    hosted(context, wanted(person)),
    openActions(context, wanted(person)),
    throughTheYears(context, 'person', person.name),
  ]);
}

/** About a name in no register: who is meant where that is known, and who could be. */
export function strangerHover(
  context: HoverContext,
  mention: PersonMention,
  resolution: PersonResolution,
): string | undefined {
  if (resolution.kind === 'ambiguous')
    return say`**${plain(mention.name)}** may be ${either(resolution.candidates.map(plain))}`;
  const who: Wanted = { name: resolution.kind === 'present' ? resolution.name : mention.name, aliases: [] };
  const more = [hosted(context, who), openActions(context, who)];
  if (foldName(who.name) === foldName(mention.name) && more.every((part) => part === undefined)) return undefined;
  return paragraphs([say`**${plain(who.name)}**, in no register`, ...more]);
}

/** The company at the document's date; without a date or years that fit, all that are known. */
function company({ document }: HoverContext, person: Person): string {
  const year = yearOf(document.facts.date?.iso);
  const then = affiliationIn(person, year);
  if (then) {
    const name = plain(then.name);
    return `, ${year !== undefined && then.from !== undefined ? say`${name} in ${year}` : name}`;
  }
  return person.affiliations.length > 0
    ? `, ${person.affiliations.map((each) => plain(affiliationDated(each))).join(', ')}`
    : '';
}

function hosted(context: HoverContext, who: Wanted): string | undefined {
  const means = meaning(context.archive, who);
  const sessions = context.archive
    .knownSessions()
    .filter(({ document, session }) => session.hosts.some(({ mention }) => means(mention, document)))
    .map(({ document, session }) =>
      link(`${session.title} (${document.title})`, context.address(document, session.titleSpan.start)),
    );
  return sessions.length > 0 ? `${say`Sessions:`}\n\n${list(sessions, 5)}` : undefined;
}

function openActions(context: HoverContext, who: Wanted): string | undefined {
  const name = foldName(who.name);
  const open = ledgerOf(context.archive)
    .actions.filter((action) => action.open && action.owners.some((owner) => foldName(owner) === name))
    .sort((one, other) => dateOf(other).localeCompare(dateOf(one)));
  if (open.length === 0) return undefined;
  const lines = open.map(({ origin: { document, section, action } }) => {
    const since = document.date ? `, ${document.date.iso}` : '';
    return `${link(shortened(action.text || say`no text`, 80), context.address(document, place(section, action.span).start))}${since}`;
  });
  const head = counted(open.length, say`1 open action:`, say`${open.length} open actions:`);
  return `${head}\n\n${list(lines, 4)}`;
}

function dateOf({ origin }: LedgerAction): string {
  return origin.document.date?.iso ?? '';
}
