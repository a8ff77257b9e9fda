import { actionsOf } from '../../archive/actions.js';
import type { DocumentFacts, PlacedFacts } from '../../document/document.js';
import type { Decision, PersonMention } from '../../document/facts.js';
import type { DecisionKind, DocumentKind } from '../../document/schema.js';
import { readQuorum } from '../../rules/quorum.js';
import { personRow, type PersonRow } from './people.js';
import { datesOf, isOfEvent, type Scope } from './scope.js';

export interface DocumentRow {
  readonly path: string;
  /** Left out for Markdown that is none of our kinds. */
  readonly kind?: DocumentKind;
  readonly title: string;
  readonly date?: string;
  readonly dateEnd?: string;
  readonly attendees: readonly PersonRow[];
  readonly apologies: readonly PersonRow[];
  readonly headings: readonly string[];
  /** Number of actions it gives; those it carries over from an earlier meeting are not counted. */
  readonly actions: number;
  readonly decisions: readonly DecisionRow[];
  readonly quorum?: QuorumRow;
  /** Addresses it refers to, each once. */
  readonly links: readonly string[];
}

export interface DecisionRow {
  readonly kind: DecisionKind;
  readonly text: string;
  /** What became of a motion. */
  readonly result?: 'passed' | 'rejected' | 'deferred';
}

/** Whether there was a quorum, as the document says. */
export interface QuorumRow {
  /** How many are said to be present. */
  readonly stated?: number;
  readonly met: boolean;
}

export interface DocumentFilter {
  readonly kind?: string | undefined;
  readonly event?: string | undefined;
}

export function queryDocuments(scope: Scope, filter: DocumentFilter): DocumentRow[] {
  return scope.documents
    .filter((document) => filter.kind === undefined || document.kind === filter.kind)
    .filter((document) => filter.event === undefined || isOfEvent(document, filter.event))
    .map((document) => documentRow(scope, document));
}

function documentRow(scope: Scope, document: DocumentFacts): DocumentRow {
  const people = document.sections.flatMap(({ facts }) => [
    ...facts.fields.flatMap((field) => field.people),
    ...facts.people,
  ]);
  const rows = (as: PersonMention['as']): PersonRow[] =>
    people.filter((mention) => mention.as === as).map((mention) => personRow(scope.archive, document, mention));
  return {
    path: scope.show(document.path),
    ...(document.kind && { kind: document.kind }),
    title: document.title,
    ...datesOf(document),
    attendees: rows('attendee'),
    apologies: rows('apology'),
    headings: document.sections.flatMap((section) => section.facts.heading?.title ?? []),
    actions: actionsOf(document).filter(({ action }) => !action.previous).length,
    decisions: document.sections.flatMap(decisionRows),
    ...quorumRow(document),
    links: [...new Set(document.sections.flatMap(addresses))],
  };
}

/** What the document says last of a quorum. */
function quorumRow({ sections }: DocumentFacts): Pick<DocumentRow, 'quorum'> {
  const said = sections.flatMap(({ facts }) => facts.decisions.filter(({ kind }) => kind === 'quorum'));
  const quorums = said.map(({ text }) => readQuorum(text));
  const last = quorums.at(-1);
  if (!last) return {};
  const count = quorums.findLast(({ present }) => present)?.present?.count;
  return { quorum: { ...(count !== undefined && { stated: count }), met: !last.lacking } };
}

const results: readonly DecisionKind[] = ['passed', 'rejected', 'deferred'];

/** Decisions of a section; a motion's result is the first one told before the next motion. */
function decisionRows({ facts }: PlacedFacts): DecisionRow[] {
  return facts.decisions.flatMap(({ kind, text, result: own }, index) => {
    if (text === '') return [];
    const result = own ?? (kind === 'motion' ? resultAfter(facts.decisions.slice(index + 1)) : undefined);
    return [{ kind, text, ...(result && { result }) }];
  });
}

function resultAfter(decisions: readonly Decision[]): DecisionRow['result'] {
  const settling = decisions.find((decision) => decision.kind === 'motion' || results.includes(decision.kind))?.kind;
  return settling === 'passed' || settling === 'rejected' || settling === 'deferred' ? settling : undefined;
}

function addresses({ facts }: PlacedFacts): string[] {
  return facts.references
    .filter((reference) => reference.kind !== 'wiki' && /^https?:/i.test(reference.target))
    .map((reference) => reference.target);
}
