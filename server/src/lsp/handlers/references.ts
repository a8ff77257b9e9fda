import { references } from '../../analysis.js';
import { onDocument } from '../onDocument.js';
import { locationOf } from '../places.js';
import { offsetOf } from '../positions.js';
import type { Session } from '../session.js';

export function registerReferences(session: Session): void {
  session.connection.onReferences(
    onDocument(
      session,
      (context, { position, context: { includeDeclaration } }) =>
        references(context, offsetOf(context.document, position), { declaration: includeDeclaration }).flatMap(
          (place) => locationOf(session, place),
        ),
      [],
    ),
  );
}
