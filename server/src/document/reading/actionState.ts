import type { Span } from '../../text/span.js';
import { stateMarks, stateWords, type ActionState } from '../schema.js';

/** How an action went, as its text says in front or behind. */
export interface ToldState {
  readonly state: ActionState;
  /** Length of what says it in front of the text; 0 where it is said behind. */
  readonly length: number;
}

const word = stateWords.map(([, words]) => words).join('|');
/** `DONE: `, `(done) `, `Done - ` in front of an action, never `done` in a sentence. */
const inFront = new RegExp(
  `^[*_]{0,2}(?:[([](${word})[)\\]]:?|(${word})(?:[*_]{0,2}\\s*:|\\s+[-–—]))[*_]{0,2}\\s+(?=\\S)`,
  'i',
);
/** Behind a dash, a colon, an arrow, a full stop or in brackets: `… - in progress`, `… → carried over`, `… (done by Jan)`. */
const behind = new RegExp(
  `(?:\\s(?:[-–—]+|→|=>|->|⇒)\\s*|[:;([]\\s*|\\.\\s+)[*_~]{0,2}(?:(?:this|it) )?(?:(?:still|now|is|was|has been|is still|mostly|partly|already) )*(${word})(?![\\p{L}\\d])(?=\\W*$|\\s*[^\\w\\s]|\\s+(?:by|in|on|until|since|to next|last|this|yesterday|today|for|at|already|offline|but|as|after)\\b)`,
  'iu',
);

const reportForm = new RegExp(`^[*_]{0,2}(${word})(?![\\p{L}\\d])`, 'iu');
const wholeWords = stateWords.map(([state, words]) => [state, new RegExp(`^(?:${words})$`, 'i')] as const);

/** What an action's text says of how it went; `undefined` where it says nothing. */
export function stateIn(text: string): ToldState | undefined {
  const mark = stateMarks.find(([, form]) => form.test(text));
  const marked = mark?.[1].exec(text)?.[0].length ?? 0;
  const front = inFront.exec(text);
  if (front) return { state: stateOf(front[1] ?? front[2] ?? ''), length: front[0].length };
  if (mark && marked > 0) return { state: stateIn(text.slice(marked))?.state ?? mark[0], length: marked };
  if (/^~~[^~]+~~[\s.]*(?:[([]?\w+[)\]]?)?$/.test(text)) return { state: 'done', length: 0 };
  const last = behind.exec(text);
  if (last) return { state: stateOf(last[1] ?? ''), length: 0 };
  const end = stateMarks.find(([, , atEnd]) => atEnd.test(text));
  return end && { state: end[0], length: 0 };
}

/** Where a text says in words how it went; `undefined` where it does not, or by a mark. */
export function stateWordIn(text: string): Span | undefined {
  const front = inFront.exec(text);
  const found = front ?? behind.exec(text);
  const said = found?.[1] ?? found?.[2];
  if (!found || said === undefined) return undefined;
  // Words that end in it may stand before: `(it is still open)`.
  const at = front ? found[0].indexOf(said) : found[0].lastIndexOf(said);
  return { start: found.index + at, end: found.index + at + said.length };
}

/** Where a mark in front or at the end says how it went. */
export function stateMarkIn(text: string): Span | undefined {
  for (const [, ...forms] of stateMarks)
    for (const form of forms) {
      const found = form.exec(text);
      if (found) return { start: found.index, end: found.index + found[0].length };
    }
  return undefined;
}

/** An action's text without what it says at its end of how it went. */
export function withoutState(text: string): string {
  return text.slice(0, behind.exec(text)?.index ?? text.length);
}

/** What a sub-item that begins with such a word says of the action above it. */
export function stateOfReport(text: string): ActionState | undefined {
  const found = reportForm.exec(text);
  return found ? stateOf(found[1] ?? '') : undefined;
}

function stateOf(said: string): ActionState {
  return wholeWords.find(([, form]) => form.test(said))?.[0] ?? 'open';
}

/** Whether nothing more is to be done. */
export function isEnded(state: ActionState | undefined): boolean {
  return state === 'done' || state === 'dropped';
}
