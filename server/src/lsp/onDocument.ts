import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import type { FeatureContext } from '../analysis.js';
import { contextOf, type Session } from './session.js';
import { pathOf } from './uris.js';

interface AboutDocument {
  readonly textDocument: { readonly uri: string };
}

/** What answers about an open document. */
type Answer<P, R> = (context: FeatureContext, params: P) => R;

/** A handler of a request about the text of an open document; `otherwise` answers for one that is not open. */
export function onText<P extends AboutDocument, R>(
  session: Session,
  answer: Answer<P, R>,
  otherwise: R,
): (params: P, token: CancellationToken) => R {
  return (params, token) => {
    refuseWhenCancelled(token);
    const open = session.documents.get(params.textDocument.uri);
    return open ? answer(contextOf(session, open), params) : otherwise;
  };
}

/** The same for one that needs the document's archive: it waits for it, as another one would answer something else. */
export function onDocument<P extends AboutDocument, R>(
  session: Session,
  answer: Answer<P, R>,
  otherwise: R,
): (params: P, token: CancellationToken) => R | Promise<R> {
  const now = onText(session, answer, otherwise);
  return (params, token) => {
    const path = pathOf(params.textDocument.uri);
    if (session.workspace.settled(path) || !session.documents.get(path)) return now(params, token);
    return session.workspace.settle(path, token).then(() => now(params, token));
  };
}

/** Ends a request whose answer is not wanted any more. */
export function refuseWhenCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}
