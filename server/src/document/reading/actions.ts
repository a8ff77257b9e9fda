import type { Action } from '../facts.js';
import { statedNone } from '../schema.js';
import { actionOf, type ActionParts, type Task } from './actionOf.js';
import type { LeafText } from './leafText.js';
import { bracketedOwners, dueForm, ownersAhead, ownersPlausible } from './owners.js';
import { looksLikeName } from './people.js';

/** The word that makes a line an action, and what stands around it. */
interface Marker {
  /** Offsets of the word itself in the text behind `start`. */
  readonly from: number;
  readonly to: number;
  /** Behind the word, its number and the bracket that closes. */
  readonly end: number;
  /** Whether it is sure without a colon: in capitals, in brackets, with a `#`. */
  readonly sure: boolean;
  /** Whether it stands in a bracket that is still open. */
  readonly open: boolean;
  /** Whether it may be something else, such as somebody's initials, and counts only with an owner. */
  readonly weak: boolean;
}

/** What a marker begins with. */
const mayBeMarker = /[[(#at]/i;
const markerForm =
  /^([[(]\s*)?(#?)(action(?:[ \t_-]+(?:item|point)\b(?!s))?(?![a-z\d])|AI\b|AP\b|TODO\b|To-?Do\b)(?:[ \t]*[#-]?[ \t]?\d{1,4}\b(?![:.]?\d))?(?:([*_]{1,2})?[ \t]*([\])])([*_]{1,2})?)?/i;

function markerAt(raw: string): Marker | undefined {
  const form = markerForm.exec(raw);
  const [whole = '', open = '', hash = '', word = '', , close] = form ?? [];
  if (!form || /^(?:[ \t_-]+(?:item|point))?s(?![a-z])/i.test(raw.slice(open.length + hash.length + word.length)))
    return undefined;
  const weak = !/^action/i.test(word);
  // In small letters these are other words.
  if (weak && /^(?:ai|ap|todo)$/i.test(word) && word !== word.toUpperCase()) return undefined;
  // `[TODO Title]` is a session without notes.
  if (/^to/i.test(word) && open !== '' && close === undefined) return undefined;
  const from = open.length + hash.length;
  return {
    from,
    to: from + (/^action/i.test(word) ? 6 : word.length),
    end: whole.length,
    sure: /^(?:ACTION|AI|AP)/.test(word) || hash !== '' || close !== undefined || open !== '',
    open: open !== '' && close === undefined,
    weak: weak && close === undefined && open === '' && hash === '',
  };
}

/** What stands behind the marker: names, a due date, a colon; offsets are in the text behind the marker. */
interface Head {
  readonly owners: string;
  readonly ownersAt: number;
  readonly length: number;
}

const colonHead = /^(?:[*_]{1,2})?(?:\s*[-–—]\s)?(?:\s+(?:on|for)\b)?([^:\n]{0,120}?)(?:[*_]{1,2})?\s*:{1,2}/;
/** `ACTION Jan - ask`. */
const dashHead = /^(?:[*_]{1,2})?((?:\s+(?:on|for)\b)?)\s+([^:\n]{1,80}?)(?:[*_]{1,2})?\s[-–—](?=\s)/;

function headBehind(rest: string, { sure, end }: Marker, capitals: boolean): Head | undefined {
  const dashed = dashHead.exec(rest);
  if (dashed && (sure || dashed[1] !== '') && ownersPlausible(dashed[2] ?? '', false))
    return {
      owners: dashed[2] ?? '',
      ownersAt: end + dashed[0].lastIndexOf(dashed[2] ?? ''),
      length: dashed[0].length,
    };
  const form = colonHead.exec(rest);
  const owners = form?.[1] ?? '';
  if (form && ownersPlausible(owners, capitals))
    return { owners, ownersAt: owners === '' ? end : end + form[0].lastIndexOf(owners), length: form[0].length };
  return sure ? { owners: '', ownersAt: end, length: 0 } : undefined;
}

/** `[ACTION: Jan] ask`, and all in brackets: `[ACTION Jan: ask]`. */
function bracketed(raw: string, { end, from }: Marker): { readonly head: Head; readonly close: number } | undefined {
  const close = raw.search(/[\])]/);
  if (close < 0) return undefined;
  const inner = /^\s*:?\s*(?:(?:on|for)\s+)?/.exec(raw.slice(end, close))?.[0].length ?? 0;
  const owners = raw.slice(end + inner, close);
  const behind = /^\s*[:–—-]?\s*/.exec(raw.slice(close + 1))?.[0].length ?? 0;
  const alone = raw.slice(close + 1).trim() === '';
  if (alone || from > close || owners.trim() === '' || !ownersPlausible(owners, false)) return undefined;
  return { head: { owners, ownersAt: end + inner, length: close + 1 + behind - end }, close };
}

/**
 * Reads an action's line from its marker at `start`; `undefined` when it is none. The usual form is `ACTION Name, Name (by
 * 2013-03-15): text`; the forms seen in its place are `ACTION: text`, `Action Lars:: text`, `**ACTION**: text`, `Action Lars: - text`,
 * `[ACTION] Lars: text`, `ACTION #12 Lars: text`, `AI Lars: text`. In lower case the word needs its colon, so that prose is no action.
 */
export function readAction(text: LeafText, start: number, task: Task): Action | undefined {
  if (!mayBeMarker.test(text.raw.charAt(start))) return undefined;
  const raw = text.raw.slice(start);
  const marker = markerAt(raw);
  if (!marker) return undefined;
  const parts = partsBehind(text, start, marker, task);
  if (!parts) return undefined;
  const end = parts.textEnd ?? text.raw.trimEnd().length;
  const said = text.raw.slice(parts.textStart, end);
  if (parts.owners === '' && /^(?:no(?:ne|thing)?\b(?: new)?(?: actions?| items?)?|n\/a)\W*$/i.test(said))
    return undefined;
  if (parts.owners === '' && statedNone.test(said)) return undefined;
  const head = canonicalHead(text, parts);
  return { ...actionOf(text, parts), ...(head && { canonicalHead: head }) };
}

function partsBehind(text: LeafText, start: number, marker: Marker, task: Task): ActionParts | undefined {
  const raw = text.raw.slice(start);
  const inBracket = marker.open ? bracketed(raw, marker) : undefined;
  const whole = marker.open && !inBracket ? /[\])][*_]{0,2}\s*$/.exec(raw) : undefined;
  if (marker.open && !inBracket && !whole) return undefined;
  const rest = raw.slice(marker.end);
  const word = raw.slice(marker.from, marker.to);
  const head = inBracket?.head ?? headBehind(rest, marker, word === word.toUpperCase() && /^action/i.test(word));
  if (!head || (head.length === 0 && !/^(?:[*_]{1,2})?(?:\s|$)/.test(rest))) return undefined;
  // Emphasis behind the colon belongs to the head only where it ends what began before the marker.
  const opened = /[*_]$/.test(text.raw.slice(0, start)) && !/[*_]/.test(raw.slice(0, marker.end + head.length));
  const closing = opened ? (/^[*_]{1,2}/.exec(rest.slice(head.length))?.[0].length ?? 0) : 0;
  const at = marker.end + head.length + closing;
  const textStart = start + at + gapAt(raw, at);
  const parts: ActionParts = {
    start,
    marker: { start: start + marker.from, end: start + marker.to },
    owners: head.owners,
    ownersAt: start + head.ownersAt,
    textStart,
    ...(whole && { textEnd: start + whole.index }),
    task,
  };
  const owned = head.owners.trim() === '' ? withOwnersAhead(text, parts) : parts;
  // `AI (in chat): …` is somebody who speaks.
  const named = owned.owners.replace(/\([^()]*\)/g, '').trim() !== '';
  return marker.weak && !named ? undefined : owned;
}

/** `ACTION: Jan: ask`, `ACTION: Jan to ask`, `ACTION Jan`: the owners stand where the text begins. */
function withOwnersAhead(text: LeafText, parts: ActionParts): ActionParts {
  const { textStart, textEnd = text.raw.trimEnd().length } = parts;
  const said = text.raw.slice(textStart, textEnd);
  const ahead = ownersAhead(said);
  if (ahead) return { ...parts, owners: ahead.owners, ownersAt: textStart, textStart: textStart + ahead.length };
  return looksLikeName(said) && said !== ''
    ? { ...parts, owners: said, ownersAt: textStart, textStart: textEnd }
    : parts;
}

/** Length of the blanks, and of a dash, between a head and its text. */
function gapAt(raw: string, from: number): number {
  return /^[*_]{0,2}(?:\s+|$)(?:-\s+)*|^\s*(?:-\s+)*/.exec(raw.slice(from))?.[0].length ?? 0;
}

/** The head as it should stand, with the owners as written, where it stands otherwise and would be read as the same. */
function canonicalHead(text: LeafText, parts: ActionParts): Action['canonicalHead'] {
  const { start, owners, textStart, textEnd } = parts;
  const due = dueForm.exec(owners);
  const dueText = (due?.[1] ?? due?.[2] ?? due?.[3])?.trim();
  const named = (due ? owners.replace(due[0], ' ') : owners).trim();
  const names = (bracketedOwners(named) ?? named)
    .replace(/[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const canonical = `ACTION${names === '' ? '' : ` ${names}`}${dueText === undefined ? '' : ` (by ${dueText})`}:`;
  if (textEnd !== undefined || !readsAs(canonical, names, dueText)) return undefined;
  // Emphasis that opens before the marker and ends in the text stays: it is the whole line's. So do icons.
  const before = text.raw.slice(0, start);
  const opening = /(?<![*_])[*_]*$/.exec(before)?.[0] ?? '';
  const from = /[^\p{ASCII}]/u.test(before) ? start - opening.length : 0;
  const closed = opening !== '' && text.raw.slice(start, textStart).includes(opening);
  const right = opening !== '' && !closed ? opening + canonical : canonical;
  if (text.raw.slice(from, textStart).trimEnd() === right) return undefined;
  return { span: text.span(from, textStart), text: textStart < text.raw.trimEnd().length ? `${right} ` : right };
}

function readsAs(canonical: string, owners: string, due: string | undefined): boolean {
  const read = colonHead.exec(canonical.slice(6))?.[1] ?? '';
  const date = dueForm.exec(read);
  const same = read.replace(date?.[0] ?? '', '').trim() === owners && (date?.[1] ?? date?.[2])?.trim() === due;
  return same && ownersPlausible(read, true);
}
