import type { LinkedEditingRanges } from 'vscode-languageserver';
import { linkedEditing } from '../../analysis.js';
import { onText } from '../onDocument.js';
import { offsetOf, rangeOf } from '../positions.js';
import type { Session } from '../session.js';

/** What a title can have that is written in two places at once. */
const wordPattern = '[^\\r\\n#|\\[\\]]+';

export function registerLinkedEditing(session: Session): void {
  session.connection.languages.onLinkedEditingRange(
    onText(
      session,
      ({ document }, { position }): LinkedEditingRanges | null => {
        const ranges = linkedEditing(document, offsetOf(document, position)).map((span) =>
          rangeOf(document.facts, span),
        );
        return ranges.length > 0 ? { ranges, wordPattern } : null;
      },
      null,
    ),
  );
}
