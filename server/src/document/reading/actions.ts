import { readDate } from '../dates.js';
import type { Action, PersonMention } from '../facts.js';
import { dueBeginnings, groupWords, placeholderOwner, statedUnknown } from '../schema.js';
import { leadingBlank, type LeafText } from './leafText.js';
import { looksLikeName, readPeople } from './people.js';

/** A task list's tick, and whether sub-items tell how an action went. */
export interface Task {
  readonly checked: boolean | undefined;
  readonly progress: boolean;
}

/**
 * `ACTION Name, Name (by 2013-03-15): text`, and the forms seen in its place: `ACTION: text`, `Action Lars:: text`,
 * `**ACTION**: text`, `Action Lars: - text`, `ACTION ITEM Lars: text`. In lower case the word needs its colon, so that prose
 * is no action.
 */
const actionForm =
  /^action(?:\s+(?:item|point)\b)?(?:[*_]{1,2})?(?:\s*[-–—]\s)?(?:\s+(?:on|for)\b)?([^:\n]{0,120}?)(?:[*_]{1,2})?\s*:{1,2}/i;
const bareAction = /^ACTION(?:[*_]{1,2})?(?=\s)/;

/** `ACTION Jan - ask`: in capitals a dash ends the head too. */
const dashedAction = /^ACTION(?:\s+(?:ITEM|POINT)\b)?(?:[*_]{1,2})?\s+([^:\n]{1,80}?)(?:[*_]{1,2})?\s[-–—](?=\s)/;

/** Reads an action's line from its marker at `start`; `undefined` when it is none. */
export function readAction(text: LeafText, start: number, task: Task): Action | undefined {
  const raw = text.raw.slice(start);
  // `Action items:` in the plural is a title of what follows.
  if (!/^action(?![a-z\d]|\s+(?:item|point)s\b)/i.test(raw)) return undefined;
  const dashed = dashedAction.exec(raw);
  const form = dashed && ownersPlausible(dashed[1] ?? '', false) ? dashed : actionForm.exec(raw);
  const owners = form?.[1] ?? '';
  if (form && ownersPlausible(owners, raw.startsWith('ACTION'))) {
    const ownersAt = start + (owners === '' ? 6 : form[0].lastIndexOf(owners));
    // Emphasis behind the colon belongs to the head only where it ends what began before the marker.
    const closing = /[*_]$/.test(text.raw.slice(0, start)) && !/[*_]/.test(form[0]) ? /^[*_]{1,2}/ : /^/;
    const colon = form[0].length + (closing.exec(raw.slice(form[0].length))?.[0].length ?? 0);
    return actionOf(text, { start, length: colon + gapAt(raw, colon), owners, ownersAt, task });
  }
  const bare = bareAction.exec(raw)?.[0].length;
  if (bare === undefined) return undefined;
  return actionOf(text, { start, length: bare + gapAt(raw, bare), owners: '', ownersAt: start + 6, task });
}

/** Length of the blanks, and of a dash, between a head and its text. */
function gapAt(raw: string, from: number): number {
  return /^\s*(?:-\s+)*/.exec(raw.slice(from))?.[0].length ?? 0;
}

/** Between the marker and its colon stand names, a due date, or nothing; in upper case also a group such as "XenServer team". */
function ownersPlausible(owners: string, upperCase: boolean): boolean {
  const names = owners
    .replace(dueForm, '')
    .replace(/\([^()]*\)|\[[^[\]]*\]|[*_]{1,2}/g, '')
    .trim();
  if (names === '' || statedUnknown.test(names)) return true;
  const words = names.split(/\s*(?:[,;&/]|\band\b|\bor\b)\s*/).filter((name) => name !== '');
  const plausible = (name: string): boolean =>
    looksLikeName(name) || handle.test(name) || placeholderOwner.test(name) || (upperCase && ownerGroup.test(name));
  return words.length > 0 && words.every(plausible);
}

/** `@jan`, as people are called on the web. */
const handle = /^@[\w-]+(?:\.[\w-]+)*$/;

/** A due date behind the owners; without parentheses it ends the head. */
const dueForm = new RegExp(
  [
    /\(\s*(?:(?:by|due)\s+([^()]+)|(\d{4}-\d{2}-\d{2})\s*)\)/.source,
    `\\s(?:by|due)\\s+([^(),:]*\\d[^(),:]*|(?:${dueBeginnings.join('|')})\\b[^(),:]*)$`,
  ].join('|'),
  'i',
);
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

/** `(Jan)` and `[Jan]` are owners too when nothing else stands there; "or" parts names as a comma does; "someone" is nobody. */
function readOwners(named: string, span: LeafText['span']): PersonMention[] {
  const text = (bracketedOwners(named) ?? named).replace(/\bor\b/g, ' ,');
  return readPeople({ text, span }, 'owner').filter((owner) => !owner.unnamed);
}

/** The text with blanks for the brackets around names that stand alone; `undefined` when they hold no names. */
function bracketedOwners(named: string): string | undefined {
  const inner = /^\s*[([]([^()[\]]+)[)\]]\s*$/.exec(named)?.[1];
  const names = inner?.split(/[,;&/]|\band\b|\bor\b/).map((name) => name.trim());
  return names?.every(looksLikeName) ? named.replace(/[()[\]]/g, ' ') : undefined;
}

/** The head as it should stand, with the owners as written; `undefined` when it stands so. */
function canonicalHead(
  text: LeafText,
  head: { start: number; textStart: number; ownersText: string; due: string | undefined },
): string | undefined {
  const owners = (bracketedOwners(head.ownersText) ?? head.ownersText)
    .replace(/[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const canonical = `ACTION${owners === '' ? '' : ` ${owners}`}${head.due === undefined ? '' : ` (by ${head.due.trim()})`}:`;
  if (!readsAs(canonical, owners, head.due)) return undefined;
  // Emphasis that opens before the marker and ends in the text stays: it is the whole line's.
  const opening = /[*_]*$/.exec(text.raw.slice(0, head.start))?.[0] ?? '';
  const closed = text.raw.slice(head.start, head.textStart).includes(opening);
  const right = closed ? canonical : opening + canonical;
  return text.raw.slice(0, head.textStart).trimEnd() === right ? undefined : right;
}

/** Whether a head in canonical form would be read as the owners and the due date it was made of. */
function readsAs(canonical: string, owners: string, due: string | undefined): boolean {
  const form = actionForm.exec(canonical);
  const read = form?.[1] ?? '';
  const date = dueForm.exec(read);
  const same = read.replace(date?.[0] ?? '', '').trim() === owners && date?.[1]?.trim() === due?.trim();
  return same && form?.[0].length === canonical.length && ownersPlausible(read, true);
}
