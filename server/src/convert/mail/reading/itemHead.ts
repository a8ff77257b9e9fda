import { beginsWithMarker } from '../../../document/reading/markers.js';
import { actionWord, bulletMarks } from '../../../document/schema.js';
import { iconLength } from '../../../document/undecorated.js';
import { isActionsLabel } from './labels.js';
import { indentOf } from './line.js';
import type { Names } from './names.js';
import { speechHead } from './speechHead.js';

/** How a line begins an item. Columns are from 0. */
export interface ItemHead {
  readonly kind: 'bullet' | 'number' | 'speech' | 'marker';
  /** Where the head stands; half a column less where items at the same column are below it. */
  readonly column: number;
  /** Where its text begins. */
  readonly content: number;
  /** Empty where nothing but a bullet or a number stands in the line. */
  readonly text: string;
  readonly number?: number;
  /** What the item is marked with, where it is a bullet. */
  readonly mark?: string;
  readonly checked?: boolean;
}

const bulletForm = new RegExp(`^(?:[${bulletMarks.replace('-', '\\-')}]|o|[-=]>|[→⇒➔➜])(?:\\s+|$)`);
const starsForm = /^(\*{2,5}|-{2,3}>?)\s+(?=\S)/;
const numberForm = /^\(?(\d{1,3})[.)](?:\s+(?=\S)|$)/;
const letterForm = /^\(?[a-zA-Z]\)\s+(?=\S)/;
const boxForm = /^\[([ xX])\]\s+/;

/** The head of an item that a line begins with; `undefined` for a line of text. */
export function itemHead(line: string, names: Names): ItemHead | undefined {
  const column = indentOf(line);
  const text = line.slice(column);
  const listed = bulletHead(text, column) ?? numberHead(text, column);
  if (listed) return { ...listed, text: asSpeech(listed.text, names) };
  if (isMarked(text)) return { kind: 'marker', column, content: column + 2, text };
  const speech = speechHead(text, names);
  if (!speech) return undefined;
  const alone = speech.text === '';
  return {
    kind: 'speech',
    column: alone ? column - 0.5 : column,
    content: column + (alone ? 1 : speech.length),
    text: alone ? `${speech.head}:` : `${speech.head}: ${speech.text}`,
  };
}

/** A bullet's text with a colon behind who speaks, where a mail has another form for that. */
function asSpeech(text: string, names: Names): string {
  const speech = mayBeOtherForm.test(text) ? speechHead(text, names) : undefined;
  return speech && speech.text !== '' ? `${speech.head}: ${speech.text}` : text;
}

const mayBeOtherForm = /^(?:[*_]{0,2}\p{Ll}[\p{L}'_.-]*\s{0,3}:|[^:\n]{1,40}?\s?[-–—]{1,2}\s)/u;

/** A line without the bullet or the number that it begins with. */
export function withoutBullet(line: string): string {
  const column = indentOf(line);
  const text = line.slice(column);
  return (bulletHead(text, column) ?? numberHead(text, column))?.text ?? text;
}

function bulletHead(text: string, column: number): ItemHead | undefined {
  const bullet = bulletForm.exec(text)?.[0];
  // `o` is a bullet only where a word with a capital follows: otherwise it is a word itself.
  if (bullet !== undefined && (!bullet.startsWith('o') || /^o\s+[\p{Lu}\d]/u.test(text)))
    return bulletAt(column, column, bullet, text);
  const stars = starsForm.exec(text);
  if (stars && !/^--\s/.test(text)) return bulletAt(column + (stars[1]?.length ?? 1) - 1, column, stars[0], text);
  const letter = letterForm.exec(text);
  return letter ? { kind: 'bullet', column, content: column + letter[0].length, text } : undefined;
}

function bulletAt(column: number, written: number, head: string, text: string): ItemHead {
  const rest = text.slice(head.length);
  const box = boxForm.exec(rest);
  return {
    kind: 'bullet',
    column,
    content: written + head.length,
    text: box ? rest.slice(box[0].length) : rest,
    mark: head.trim(),
    ...(box && { checked: box[1] !== ' ' }),
  };
}

function numberHead(text: string, column: number): ItemHead | undefined {
  const number = numberForm.exec(text);
  return (
    (number && {
      kind: 'number',
      column,
      content: column + number[0].length,
      text: text.slice(number[0].length),
      number: Number(number[1]),
    }) ??
    undefined
  );
}

/** `ACTION Jan: …`, `**AGREED**: …`, `[AI] Jan …`, `#action …`: in capitals, or an action in any case, with a colon or in brackets. */
function isMarked(text: string): boolean {
  const shown = text.slice(iconLength(text));
  const [marks = ''] = /^[*_[(#]{1,3}/.exec(shown) ?? [];
  const bare = shown.slice(marks.length);
  if (isActionsLabel(shown) || /^\s/.test(bare)) return false;
  const action = actionWord.exec(bare)?.[0];
  if (action !== undefined && (/^#/.test(marks) || (/[[(]$/.test(marks) && /^[\])]/.test(bare.slice(action.length)))))
    return true;
  if (!/^[^:\n]{1,120}:|^ACTION\b|^[Aa]ction (?:on|for) \p{Lu}[^:\n]{1,60} [-–—] /u.test(bare)) return false;
  const word = /^\p{Lu}{2,}\b/u.exec(bare)?.[0];
  if (word !== undefined && beginsWithMarker(word)) return true;
  // `Action is needed: …` is prose.
  return action !== undefined && /^\s*(?:\p{Lu}|[^\p{L}\s]|(?:on|for) \p{Lu})/u.test(bare.slice(action.length));
}
