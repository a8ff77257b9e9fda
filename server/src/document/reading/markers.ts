import { readDate } from '../dates.js';
import type { Action, Clarification, Decision, PersonMention, Speech, Todo } from '../facts.js';
import {
  decisionKinds,
  fieldOf,
  groupWords,
  iconResidue,
  markers,
  statedUnknown,
  todoTitle,
  type DecisionKind,
} from '../schema.js';
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

const words = [...markers, ...decisionKinds].filter((marker) => marker !== 'Q').join('|');
const anyMarker = new RegExp(`^[*_]{0,2}(?:(?:${words})s?(?![\\p{L}\\d])|Q\\s*(?:[:(]|$))`, 'iu');

/** Whether a text begins with a marker, so that its words before a colon are no label and nobody's name. */
export function beginsWithMarker(raw: string): boolean {
  return anyMarker.test(raw.replace(iconResidue, ''));
}

/** A task list's tick, and whether sub-items tell how an action went. */
interface Task {
  readonly checked: boolean | undefined;
  readonly progress: boolean;
}

/**
 * `ACTION Name, Name (by 2013-03-15): text`, and the forms seen in its place: `ACTION: text`, `Action Lars:: text`,
 * `**ACTION**: text`, `Action Lars: - text`, `ACTION ITEM Lars: text`. In lower case the word needs its colon, so that prose
 * is no action.
 */
const actionForm =
  /^action(?:\s+item\b)?(?:[*_]{1,2})?(?:\s*[-–—]\s)?(?:\s+(?:on|for)\b)?([^:\n]{0,120}?)(?:[*_]{1,2})?\s*:{1,2}(?:[*_]{1,2})?\s*(?:-\s+)?/i;
const bareAction = /^ACTION(?:[*_]{1,2})?(?=\s)\s*(?:-\s+)?/;

function readAction(text: LeafText, start: number, task: Task): Action | undefined {
  const raw = text.raw.slice(start);
  if (!/^action\b/i.test(raw)) return undefined;
  const form = actionForm.exec(raw);
  const owners = form?.[1] ?? '';
  if (form && ownersPlausible(owners, raw.startsWith('ACTION'))) {
    const ownersAt = owners === '' ? 6 : form[0].lastIndexOf(owners);
    return actionOf(text, { start, length: form[0].length, owners, ownersAt: start + ownersAt, task });
  }
  const bare = bareAction.exec(raw);
  return bare ? actionOf(text, { start, length: bare[0].length, owners: '', ownersAt: start + 6, task }) : undefined;
}

/** Between the marker and its colon stand names, a due date, or nothing; in upper case also a group such as "XenServer team". */
function ownersPlausible(owners: string, upperCase: boolean): boolean {
  const names = owners
    .replace(dueForm, '')
    .replace(/^[\s*_]*[([]([^()[\]]*)[)\]]/, '$1')
    .replace(/\([^()]*\)|\[[^[\]]*\]|[*_]{1,2}/g, '')
    .trim();
  if (names === '' || statedUnknown.test(names)) return true;
  const words = names.split(/\s*(?:[,;&/]|\band\b|\bor\b)\s*/).filter((name) => name !== '');
  return words.length > 0 && words.every((name) => looksLikeName(name) || (upperCase && ownerGroup.test(name)));
}

/** A due date behind the owners; without parentheses it ends the head. */
const dueForm = /\(\s*(?:(?:by|due)\s+([^()]+)|(\d{4}-\d{2}-\d{2})\s*)\)|\s(?:by|due)\s+([^(),:]*\d[^(),:]*)$/i;
const ownerGroup = new RegExp(`^\\S+(?:(?:\\s\\S+)?\\s(?:${groupWords.join('|')}))?$`, 'i');

/** What the head of an action is read as: offsets are in the leaf's text, `length` is the head's. */
interface ActionHead {
  readonly start: number;
  readonly length: number;
  readonly owners: string;
  readonly ownersAt: number;
  readonly task: Task;
}

function actionOf(text: LeafText, { start, length, owners, ownersAt, task }: ActionHead): Action {
  const due = dueForm.exec(owners);
  const named = due ? owners.replace(due[0], ' '.repeat(due[0].length)) : owners;
  const unknown = statedUnknown.test(named.trim());
  const end = text.raw.trimEnd().length;
  const textStart = Math.min(start + length, end);
  const dueText = due?.[1] ?? due?.[2] ?? due?.[3];
  const dueStart = due ? ownersAt + due.index + leadingBlank(due[0]) : 0;
  const dueDate = dueText === undefined ? undefined : readDate(dueText);
  const ownersText = named.trim().replace(/\s+/g, ' ');
  const head = canonicalHead(text, { start, textStart, ownersText, due: dueText });
  return {
    span: text.span(start, end),
    markerSpan: text.span(start, start + 6),
    owners: unknown ? [] : readOwners(named, (from, to) => text.span(ownersAt + from, ownersAt + to)),
    ownersText,
    ownerStatedUnknown: unknown,
    text: text.visible(textStart, end),
    textSpan: text.span(textStart, end),
    ...(dueText !== undefined && {
      due: {
        text: dueText.trim(),
        span: text.span(dueStart, dueStart + (due?.[0].trim().length ?? 0)),
        ...(dueDate && { date: dueDate }),
      },
    }),
    done: task.checked === true,
    previous: false,
    progress: task.progress,
    ...(head !== undefined && {
      canonicalHead: { span: text.span(0, textStart), text: textStart < end ? `${head} ` : head },
    }),
  };
}

/** `(Jan)` and `[Jan]` are owners too when nothing else stands there; "or" parts names as a comma does. */
function readOwners(named: string, span: LeafText['span']): PersonMention[] {
  const alone = /^(\s*)[([]([^()[\]]+)[)\]]\s*$/.exec(named);
  const inner = alone ? `${alone[1] ?? ''} ${alone[2] ?? ''} ` : named;
  return readPeople({ text: inner.replace(/\bor\b/g, ' ,'), span }, 'owner');
}

/** The head as it should stand, with the owners as written; `undefined` when it stands so. */
function canonicalHead(
  text: LeafText,
  head: { start: number; textStart: number; ownersText: string; due: string | undefined },
): string | undefined {
  const owners = head.ownersText
    .replace(/[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}/g, '')
    .replace(/^[([]([^()[\]]+)[)\]]$/, '$1')
    .trim();
  const canonical = `ACTION${owners === '' ? '' : ` ${owners}`}${head.due === undefined ? '' : ` (by ${head.due.trim()})`}:`;
  // Emphasis that opens before the marker and ends in the text stays: it is the whole line's.
  const opening = /[*_]*$/.exec(text.raw.slice(0, head.start))?.[0] ?? '';
  const closed = text.raw.slice(head.start, head.textStart).includes(opening);
  const right = closed ? canonical : opening + canonical;
  return text.raw.slice(0, head.textStart).trimEnd() === right ? undefined : right;
}

function readTodo(text: LeafText, start: number): Todo | undefined {
  const raw = text.raw.slice(start);
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

/** `Name: …`, also `Name, Name:`, `Name/Name:`, `Name (via chat):`; never a known label or marker. */
function readSpeech(text: LeafText, start: number): Marked | undefined {
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
