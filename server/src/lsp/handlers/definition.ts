import type { Location, LocationLink } from 'vscode-languageserver';
import { definition, type Definition, type DocumentFacts, type Span } from '../../analysis.js';
import { onDocument } from '../onDocument.js';
import { locationOf } from '../places.js';
import { offsetOf, rangeOf } from '../positions.js';
import type { Session } from '../session.js';

export function registerDefinition(session: Session): void {
  session.connection.onDefinition(
    onDocument(
      session,
      ({ document, archive }, { position }): Location[] | LocationLink[] => {
        const found = definition({ document, archive }, offsetOf(document, position));
        if (!found) return [];
        if (!session.client.definitionLinks) return found.places.flatMap((place) => locationOf(session, place));
        return found.places.flatMap((place) => linkTo(session, place, document.facts, found.span));
      },
      [],
    ),
  );
}

function linkTo(session: Session, place: Definition, from: DocumentFacts, origin: Span): LocationLink[] {
  const facts = session.workspace.facts(place.path);
  if (!facts) return [];
  return locationOf(session, place).map(({ uri, range }) => ({
    originSelectionRange: rangeOf(from, origin),
    targetUri: uri,
    targetRange: rangeOf(facts, place.whole),
    targetSelectionRange: range,
  }));
}
