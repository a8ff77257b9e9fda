import { isPosted, postedAt, sessionNotes, sessionOfNotes } from '../archive/sessionNotes.js';
import type { DocumentFacts } from '../document/document.js';
import type { Span } from '../text/span.js';
import type { FeatureContext, PlaceIn } from './context.js';
import { actionLenses, type ActionLens } from './ledger/actionLenses.js';

/** What stands above a title: where notes and their session are, and what is to be done with the notes next; above an action: how long it is open. */
export type Lens = { readonly span: Span } &
  /** Notes that were not posted; how many findings they have is found out when the lens is shown. */
  (
    | { readonly kind: 'draft'; readonly notes: DocumentFacts }
    | { readonly kind: 'check' | 'export'; readonly notes: DocumentFacts }
    | { readonly kind: 'posted'; readonly notes: DocumentFacts; readonly address?: string }
    | ({ readonly kind: 'action' } & ActionLens)
    | { readonly kind: 'session'; readonly page: DocumentFacts; readonly title: string; readonly titleSpan: Span }
    /** A topic or somebody of a register, who have a page of their own. */
    | { readonly kind: 'thread'; readonly page: 'topic' | 'person'; readonly name: string }
  );

/**
 * Lenses of a document: notes lead to their session, the sessions of a page to their notes, registers to all there is, actions to where they
 * come from.
 */
export function codeLenses(context: FeatureContext, today = ''): Lens[] {
  const actions = actionLenses(context, today).map((lens) => ({ kind: 'action', ...lens }) as const);
  return [...titleLenses(context), ...actions];
}

function titleLenses({ document: { facts }, archive }: FeatureContext): Lens[] {
  if (facts.kind === 'people') return archive.people.all.flatMap((person) => threadLens(facts, 'person', person));
  if (facts.kind === 'topics') return archive.topics.all.flatMap((topic) => threadLens(facts, 'topic', topic));
  if (facts.kind === 'notes') {
    const { titleSpan: span } = facts;
    const entry = sessionOfNotes(archive, facts);
    const { document: page, session } = entry ?? {};
    return [
      ...(page && session
        ? [{ kind: 'session', span, page, title: session.title, titleSpan: session.titleSpan } as const]
        : []),
      ...lensesOf(facts, span),
    ];
  }
  return facts.sessions.flatMap((session) =>
    sessionNotes(archive, session).documents.flatMap((notes) => lensesOf(notes, session.titleSpan)),
  );
}

function threadLens(
  { path }: DocumentFacts,
  page: 'topic' | 'person',
  { name, span, path: declared }: PlaceIn & { readonly name: string },
): Lens[] {
  return declared === path ? [{ kind: 'thread', page, name, span }] : [];
}

function lensesOf(notes: DocumentFacts, span: Span): Lens[] {
  if (!isPosted(notes)) return (['draft', 'check', 'export'] as const).map((kind) => ({ kind, notes, span }));
  const [address] = postedAt(notes);
  return [{ kind: 'posted', notes, span, ...(address !== undefined && { address }) }];
}
