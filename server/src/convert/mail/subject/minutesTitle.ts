import { besideMinutes, isMinutesTitle } from '../../../document/schema.js';
import { tokensOf, type Token } from './subjectTokens.js';

/** Where a subject says "minutes", or "notes": the index of the word, and the offset behind what belongs to it. */
interface Record {
  readonly at: number;
  readonly end: number;
}

/** Whether a subject says that it has minutes: the word is no duration, and stands at an edge with what belongs to it. */
export function namesMinutes(subject: string): boolean {
  const tokens = tokensOf(subject);
  const record = recordIn(subject, tokens, 'minutes');
  if (!record) return false;
  const after = tokens.filter(({ start }) => start >= record.end);
  const [next] = after;
  const begins = (next !== undefined && isMark(next)) || isMinutesTitle(subject.slice(tokens[record.at]?.start));
  return (
    (begins && tokens.slice(0, record.at).every(isBeforeRecord)) ||
    after.every(({ kind }) => /^(?:date|joint|part|comma|open|close|event|ofEvent|article)$/.test(kind))
  );
}

/** A title of minutes begins or ends with the word; elsewhere it is taken out, with what belongs to it, and stands at the end. */
export function titleOfMinutes(subject: string): string {
  if (isMinutesTitle(subject)) return subject;
  const tokens = tokensOf(subject);
  const record = recordIn(subject, tokens, 'minutes') ?? recordIn(subject, tokens, 'notes');
  if (!record) return `${subject} Minutes`;
  const before = tokens.slice(0, record.at);
  const own = subject.slice(tokens[record.at]?.start);
  const inBrackets = tokens[record.at + 1]?.kind === 'close';
  if (before.every(isBeforeRecord) && !inBrackets && isMinutesTitle(own))
    return own.charAt(0).toUpperCase() + own.slice(1);
  const after = tokens.filter(({ start }) => start >= record.end);
  const named = after.some(({ kind }) => kind === 'word' || kind === 'meeting');
  const last = before.findLastIndex((token) => !isBeforeRecord(token));
  const isAnyMeeting = named && before.slice(0, last + 1).every(isBeforeOrMeeting);
  const head = last < 0 || isAnyMeeting ? '' : subject.slice(before.find(isWord)?.start, before[last]?.end);
  const first = after.find((token) => !isMark(token) && (head !== '' || !/^(?:joint|article)$/.test(token.kind)));
  const tail = first ? subject.slice(first.start).replace(/(?<!\s)\s*[\])}]$/, '') : '';
  return [head, tail, 'Minutes'].filter((part) => part !== '').join(' ');
}

function recordIn(subject: string, tokens: readonly Token[], kind: 'minutes' | 'notes'): Record | undefined {
  const at = tokens.findLastIndex((token) => token.kind === kind);
  const word = tokens[at];
  return word && { at, end: word.end + (besideMinutes.exec(subject.slice(word.end))?.[0].length ?? 0) };
}

function isMark({ kind }: Token): boolean {
  return /^(?:open|close|part|comma|quote)$/.test(kind);
}

function isWord(token: Token): boolean {
  return !isMark(token);
}

/** What stands before the word without being a title: `[DRAFT] the minutes`. */
function isBeforeRecord(token: Token): boolean {
  return isMark(token) || token.kind === 'state' || token.kind === 'article';
}

function isBeforeOrMeeting(token: Token): boolean {
  return isBeforeRecord(token) || /^meetings?$/i.test(token.text);
}
