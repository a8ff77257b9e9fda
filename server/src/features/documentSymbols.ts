import { place, titleDepth, type Document, type DocumentFacts, type PlacedFacts } from '../document/document.js';
import type { SessionFact } from '../document/sessions.js';
import type { Span } from '../text/span.js';
import { say } from '../text/say.js';
import { shortened } from './markdown.js';

export type SymbolKind = 'document' | 'section' | 'session' | 'person' | 'topic' | 'action';

/** An entry of a document's outline; `span` holds the spans of the entries below it. */
export interface OutlineSymbol {
  readonly name: string;
  readonly kind: SymbolKind;
  readonly detail?: string;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children: readonly OutlineSymbol[];
}

/** A document's sections as a tree, with its sessions, attendees and actions; nothing for Markdown of no kind of ours. */
export function documentSymbols({ facts, text }: Document): OutlineSymbol[] {
  if (!facts.kind) return [];
  const sessions = new Map(facts.sessions.map((session) => [session.section, session]));
  return outline({ facts, text, sessions }, 0, facts.sections.length);
}

interface Outlined {
  readonly facts: DocumentFacts;
  readonly text: string;
  /** By the index of their section. */
  readonly sessions: ReadonlyMap<number, SessionFact>;
}

function outline(outlined: Outlined, from: number, to: number): OutlineSymbol[] {
  const { facts } = outlined;
  const symbols: OutlineSymbol[] = [];
  for (let at = from; at < to;) {
    const section = facts.sections[at];
    if (!section) break;
    const next = endOfSection(facts, at, to);
    if (section.facts.heading) symbols.push(sectionSymbol(outlined, section, next));
    else symbols.push(...contents(section));
    at = next;
  }
  return symbols;
}

/** Index of the first section after `at` that does not stand below it. */
function endOfSection(facts: DocumentFacts, at: number, to: number): number {
  const depth = facts.sections[at]?.facts.heading?.depth;
  if (depth === undefined) return at + 1;
  let next = at + 1;
  while (next < to && (facts.sections[next]?.facts.heading?.depth ?? 0) > depth) next++;
  return next;
}

function sectionSymbol(outlined: Outlined, section: PlacedFacts, next: number): OutlineSymbol {
  const { facts, text, sessions } = outlined;
  const heading = section.facts.heading;
  const session = sessions.get(section.index);
  const end = facts.sections[next - 1]?.end ?? section.end;
  const nameSpan = heading ? place(section, heading.titleSpan) : { start: section.start, end: section.start };
  const detail = session && sessionDetail(session);
  return {
    // An editor refuses a symbol without a name.
    name: heading?.title || say`(untitled)`,
    kind: kindOf(facts, section, session),
    ...(detail !== undefined && detail !== '' && { detail }),
    span: { start: section.start, end: Math.max(nameSpan.end, trimmedEnd(text, section.start, end)) },
    nameSpan,
    children: [...contents(section), ...outline(outlined, section.index + 1, next)],
  };
}

function kindOf(facts: DocumentFacts, section: PlacedFacts, session: SessionFact | undefined): SymbolKind {
  if (session) return 'session';
  if (section.index === facts.titleIndex) return 'document';
  const below = (section.facts.heading?.depth ?? 0) - titleDepth(facts);
  if (facts.kind === 'people') return 'person';
  return facts.kind === 'topics' && below > 1 ? 'topic' : 'section';
}

function sessionDetail(session: SessionFact): string {
  const status = { notes: '', none: say`no notes`, todo: say`notes to be written`, unknown: '' }[session.status];
  return [session.hosts.map(({ mention }) => mention.name).join(', '), status]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Attendees and actions of a section. */
function contents(section: PlacedFacts): OutlineSymbol[] {
  const people = section.facts.people.flatMap((mention): OutlineSymbol[] =>
    mention.unnamed
      ? []
      : [
          {
            name: mention.name,
            kind: 'person',
            ...(mention.affiliation !== undefined && { detail: mention.affiliation }),
            span: place(section, mention.span),
            nameSpan: place(section, mention.nameSpan),
            children: [],
          },
        ],
  );
  const actions = section.facts.actions.map((action): OutlineSymbol => {
    const owners = action.owners.map((owner) => owner.name).join(', ');
    const detail = [owners, action.done ? say`done` : ''].filter((part) => part !== '').join(' · ');
    return {
      name: shortened(action.text, 80) || 'ACTION',
      kind: 'action',
      ...(detail !== '' && { detail }),
      span: place(section, action.span),
      nameSpan: place(section, action.span),
      children: [],
    };
  });
  return [...people, ...actions];
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(text.charAt(at - 1))) at--;
  return at;
}
