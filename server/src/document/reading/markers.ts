import type { Action, Clarification, Decision, Speech, Todo } from '../facts.js';
import {
  decisionKinds,
  decisionWords,
  fieldOf,
  iconResidue,
  markers,
  motionOutcome,
  proseLabels,
  quorumLine,
  sayingVerbs,
  todoTitle,
  type DecisionKind,
  type MotionResult,
} from '../schema.js';
import { iconLength } from '../undecorated.js';
import { actionAtEnd } from './actionAtEnd.js';
import { actionOf, type Task } from './actionOf.js';
import { readAction } from './actions.js';
import { leadingBlank, type LeafText } from './leafText.js';
import { namesPeople } from './owners.js';
import { looksLikeName, readPeople } from './people.js';

/** What the head of a list item or paragraph marks it as. */
export type Marked =
  | { readonly type: 'action'; readonly fact: Action }
  | { readonly type: 'decision'; readonly fact: Decision }
  | { readonly type: 'clarification'; readonly fact: Clarification }
  | { readonly type: 'speech'; readonly fact: Speech }
  | { readonly type: 'todo'; readonly fact: Todo };

/**
 * Reads the head of a leaf, and a marker at its end; nothing where it is ordinary text. `called` are names in small letters that are
 * names of somebody who is listed.
 */
export function readMarked(text: LeafText, task: Task, called: readonly string[] = []): readonly Marked[] {
  const icon = iconLength(text.raw);
  const start = icon + (/^[*_~]{1,2}(?=\S)/.exec(text.raw.slice(icon))?.[0].length ?? 0);
  const action = readAction(text, start, task) ?? actionBehindOwners(text, start, task);
  if (action) return [{ type: 'action', fact: action }];
  const todo = readTodo(text, start);
  if (todo) return [{ type: 'todo', fact: todo }];
  const marked = readDecision(text, start) ?? readClarification(text, start) ?? readQuorumLine(text);
  if (marked) return [marked];
  const speech = readSpeech(text, start, called);
  const atEnd = actionAtEnd(text, speech && { speakers: speech.fact.speakers, textStart: speech.textStart }, task);
  return [
    ...(speech ? [{ type: 'speech' as const, fact: speech.fact }] : []),
    ...(atEnd ? [{ type: 'action' as const, fact: atEnd }] : []),
  ];
}

/** `Jan Beulich ACTION: ask`. */
function actionBehindOwners(text: LeafText, start: number, task: Task): Action | undefined {
  if (!text.raw.includes('ACTION', start)) return undefined;
  const form = /^([^:\n]{1,60}?)\s+(ACTION)(?:\s+(?:ITEM|POINT))?\s*:\s*/.exec(text.raw.slice(start));
  const owners = form?.[1] ?? '';
  if (!form || !namesPeople(owners)) return undefined;
  const at = start + form[0].lastIndexOf('ACTION');
  const textStart = start + form[0].length;
  const action = actionOf(text, {
    start,
    marker: { start: at, end: at + 6 },
    owners,
    ownersAt: start,
    textStart,
    task,
  });
  return { ...action, canonicalHead: { span: text.span(start, textStart), text: `ACTION ${owners}: ` } };
}

const lineMarkers = [
  ...decisionKinds.map((kind) => `${kind.toUpperCase()}\\b[^:\\n]{0,60}:`),
  'ACTION\\b',
  'TODO\\b',
].join('|');
const markedLine = new RegExp(`[\\r\\n][ \\t]*(?=[*_]{0,2}(?:${lineMarkers}))`, 'g');

/** The pieces of a leaf that begin at its start and at each line with a marker in capitals: notes typed without bullets. */
export function markedPieces(text: LeafText): LeafText[] {
  if (!/[\r\n]/.test(text.raw)) return [text];
  return cutAt(text, [0, ...[...text.raw.matchAll(markedLine)].map((match) => match.index + match[0].length)]);
}

/** The lines of a leaf that have something in them. */
export function linesOf(text: LeafText): LeafText[] {
  return cutAt(
    text,
    [...text.raw.matchAll(/[^\s][^\r\n]*/g)].map(({ index }) => index),
  );
}

function cutAt(text: LeafText, starts: readonly number[]): LeafText[] {
  if (starts.length === 1) return [text];
  return starts.map((start, index) => ({
    raw: text.raw.slice(start, starts[index + 1] ?? text.raw.length).trimEnd(),
    nodes: text.nodes,
    visible: (from, to) => text.visible(start + from, start + to),
    span: (from, to) => text.span(start + from, start + to),
  }));
}

const words = [...markers, ...decisionKinds].filter((marker) => marker !== 'Q').join('|');
const anyMarker = new RegExp(`^[*_]{0,2}(?:(?:${words})s?(?![\\p{L}\\d])|Q\\s*(?:[:(]|$))`, 'iu');

/** Whether a text begins with a marker, so that its words before a colon are no label and nobody's name. */
export function beginsWithMarker(raw: string): boolean {
  return anyMarker.test(raw.replace(iconResidue, ''));
}

function readTodo(text: LeafText, start: number): Todo | undefined {
  const raw = text.raw.slice(start);
  if (!/^\[?TODO/i.test(raw)) return undefined;
  const bracketed = todoTitle.exec(raw.split('\n')[0] ?? '');
  const marker = /^TODO\b:?\s*/.exec(raw);
  if (!bracketed && !marker) return undefined;
  return {
    span: text.span(start, text.raw.trimEnd().length),
    title: bracketed?.[1] ?? text.visible(start + (marker?.[0].length ?? 0), text.raw.length),
  };
}

const decisionForm = new RegExp(
  `^(${[...decisionKinds, ...Object.keys(decisionWords)].join('|')})(?:[*_]{1,2})?(?:\\s*\\([^()]*\\))?\\s*:(?:[*_]{1,2})?\\s*`,
  'i',
);

function readDecision(text: LeafText, start: number): Marked | undefined {
  const form = decisionForm.exec(text.raw.slice(start));
  const said = form?.[1]?.toLowerCase();
  if (!form || said === undefined) return undefined;
  const kind = decisionWords[said] ?? (said as DecisionKind);
  const textStart = Math.min(start + form[0].length, text.raw.length);
  const outcome = kind === 'motion' ? outcomeOf(text.raw.slice(textStart)) : undefined;
  return {
    type: 'decision',
    fact: {
      kind,
      text: text.visible(textStart, outcome ? textStart + outcome.at : text.raw.length),
      ...(outcome && { result: outcome.result }),
      span: text.span(start, text.raw.trimEnd().length),
      markerSpan: text.span(start, start + said.length),
    },
  };
}

/** What became of a motion, said behind it: `… No objections - carried`. */
function outcomeOf(said: string): { readonly result: MotionResult; readonly at: number } | undefined {
  for (const [result, form] of motionOutcome) {
    const found = form.exec(said);
    if (found) return { result, at: found.index };
  }
  return undefined;
}

/** `8 voting members = quorum`, `Quorum was not reached`: a line that says no more than that. */
function readQuorumLine(text: LeafText): Marked | undefined {
  const said = text.raw.trimEnd();
  if (!/quor/i.test(said) || !quorumLine.test(said)) return undefined;
  const span = text.span(0, said.length);
  const markerSpan = { start: span.start, end: span.start };
  return { type: 'decision', fact: { kind: 'quorum', text: text.visible(0, said.length), span, markerSpan } };
}

function readClarification(text: LeafText, start: number): Marked | undefined {
  const form = /^clarification(?:[*_]{1,2})?(?:\s*\(([^()]+)\))?(?:[*_]{1,2})?\s*:(?:[*_]{1,2})?\s*/i.exec(
    text.raw.slice(start),
  );
  if (!form) return undefined;
  const textStart = Math.min(start + form[0].length, text.raw.length);
  const at = start + form[0].indexOf('(') + 1;
  const [by] =
    form[1] === undefined
      ? []
      : readPeople({ text: form[1], span: (from, to) => text.span(at + from, at + to) }, 'clarifier');
  return {
    type: 'clarification',
    fact: {
      ...(by && { by }),
      text: text.visible(textStart, text.raw.length),
      span: text.span(start, text.raw.trimEnd().length),
    },
  };
}

const speechForm = /^([^:\n]{1,90}?)[*_]{0,2}\s?:[*_]{0,2}(?=\s|$)/;
/** Characters that may stand before its colon. */
const longestHead = 93;

/** A speech, and where what is said begins. */
interface Spoken {
  readonly fact: Speech;
  readonly textStart: number;
}

/** `Name: …`, also `Name, Name:`, `Name/Name:`, `Name (via chat):`, `Name summarises:`; never a known label or marker. */
function readSpeech(text: LeafText, start: number, called: readonly string[]): Spoken | undefined {
  const colon = text.raw.indexOf(':', start);
  if (colon < 0 || colon > start + longestHead || !/[\s*_]|^$/.test(text.raw.charAt(colon + 1))) return undefined;
  const form = speechForm.exec(text.raw.slice(start));
  const head = form?.[1]?.replace(/(?<![*_])[*_]+$/, '');
  if (!form || !head || fieldOf(head) || beginsWithMarker(head) || proseLabels.test(head)) return undefined;
  const named = head.replace(sayingVerbs, '');
  const speakers = readPeople({ text: named, span: (from, to) => text.span(start + from, start + to) }, 'speaker');
  const plausible =
    speakers.length > 0 &&
    speakers.length <= 4 &&
    speakers.every(
      ({ name, affiliation }) =>
        affiliation === undefined && !proseLabels.test(name) && (looksLikeName(name) || called.includes(name)),
    );
  if (!plausible || leadingBlank(head) > 0) return undefined;
  const textStart = start + form[0].length;
  return {
    fact: { speakers, span: text.span(start, text.raw.trimEnd().length) },
    textStart: textStart + leadingBlank(text.raw.slice(textStart)),
  };
}
