import type { Action, Clarification, Decision, Speech, Todo } from '../facts.js';
import { decisionKinds, fieldOf, iconResidue, markers, todoTitle, type DecisionKind } from '../schema.js';
import { readAction, type Task } from './actions.js';
import { leadingBlank, type LeafText } from './leafText.js';
import { looksLikeName, readPeople } from './people.js';

/** What the head of a list item or paragraph marks it as. */
export type Marked =
  | { readonly type: 'action'; readonly fact: Action }
  | { readonly type: 'decision'; readonly fact: Decision }
  | { readonly type: 'clarification'; readonly fact: Clarification }
  | { readonly type: 'speech'; readonly fact: Speech }
  | { readonly type: 'todo'; readonly fact: Todo };

/** Reads the head of a leaf; `undefined` when it is ordinary text. */
export function readMarked(text: LeafText, task: Task): Marked | undefined {
  const icon = iconResidue.exec(text.raw)?.[0].length ?? 0;
  const start = icon + (/^[*_]{1,2}(?=\S)/.exec(text.raw.slice(icon))?.[0].length ?? 0);
  const action = readAction(text, start, task);
  if (action) return { type: 'action', fact: action };
  const todo = readTodo(text, start);
  if (todo) return { type: 'todo', fact: todo };
  return readDecision(text, start) ?? readClarification(text, start) ?? readSpeech(text, start);
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
  const starts = [0, ...[...text.raw.matchAll(markedLine)].map((match) => match.index + match[0].length)];
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
  `^(${decisionKinds.join('|')})(?:[*_]{1,2})?(?:\\s*\\([^()]*\\))?\\s*:(?:[*_]{1,2})?\\s*`,
  'i',
);

function readDecision(text: LeafText, start: number): Marked | undefined {
  const form = decisionForm.exec(text.raw.slice(start));
  const kind = form?.[1]?.toLowerCase() as DecisionKind | undefined;
  if (!form || !kind) return undefined;
  const textStart = Math.min(start + form[0].length, text.raw.length);
  return {
    type: 'decision',
    fact: {
      kind,
      text: text.visible(textStart, text.raw.length),
      span: text.span(start, text.raw.trimEnd().length),
      markerSpan: text.span(start, start + kind.length),
    },
  };
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

/** `Name: …`, also `Name, Name:`, `Name/Name:`, `Name (via chat):`; never a known label or marker. */
function readSpeech(text: LeafText, start: number): Marked | undefined {
  const colon = text.raw.indexOf(':', start);
  if (colon < 0 || colon > start + longestHead) return undefined;
  const form = speechForm.exec(text.raw.slice(start));
  const head = form?.[1]?.replace(/[*_]+$/, '');
  if (!head || fieldOf(head) || beginsWithMarker(head)) return undefined;
  const speakers = readPeople({ text: head, span: (from, to) => text.span(start + from, start + to) }, 'speaker');
  const plausible =
    speakers.length > 0 &&
    speakers.length <= 4 &&
    speakers.every((speaker) => looksLikeName(speaker.name) && speaker.affiliation === undefined);
  if (!plausible || leadingBlank(head) > 0) return undefined;
  return { type: 'speech', fact: { speakers, span: text.span(start, text.raw.trimEnd().length) } };
}
