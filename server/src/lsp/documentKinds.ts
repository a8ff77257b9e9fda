import { documentKindNotification, type DocumentKindParams } from './protocol.js';
import type { Session } from './session.js';

/** Tells our own extension which open documents are of our kinds; what it offers for a document depends on that. */
export interface DocumentKinds {
  /** Tells what has changed since the last time. */
  tell(): void;
}

export function createDocumentKinds(session: Session): DocumentKinds {
  if (!session.client.ownExtension) return { tell: () => undefined };
  const told = new Map<string, string>();
  const send = (uri: string, kind: string | null): void => {
    const params: DocumentKindParams = { uri, kind };
    void session.connection.sendNotification(documentKindNotification, params);
  };
  return {
    tell() {
      const open = new Map([...session.documents.all()].map(({ uri, document }) => [uri, document.facts.kind]));
      for (const [uri, kind] of open) {
        if (told.get(uri) === kind) continue;
        if (kind === undefined) told.delete(uri);
        else told.set(uri, kind);
        send(uri, kind ?? null);
      }
      for (const uri of [...told.keys()].filter((each) => !open.has(each))) {
        told.delete(uri);
        send(uri, null);
      }
    },
  };
}
