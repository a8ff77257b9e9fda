import { foldName } from '../../archive/names.js';
import { affiliationIn, type Affiliation, type Person, type PersonResolution } from '../../archive/people.js';
import { yearOf } from '../../document/dates.js';
import { place } from '../../document/document.js';
import type { PersonMention } from '../../document/facts.js';
import type { HoverContext } from '../hover.js';
import { counted, link, list, paragraphs, plain, shortened } from '../markdown.js';
import { meaning, wanted, type Wanted } from '../people.js';

/** About somebody of the register: company at the document's date, sessions hosted, actions open. */
export function personHover(context: HoverContext, person: Person): string {
  return paragraphs([
    `**${plain(person.name)}**${company(context, person)}`,
    person.about === undefined ? undefined : plain(person.about),
    person.aliases.length > 0 ? `Also known as: ${person.aliases.map(plain).join(', ')}` : undefined,
    hosted(context, wanted(person)),
    openActions(context, wanted(person)),
  ]);
}

/** About a name in no register: who is meant where that is known, and who could be. */
export function strangerHover(
  context: HoverContext,
  mention: PersonMention,
  resolution: PersonResolution,
): string | undefined {
  if (resolution.kind === 'ambiguous')
    return `**${plain(mention.name)}** may be ${resolution.candidates.map(plain).join(' or ')}`;
  const who: Wanted = { name: resolution.kind === 'present' ? resolution.name : mention.name, aliases: [] };
  const more = [hosted(context, who), openActions(context, who)];
  if (foldName(who.name) === foldName(mention.name) && more.every((part) => part === undefined)) return undefined;
  return paragraphs([`**${plain(who.name)}**, in no register`, ...more]);
}

/** The company at the document's date; without a date or years that fit, all that are known. */
function company({ document }: HoverContext, person: Person): string {
  const year = yearOf(document.facts.date?.iso);
  const then = affiliationIn(person, year);
  if (then) return `, ${plain(then.name)}${year !== undefined && then.from !== undefined ? ` in ${year}` : ''}`;
  return person.affiliations.length > 0
    ? `, ${person.affiliations.map((each) => plain(`${each.name}${years(each)}`)).join(', ')}`
    : '';
}

function years({ from, to }: Affiliation): string {
  if (from !== undefined && to !== undefined) return from === to ? ` (${from})` : ` (${from} to ${to})`;
  return from !== undefined ? ` (from ${from})` : to !== undefined ? ` (until ${to})` : '';
}

function hosted(context: HoverContext, who: Wanted): string | undefined {
  const means = meaning(context.archive, who);
  const sessions = context.archive
    .knownSessions()
    .filter(({ document, session }) => session.hosts.some(({ mention }) => means(mention, document)))
    .map(({ document, session }) =>
      link(`${session.title} (${document.title})`, context.address(document, session.titleSpan.start)),
    );
  return sessions.length > 0 ? `Sessions:\n\n${list(sessions, 5)}` : undefined;
}

function openActions(context: HoverContext, who: Wanted): string | undefined {
  const means = meaning(context.archive, who);
  const open = context.archive
    .actions()
    .filter(({ document, action }) => !action.done && action.owners.some((owner) => means(owner, document)))
    .sort((one, other) => (other.document.date?.iso ?? '').localeCompare(one.document.date?.iso ?? ''));
  if (open.length === 0) return undefined;
  const lines = open.map(({ document, section, action }) => {
    const since = document.date ? `, ${document.date.iso}` : '';
    return `${link(shortened(action.text || 'no text', 80), context.address(document, place(section, action.span).start))}${since}`;
  });
  return `${counted(open.length, 'open action')}:\n\n${list(lines, 4)}`;
}
