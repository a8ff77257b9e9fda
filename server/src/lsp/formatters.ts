import {
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  type Disposable,
  type DocumentSelector,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { keysOfFormatting, registersFormatters } from './capabilities.js';
import type { Session } from './session.js';

/** Tells our own extension which documents the server formats: open ones of our kinds, and no other Markdown. */
export interface Formatters {
  /** Tells what has changed since the last time. */
  tell(): void;
}

export function createFormatters(session: Session): Formatters {
  if (!registersFormatters(session.client)) return { tell: () => undefined };
  let told = '';
  let registered: readonly Disposable[] = [];
  // One after the other, as a registration is taken back by what the one before it was answered.
  let turn: Promise<void> = Promise.resolve();
  return {
    tell() {
      const uris = [...session.documents.all()].flatMap(({ uri, document }) => (document.facts.kind ? [uri] : []));
      const now = uris.sort().join('\n');
      if (now === told) return;
      told = now;
      turn = turn
        .then(async () => {
          for (const each of registered) each.dispose();
          registered = uris.length > 0 ? await registerFor(session, uris.map(filterFor)) : [];
        })
        // A client that refuses goes without.
        .catch(() => undefined);
    },
  };
}

function registerFor({ connection }: Session, documentSelector: DocumentSelector): Promise<Disposable[]> {
  const { client } = connection;
  return Promise.all([
    client.register(DocumentFormattingRequest.type, { documentSelector }),
    client.register(DocumentRangeFormattingRequest.type, { documentSelector }),
    client.register(DocumentOnTypeFormattingRequest.type, { documentSelector, ...keysOfFormatting() }),
  ]);
}

/** VS Code takes a pattern that is the path of a file for that file, whatever stands in it. */
function filterFor(uri: string): { readonly language: string; readonly scheme: string; readonly pattern: string } {
  const { scheme, fsPath } = URI.parse(uri);
  return { language: 'markdown', scheme, pattern: fsPath };
}
