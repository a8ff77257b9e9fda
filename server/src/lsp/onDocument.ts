import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import type { FeatureContext } from '../analysis.js';
import { contextOf, type Session } from './session.js';

interface AboutDocument {
  readonly textDocument: { readonly uri: string };
}

/** A handler of a request about an open document; `otherwise` answers for one that is not open. */
export function onDocument<P extends AboutDocument, R>(
  session: Session,
  answer: (context: FeatureContext, params: P) => R,
  otherwise: R,
): (params: P, token: CancellationToken) => R {
  return (params, token) => {
    refuseWhenCancelled(token);
    const open = session.documents.get(params.textDocument.uri);
    return open ? answer(contextOf(session, open), params) : otherwise;
  };
}

/** Ends a request whose answer is not wanted any more. */
export function refuseWhenCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}
