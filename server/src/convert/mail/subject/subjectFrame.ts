import { partOfEvent, sessionBusiness } from '../../../document/schema.js';
import { tokensOf, type Token, type TokenKind } from './subjectTokens.js';

/** A subject's title, and what is said around it. */
export interface Framed {
  /** Classes of the words around the title. */
  readonly said: Said;
  /** Offsets of the title; they meet where there is none. */
  readonly start: number;
  readonly end: number;
  /** Years named around the title. */
  readonly years: readonly number[];
}

export type Said = ReadonlySet<TokenKind | 'designSession'>;

/** What of a subject is not taken yet: from one token up to another. */
interface Range {
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
}

/** Words that say what a mail is, or where it belongs; the others only go with them. */
const heads = new Set<TokenKind | undefined>(['minutes', 'notes', 'report', 'session', 'discussion', 'event', 'date']);
const companions = new Set<TokenKind | undefined>(['design', 'ofEvent', 'article', 'state', 'joint', 'comma']);
const records = new Set<TokenKind | undefined>(['minutes', 'notes', 'report']);
const sessions = new Set<TokenKind | undefined>(['session', 'discussion']);

/**
 * Takes what says what the mail is off a subject's two ends. In front that is whole parts (`Xen Summit 2024:`, `[Notes]`) and a phrase
 * that the title follows (`Notes from the design session on`), at the end parts and a phrase behind the title (`design session notes`).
 */
export function framed(subject: string): Framed {
  const tokens = tokensOf(subject);
  let range: Range = { tokens, from: 0, to: tokens.length };
  for (let next: number | undefined = 0; next !== undefined; next = front(range)) range = { ...range, from: next };
  for (let next: number | undefined = tokens.length; next !== undefined; next = back(range))
    range = { ...range, to: next };
  const around = outside(range);
  const end = tokens[range.to - 1]?.end ?? 0;
  return {
    said: saidBy(around),
    start: range.from < range.to ? (tokens[range.from]?.start ?? end) : end,
    end,
    years: around.flatMap(({ kind, text }) => (kind === 'date' ? yearIn(text) : [])),
  };
}

/** Whether words of these classes say that a mail has notes or minutes, or what a design session said. */
export function says(said: Said): boolean {
  if (said.has('minutes') || said.has('notes') || said.has('designSession')) return true;
  return isOfSession(said) && said.has('report');
}

export function isOfSession(said: Said): boolean {
  return said.has('session') || said.has('discussion');
}

export function isRecord(said: Said): boolean {
  return said.has('minutes') || said.has('notes') || said.has('report');
}

function outside({ tokens, from, to }: Range): Token[] {
  return [...tokens.slice(0, from), ...tokens.slice(to)];
}

function saidBy(tokens: readonly Token[]): Said {
  const isDesign = tokens.some(({ kind }, index) => kind === 'session' && tokens[index - 1]?.kind === 'design');
  return new Set([...tokens.map(({ kind }) => kind), ...(isDesign ? (['designSession'] as const) : [])]);
}

function yearIn(text: string): number[] {
  const year = /^(?:19|20)\d{2}/.exec(text)?.[0];
  return year === undefined ? [] : [Number(year)];
}

/** Where the range begins without its first part; `undefined` where that belongs to the title. */
function front(range: Range): number | undefined {
  const { from, to } = range;
  if (from >= to) return undefined;
  if (isMark(kindAt(range, from))) return from + 1;
  const close = kindAt(range, from) === 'open' ? find(range, 'close') : -1;
  if (close >= 0) return isFrame(range, from + 1, close) ? close + 1 : undefined;
  const part = find(range, 'part');
  const end = part < 0 ? to : part;
  // What stands behind `Design session notes:` is the title, whatever it is called.
  if (isFrame(range, from, end)) return end === to && repeats(range) ? undefined : end;
  if (isFrameWithPlace(range, end)) return end;
  return isComplete(range) ? undefined : titleBehindPhrase(range, end);
}

/** Where the range ends without its last part; `undefined` where that belongs to the title. */
function back(range: Range): number | undefined {
  const { from, to } = range;
  const last = to - 1;
  if (from >= to) return undefined;
  if (isMark(kindAt(range, last))) return last;
  const open = kindAt(range, last) === 'close' ? findLast(range, 'open') : -1;
  if (open > from) return isFrame(range, open + 1, last) ? open : undefined;
  const comma = findLast(range, 'comma');
  if (comma > from && isFrame(range, comma + 1, to) && !isListed(range, comma + 1)) return comma;
  if (isComplete(range)) return undefined;
  const part = findLast(range, 'part');
  if (part > from && isFrame(range, part + 1, to)) return part;
  const start = Math.max(from, part + 1);
  return titleBeforeEvent(range, start) ?? titleBeforeRecord(range, start);
}

/** `Funding, hackathon`: one word behind a comma may be of the title; a date, or what says more of the mail, is not. */
function isListed(range: Range, start: number): boolean {
  const said = saidBy(range.tokens.slice(start, range.to));
  const isMore = !isComplete(range) && (isRecord(said) || isOfSession(said));
  return !isMore && !said.has('date') && !(said.has('event') && range.to > start + 1);
}

function kindAt({ tokens, from, to }: Range, at: number): TokenKind | undefined {
  return at >= from && at < to ? tokens[at]?.kind : undefined;
}

function isMark(kind: TokenKind | undefined): boolean {
  return kind === 'part' || kind === 'comma';
}

function find({ tokens, from, to }: Range, kind: TokenKind): number {
  return tokens.findIndex((token, index) => index >= from && index < to && token.kind === kind);
}

function findLast({ tokens, to }: Range, kind: TokenKind): number {
  return tokens.findLastIndex((token, index) => index < to && token.kind === kind);
}

/** Whether what is taken says that these are notes, and that they are of a session. */
function isComplete(range: Range): boolean {
  const said = saidBy(outside(range));
  return isOfSession(said) && isRecord(said);
}

/** Whether what is left would say nothing of the mail that is not said: then it is the title, such as `Hackathon`. */
function repeats(range: Range): boolean {
  const around = saidBy(outside(range));
  const left = saidBy(range.tokens.slice(range.from, range.to));
  const isDate = [...left].every((kind) => kind === 'date' || kind === 'comma');
  const isNew = (isOfSession(left) && !isOfSession(around)) || (isRecord(left) && !isRecord(around));
  return says(around) && !isDate && !isNew;
}

/** `Xen Summit Lisbon 2024 design session`: where it was may stand in the midst. */
function isFrameWithPlace(range: Range, end: number): boolean {
  const event = nounEnd(range, range.from, end);
  const session = event === undefined ? -1 : range.tokens.findIndex(({ kind }, at) => at >= event && kind === 'design');
  return (
    event !== undefined && end < range.to && session > event && session <= event + 3 && isFrame(range, session, end)
  );
}

/** Whether all words between two places say what the mail is. */
function isFrame(range: Range, start: number, end: number): boolean {
  const kinds = range.tokens.slice(start, end).map(({ kind }) => kind);
  const known = kinds.every((kind, at) => heads.has(kind) || companions.has(kind) || isAnyMeeting(range, start + at));
  const stated = kinds.length > 0 && kinds.every((kind) => kind === 'state');
  return known && (stated || kinds.some((kind) => heads.has(kind)));
}

/** `Meeting notes` does not say which meeting. */
function isAnyMeeting({ tokens }: Range, at: number): boolean {
  const token = tokens[at];
  const named = tokens[at - 1]?.kind === 'word' || tokens[at - 1]?.kind === 'ofEvent';
  return token?.kind === 'meeting' && /^meetings?$/i.test(token.text) && !named && records.has(tokens[at + 1]?.kind);
}

/** Where the title begins behind a phrase such as `Notes from the summit design session on`; `undefined` where no such phrase stands. */
function titleBehindPhrase(range: Range, end: number): number | undefined {
  let title: number | undefined;
  let at: number | undefined = range.from;
  while (at !== undefined && at < end) {
    const next = nounEnd(range, at, end);
    if (next === undefined) break;
    const joined = kindAt(range, next) === 'joint' && next + 1 < end;
    if (!joined && next < end && !isQuote(kindAt(range, next)) && !isNamed(range, at, next)) break;
    title = joined ? next + 1 : next;
    at = joined ? title : undefined;
  }
  return title !== undefined && says(saidBy(outside({ ...range, from: title }))) ? title : undefined;
}

/** `Design session PVH`: the words after it name the session, unless they tell what is to be done about it. */
function isNamed({ tokens }: Range, start: number, end: number): boolean {
  const next = tokens[end];
  return (
    saidBy(tokens.slice(start, end)).has('designSession') && next?.kind === 'word' && !sessionBusiness.test(next.text)
  );
}

function isQuote(kind: TokenKind | undefined): boolean {
  return kind === 'quote' || kind === 'open';
}

/** The end of words such as `the Xen Summit 2019 design session notes`; `undefined` where none begin. */
function nounEnd(range: Range, start: number, limit: number): number | undefined {
  let at = start;
  while (at < limit && /^(?:article|state)$/.test(kindAt(range, at) ?? '')) at++;
  let end: number | undefined;
  for (; at < limit; at++) {
    const kind = kindAt(range, at);
    if (heads.has(kind) && (kind !== 'date' || end === at)) end = at + 1;
    else if (kind !== 'design' && kind !== 'ofEvent' && kind !== 'date' && !isAnyMeeting(range, at)) break;
  }
  return end;
}

/** Where the title ends before ` design session notes`, ` notes for July 2019`. */
function titleBeforeRecord(range: Range, start: number): number | undefined {
  const kind = (at: number): TokenKind | undefined => kindAt(range, at);
  let at = range.to;
  while (kind(at - 1) === 'date') at--;
  if (at < range.to && kind(at - 1) === 'joint') at--;
  const record = kind(at - 1);
  if (records.has(record)) at--;
  while (kind(at - 1) === 'state') at--;
  const ofSession = sessions.has(kind(at - 1));
  const isNotes = record === 'notes' || record === 'minutes';
  if (!ofSession) return isNotes && isTitleEnd(range, start, at) ? at : undefined;
  const isDesign = kind(at - 1) === 'session' && kind(at - 2) === 'design';
  const around = saidBy(outside(range));
  const told =
    isDesign || records.has(record) || around.has('event') || (kind(at - 1) === 'session' && isRecord(around));
  at -= kind(at - 2) === 'design' ? 2 : 1;
  return told && isTitleEnd(range, start, at) ? at : undefined;
}

/** Where the title ends before ` from the Xen Summit`. */
function titleBeforeEvent(range: Range, start: number): number | undefined {
  let at = range.to;
  while (kindAt(range, at - 1) === 'date') at--;
  if (kindAt(range, at - 1) !== 'event') return undefined;
  while (/^(?:event|ofEvent|design|date)$/.test(kindAt(range, at - 1) ?? '')) at--;
  if (kindAt(range, at - 1) === 'article') at--;
  const joint = range.tokens[at - 1]?.text.toLowerCase() ?? '';
  return partOfEvent.test(joint) && isTitleEnd(range, start, at - 1) ? at - 1 : undefined;
}

/** Whether a title may end at a place: `Reminder: your design session` and `Proposal for a design session` go on there. */
function isTitleEnd(range: Range, start: number, at: number): boolean {
  const before = kindAt(range, at - 1);
  return at > start && before !== 'article' && before !== 'joint';
}
