import { givesNotes, notesElsewhere } from '../../document/schema.js';
import type { Line } from './reading/line.js';
import { framed, isOfSession } from './subject/subjectFrame.js';
import { tokensOf } from './subject/subjectTokens.js';

/** What a mail's text says of the mail before it comes to its matter. */
export interface Opening {
  /** What it gives to the reader; absent where that is neither notes nor minutes. */
  readonly gives?: 'notes of a session' | 'notes' | 'minutes';
  /** Title of the session whose notes it says they are. */
  readonly session?: string;
}

/** Lines in which a mail says what it is. */
const longestOpening = 12;

/** Lines that a mail's text begins with, without those it quotes. */
export function openingLines(lines: readonly Line[]): readonly Line[] {
  const end = lines.flatMap(({ text }, at) => (text === '' ? [] : [at]));
  return lines.slice(0, (end[longestOpening - 1] ?? lines.length) + 1).filter(({ text }) => !/^\s*>/.test(text));
}

export function readOpening(lines: readonly Line[]): Opening {
  const giving = sentencesOf(openingLines(lines)).filter(
    (sentence) => givesNotes.some((form) => form.test(sentence)) && !notesElsewhere.test(sentence),
  );
  const session = giving.flatMap((sentence) => sessionIn(sentence) ?? [])[0];
  const kinds = new Set(giving.flatMap((sentence) => tokensOf(sentence).map(({ kind }) => kind)));
  const of = kinds.has('session') ? 'notes of a session' : kinds.has('minutes') ? 'minutes' : 'notes';
  return { ...(giving.length > 0 && { gives: of }), ...(session !== undefined && { session }) };
}

function sentencesOf(lines: readonly Line[]): string[] {
  return lines
    .map(({ text }) => text.trim())
    .join('\n')
    .split(/\n{2,}/)
    .flatMap((paragraph) => paragraph.replace(/\n/g, ' ').split(/(?<=[.!?:])\s+/));
}

const longestTitle = 80;

/** `here are the notes from the session on PVH, held today`: the title behind the phrase. */
function sessionIn(sentence: string): string | undefined {
  const record = tokensOf(sentence).find(({ kind }) => kind === 'notes' || kind === 'minutes' || kind === 'report');
  if (!record) return undefined;
  const phrase = sentence.slice(record.start).replace(/(?<![.:!?])[.:!?]+$/, '');
  const { said, start, end } = framed(phrase);
  if (!isOfSession(said) || start === 0) return undefined;
  const title = phrase.slice(start, end);
  const quoted = /^["“„«]([^"“”„«»]+)["”“»]/.exec(title)?.[1];
  const own = quoted ?? title.split(/[,;:]\s|\s[(–—-]/, 1)[0]?.trim() ?? '';
  return own !== '' && own.length <= longestTitle ? own : undefined;
}
