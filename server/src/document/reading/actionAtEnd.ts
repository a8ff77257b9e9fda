import type { Action, PersonMention } from '../facts.js';
import { actionOf, type Task } from './actionOf.js';
import type { LeafText } from './leafText.js';
import { ownersAhead, ownersPlausible } from './owners.js';

/** `… *ACTION*`, `… [ACTION Jan]`, `… (action: Jan)`, and in capitals behind a full stop or a dash. */
const form =
  /(?:\s(?:[*_]{1,2}|[[(])[*_]{0,2}(action(?:\s+item|\s+point)?)(?::?\s+([^()[\]*\n]{1,60}?))?(?:[*_]{1,2}|[*_]{0,2}[\])])|(?<=[.!?:;,–—-])\s+(ACTION(?:\s+ITEM)?))[\s.]*$/i;

/** What a speech or a sentence asks for that ends with the marker: its owner is named there, else speaks, else is the sentence's subject. */
export function actionAtEnd(
  text: LeafText,
  speech: { readonly speakers: readonly PersonMention[]; readonly textStart: number } | undefined,
  task: Task,
): Action | undefined {
  if (!/action/i.test(text.raw.slice(-90))) return undefined;
  const found = form.exec(text.raw);
  const word = found?.[1] ?? found?.[3];
  if (!found || word === undefined || (found[3] !== undefined && word !== word.toUpperCase())) return undefined;
  const owners = found[2] ?? '';
  const textStart = speech?.textStart ?? 0;
  if (!ownersPlausible(owners, true) || text.raw.slice(textStart, found.index).trim() === '') return undefined;
  const at = found.index + found[0].indexOf(word);
  const ownersAt =
    owners === '' ? at : at + word.length + found[0].slice(found[0].indexOf(word) + word.length).indexOf(owners);
  const action = actionOf(text, {
    start: textStart,
    marker: { start: at, end: at + 6 },
    owners,
    ownersAt,
    textStart,
    textEnd: found.index,
    task,
  });
  return owners === '' ? { ...action, ...ownersOf(text, textStart, found.index, speech?.speakers) } : action;
}

/** The speakers, as owners; else who is said to do it in the last sentence. */
function ownersOf(
  text: LeafText,
  start: number,
  end: number,
  speakers: readonly PersonMention[] | undefined,
): Partial<Action> {
  if (speakers)
    return {
      owners: speakers.map((each) => ({ ...each, as: 'owner' as const })),
      ownersText: speakers.map(({ text: said }) => said).join(', '),
    };
  const said = text.raw.slice(start, end);
  const last = /[.!?]\s+(?!\s)(?=[^.!?]*(?:[.!?]\s*)?$)/.exec(said);
  const from = start + (last ? last.index + last[0].length : 0);
  const subject = ownersAhead(text.raw.slice(from, end));
  if (!subject) return {};
  const { owners, ownersText } = actionOf(text, {
    start,
    marker: { start: end, end },
    owners: subject.owners,
    ownersAt: from,
    textStart: from,
    textEnd: end,
    task: { checked: undefined, reports: [] },
  });
  return { owners, ownersText };
}
