import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver';
import { folding } from '../../analysis.js';
import { onText } from '../onDocument.js';
import { positionOf } from '../positions.js';
import type { Session } from '../session.js';

export function registerFolding(session: Session): void {
  session.connection.onFoldingRanges(
    onText(
      session,
      ({ document }): FoldingRange[] =>
        folding(document).map(({ span, kind }) => ({
          startLine: positionOf(document.facts, span.start).line,
          endLine: positionOf(document.facts, span.end).line,
          ...(kind === 'frontMatter' && { kind: FoldingRangeKind.Region }),
        })),
      [],
    ),
  );
}
