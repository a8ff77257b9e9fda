import {
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  type Range,
  type SemanticTokens,
  type SemanticTokensDelta,
} from 'vscode-languageserver';
import {
  memo,
  semanticTokens,
  tokenModifiers,
  tokenTypes,
  type Document,
  type SectionTokens,
  type Token,
} from '../../analysis.js';
import { onText } from '../onDocument.js';
import type { Session } from '../session.js';
import { pathOf } from '../uris.js';

interface Answered {
  readonly resultId: string;
  readonly data: readonly number[];
}

/** Answers for the colours of words; what is given back forgets what was answered for a document that is closed. */
export function registerSemanticTokens(session: Session): (uri: string) => void {
  const { connection } = session;
  const answered = new Map<string, Answered>();
  let results = 0;
  const answer = (document: Document): Answered => {
    const next = { resultId: String(++results), data: encode(semanticTokens(document)) };
    answered.set(document.path, next);
    return next;
  };
  const full = ({ resultId, data }: Answered): SemanticTokens => ({ resultId, data: [...data] });
  connection.onRequest(
    SemanticTokensRequest.type,
    onText(session, ({ document }) => (document.facts.kind ? full(answer(document)) : null), null),
  );
  connection.onRequest(
    SemanticTokensDeltaRequest.type,
    onText(
      session,
      ({ document }, { previousResultId }): SemanticTokens | SemanticTokensDelta => {
        const before = answered.get(document.path);
        const now = answer(document);
        return before?.resultId === previousResultId ? delta(before, now) : full(now);
      },
      null,
    ),
  );
  connection.onRequest(
    SemanticTokensRangeRequest.type,
    onText(
      session,
      ({ document }, { range }) => (document.facts.kind ? { data: encode(semanticTokens(document), range) } : null),
      null,
    ),
  );
  return (uri) => void answered.delete(pathOf(uri));
}

/** The one stretch of numbers that is another one. */
function delta({ data: was }: Answered, { resultId, data: now }: Answered): SemanticTokensDelta {
  const least = Math.min(was.length, now.length);
  let start = 0;
  while (start < least && was[start] === now[start]) start++;
  let end = 0;
  while (end < least - start && was[was.length - 1 - end] === now[now.length - 1 - end]) end++;
  const edit = { start, deleteCount: was.length - end - start, data: now.slice(start, now.length - end) };
  return { resultId, edits: edit.deleteCount > 0 || edit.data.length > 0 ? [edit] : [] };
}

/** The protocol's numbers, five a token; each token counts its line and column from the one before it. */
function encode(sections: readonly SectionTokens[], range?: Range): number[] {
  const data: number[] = [];
  let [lastLine, lastColumn] = [0, 0];
  for (const { firstLine, tokens } of sections) {
    if (range && firstLine > range.end.line) break;
    tokens.forEach((token, index) => {
      const line = firstLine + token.line;
      if (range && (line < range.start.line || line > range.end.line)) return;
      const [type = 0, modifiers = 0] = numbersOf(tokens)[index] ?? [];
      data.push(line - lastLine, token.column - (line === lastLine ? lastColumn : 0), token.length, type, modifiers);
      [lastLine, lastColumn] = [line, token.column];
    });
  }
  return data;
}

const numbersOf = memo((tokens: readonly Token[]): readonly (readonly [type: number, modifiers: number])[] =>
  tokens.map(({ type, modifiers }) => [
    tokenTypes.indexOf(type),
    modifiers.reduce((bits, each) => bits | (1 << tokenModifiers.indexOf(each)), 0),
  ]),
);
