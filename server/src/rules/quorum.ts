import { foldName } from '../archive/names.js';
import type { DocumentFacts } from '../document/document.js';
import type { PersonMention } from '../document/facts.js';
import { isNonVoting, isVoting, noQuorum, numberWords } from '../document/schema.js';

/** What a line `QUORUM: …` states. */
export interface Quorum {
  /** How many are present, as written and counted, and where in the text. */
  readonly present?: { readonly count: number; readonly start: number; readonly end: number };
  readonly total?: number;
  readonly required?: number;
  /** Whether it says that there is no quorum; numbers that are too small say so too. */
  readonly lacking: boolean;
}

const number = `\\b(\\d{1,3}|${numberWords.join('|')})\\b`;
const share = new RegExp(`${number}\\s*(?:of|out of|/)\\s*(?:the\\s+)?${number}`, 'i');
const attending = new RegExp(
  `${number}\\s+(?:[\\p{L}-]+\\s+){0,4}(?:present|attending|attended|represented|in attendance)\\b`,
  'iu',
);
const needed = new RegExp(
  `${number}\\s+(?:[\\p{L}-]+\\s+){0,3}(?:required|needed|necessary)\\b|\\b(?:required|needed|needs|requires|minimum(?: of)?|at least)\\s*(?::\\s*)?${number}`,
  'iu',
);
const any = new RegExp(number, 'gi');

export function readQuorum(text: string): Quorum {
  const need = needed.exec(text);
  const required = need ? valueOf(need[1] ?? need[2] ?? '') : undefined;
  const part = share.exec(text);
  const short = noQuorum.test(text);
  // In `missed by one` it is not who was there that is counted.
  const found = part ?? attending.exec(text) ?? (need || short ? null : onlyNumber(text));
  const written = found?.[1] ?? '';
  const present = found && { count: valueOf(written), start: found.index, end: found.index + written.length };
  const few = present && required !== undefined && present.count < required;
  return {
    ...(present && { present }),
    ...(part && { total: valueOf(part[2] ?? '') }),
    ...(required !== undefined && { required }),
    lacking: few === true || short,
  };
}

function onlyNumber(text: string): RegExpExecArray | null {
  const [only, other] = text.matchAll(any);
  return only && !other ? only : null;
}

function valueOf(written: string): number {
  const word = numberWords.findIndex((each) => each === written.toLowerCase());
  return word < 0 ? Number(written) : word;
}

/** Attendees who have a vote; `undefined` when the list does not tell who has, or leaves somebody unnamed. */
export function voters(document: DocumentFacts): readonly PersonMention[] | undefined {
  const attendees = document.sections.flatMap(({ facts }) => facts.people.filter(({ as }) => as === 'attendee'));
  const voting = attendees.filter(({ roles }) => roles.some(isVoting));
  const others = attendees.filter(({ roles }) => roles.some(isNonVoting));
  if (voting.length === 0 && others.length === 0) return undefined;
  const all = voting.length > 0 ? voting : attendees.filter((mention) => !others.includes(mention));
  return all.some(({ unnamed }) => unnamed) ? undefined : all;
}

/** How many organisations some people come from; somebody without one counts alone. */
export function organisations(people: readonly PersonMention[]): number {
  return new Set(people.map(({ name, affiliation }) => foldName(affiliation ?? `${name} alone`))).size;
}
