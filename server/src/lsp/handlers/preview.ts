import { previewParts, type PreviewPart } from '../../analysis.js';
import { uriOf } from '../places.js';
import { rangeOf } from '../positions.js';
import { previewRequest, type DocumentParams, type PreviewPartView, type PreviewView } from '../protocol.js';
import { contextOf, type Session } from '../session.js';
import { pathOf } from '../uris.js';

export function registerPreview(session: Session): void {
  session.connection.onRequest(previewRequest, async ({ uri }: DocumentParams, token): Promise<PreviewView | null> => {
    // Where references lead depends on all that has been read.
    await session.workspace.settle(pathOf(uri), token);
    const open = session.documents.get(uri);
    if (!open) return null;
    const context = contextOf(session, open);
    const { facts } = context.document;
    const parts = previewParts(context).map(({ span, to, ...part }): PreviewPartView => ({
      range: rangeOf(facts, span),
      ...part,
      ...(to && targetOf(session, to)),
    }));
    return { version: open.version, parts };
  });
}

function targetOf(
  session: Session,
  to: NonNullable<PreviewPart['to']>,
): Pick<PreviewPartView, 'uri' | 'anchor' | 'url'> {
  return 'url' in to ? to : { uri: uriOf(session, to.path), anchor: to.anchor };
}
