import { URI } from 'vscode-uri';
import type { Location } from 'vscode-languageserver';
import type { PlaceIn } from '../analysis.js';
import { rangeOf } from './positions.js';
import type { Session } from './session.js';

/** The URI of a document: as the editor writes it while it is open. */
export function uriOf({ documents }: Session, path: string): string {
  return documents.get(path)?.uri ?? path;
}

/** The URI of a line (counted from 0) of a document, as editors follow it. */
export function lineUri(session: Session, path: string, line: number): string {
  return `${URI.parse(uriOf(session, path)).with({ fragment: '' }).toString()}#L${line + 1}`;
}

/** A place of any document the server knows; none in one that it does not. */
export function locationOf(session: Session, { path, span }: PlaceIn): Location[] {
  const facts = session.workspace.facts(path);
  return facts ? [{ uri: uriOf(session, path), range: rangeOf(facts, span) }] : [];
}
