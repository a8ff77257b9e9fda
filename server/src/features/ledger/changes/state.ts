import { place, type Document } from '../../../document/document.js';
import { stateMarkIn, stateWordIn } from '../../../document/reading/actionState.js';
import { lineAround } from '../../../text/lines.js';
import { shift } from '../../../text/span.js';
import type { TextEdit } from '../../../text/edits.js';
import { endOfWords, insertion, partsOf, type ActionPlace, type Way } from './way.js';

/** Ways to say that an action is done, or still open: in the words that tell it now, by the tick of a task list, in brackets behind it. */
export function waysToState(document: Document, at: ActionPlace, state: 'done' | 'open'): readonly Way[] {
  const box = ticked(document, at, state);
  const told = withoutMark(document, at, state);
  const behind = insertion(endOfWords(document, partsOf(document, at)), ` (${state})`);
  return [
    ...told.map((edit) => ({ edits: [...(box && !box.isNew ? [box.edit] : []), edit] })),
    ...(box ? [{ edits: [box.edit] }] : []),
    ...(box ? [{ edits: [...(box.isNew ? [] : [box.edit]), behind] }] : []),
    { edits: [behind] },
  ];
}

/** A list item's box with its tick, or without. */
function ticked(document: Document, at: ActionPlace, state: 'done' | 'open'): Box | undefined {
  const { isItem, box, words } = itemAround(document, at);
  if (!isItem) return undefined;
  const tick = state === 'done' ? '[x]' : '[ ]';
  return box ? { edit: { span: box, text: tick }, isNew: false } : { edit: insertion(words, `${tick} `), isNew: true };
}

interface Box {
  readonly edit: TextEdit;
  readonly isNew: boolean;
}

/** What stands before the words of the line that an action begins on. */
function itemAround({ text }: Document, { section, action }: ActionPlace) {
  const line = lineAround(text, place(section, action.span).start);
  const [before = '', item = '', box] =
    /^[ \t]*((?:[-+*]|\d{1,9}[.)])[ \t]+)?(\[[ xX]\][ \t]+)?/.exec(text.slice(line.start, line.end)) ?? [];
  const words = line.start + before.length;
  const start = words - (box?.length ?? 0);
  return { isItem: item !== '', words, box: box === undefined ? undefined : { start, end: start + 3 } };
}

/** The word for the state as another one, and the mark or the stroke for it taken away. */
function withoutMark(document: Document, at: ActionPlace, state: 'done' | 'open'): TextEdit[] {
  const start = itemAround(document, at).words;
  const said = document.text.slice(start, partsOf(document, at).text.end);
  const word = stateWordIn(said);
  if (word) return [{ span: shift(word, start), text: inCaseOf(said.slice(word.start, word.end), state) }];
  const mark = stateMarkIn(said);
  if (mark) return [{ span: shift(mark, start), text: '' }];
  const stroke = /^~~([^~]+)~~/.exec(said);
  return stroke ? [{ span: { start, end: start + stroke[0].length }, text: stroke[1] ?? '' }] : [];
}

/** `DONE:` in front of an action becomes `OPEN:`, and `Done` `Open`. */
function inCaseOf(word: string, state: string): string {
  if (word === word.toUpperCase()) return state.toUpperCase();
  return word.charAt(0) === word.charAt(0).toUpperCase() ? state.charAt(0).toUpperCase() + state.slice(1) : state;
}
