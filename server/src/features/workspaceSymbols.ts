import type { Archive } from '../archive/archive.js';
import { foldName } from '../archive/names.js';
import { place, type DocumentFacts, type PlacedFacts } from '../document/document.js';
import { memo } from '../text/memo.js';
import type { Span } from '../text/span.js';
import type { SymbolKind } from './documentSymbols.js';
import { shortened } from './markdown.js';

/** A name of the archive to go to. */
export interface ArchiveSymbol {
  readonly name: string;
  readonly kind: SymbolKind;
  /** Title of the document it stands in; for an action, its owners first. */
  readonly container: string;
  readonly path: string;
  readonly span: Span;
}

const limit = 500;

/** What an archive is made of leads, where names are nearly as close; what merely stands in a document comes after it. */
const lead: Readonly<Record<SymbolKind, number>> = {
  session: 20,
  person: 20,
  topic: 20,
  document: 10,
  section: 0,
  action: 0,
};
const order = (Object.keys(lead) as SymbolKind[]).filter((kind) => kind !== 'action');

/**
 * Names of the archives whose letters hold those of the query in order, the closest first; all but actions for an empty query. Sessions,
 * people and topics come before other headings.
 */
export function workspaceSymbols(archives: readonly Archive[], query: string): ArchiveSymbol[] {
  const sought = foldName(query).replace(/\s/g, '');
  const all = archives.flatMap((archive) => [...archive.documents.values()].flatMap(symbolsOf));
  if (sought === '')
    return order.flatMap((kind) => all.flatMap(({ symbol }) => (symbol.kind === kind ? [symbol] : [])));
  return all
    .map(({ symbol, folded }) => ({ symbol, score: closeness(folded, sought) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score + lead[other.symbol.kind] - one.score - lead[one.symbol.kind])
    .slice(0, limit)
    .map(({ symbol }) => symbol);
}

interface Sought {
  readonly symbol: ArchiveSymbol;
  readonly folded: string;
}

const symbolsOf = memo((document: DocumentFacts): readonly Sought[] => {
  if (!document.kind) return [];
  const sessions = new Set(document.sessions.map((session) => session.section));
  return document.sections
    .flatMap((section) => [
      ...headingSymbol(document, section, sessions.has(section.index)),
      ...actionSymbols(document, section),
    ])
    .map((symbol) => ({ symbol, folded: foldName(symbol.name) }));
});

function headingSymbol(document: DocumentFacts, section: PlacedFacts, session: boolean): ArchiveSymbol[] {
  const heading = section.facts.heading;
  if (!heading || heading.title === '') return [];
  const span = place(section, heading.titleSpan);
  const isTitle = span.start === document.titleSpan.start;
  return [
    {
      name: heading.title,
      kind: kindOf(document, heading.depth, isTitle, session),
      container: isTitle ? '' : document.title,
      path: document.path,
      span,
    },
  ];
}

function kindOf(document: DocumentFacts, depth: number, isTitle: boolean, session: boolean): SymbolKind {
  if (session) return 'session';
  if (isTitle) return 'document';
  if (document.kind === 'people') return 'person';
  return document.kind === 'topics' && depth > 2 ? 'topic' : 'section';
}

function actionSymbols(document: DocumentFacts, section: PlacedFacts): ArchiveSymbol[] {
  return section.facts.actions.map((action) => ({
    name: shortened(`${action.owners.map((owner) => owner.name).join(', ') || 'ACTION'}: ${action.text}`, 120),
    kind: 'action',
    container: document.title,
    path: document.path,
    span: place(section, action.span),
  }));
}

/** 0 when the letters are not there in order; more the closer they stand together and to the start of words. */
function closeness(name: string, sought: string): number {
  const whole = name.replace(/\s/g, '').indexOf(sought);
  if (whole >= 0) return 1000 - Math.min(whole, 400) - Math.min(name.length, 400) / 10;
  let at = -1;
  let gaps = 0;
  for (const letter of sought) {
    const next = name.indexOf(letter, at + 1);
    if (next < 0) return 0;
    if (next > at + 1 && !/[\s([/-]/.test(name.charAt(next - 1))) gaps++;
    at = next;
  }
  return Math.max(1, 400 - gaps * 20 - Math.min(name.length, 200) / 10);
}
