import { readDocument, type Document, type DocumentFacts, type ReadOptions } from '../analysis.js';

/** A document of which is known what it says: its blocks are read when something asks for them, and seldom something does. */
export function unreadDocument(text: string, facts: DocumentFacts, options: ReadOptions): Document {
  let read: Document | undefined;
  const whole = (): Document => (read ??= readDocument(facts.path, text, options));
  return {
    path: facts.path,
    text,
    facts,
    options,
    get cut() {
      return whole().cut;
    },
    get definitions() {
      return whole().definitions;
    },
  };
}
