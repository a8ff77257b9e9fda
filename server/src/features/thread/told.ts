import { mentionsIn, type Archive } from '../../archive/archive.js';
import { lineAt } from '../context.js';

/** What one document adds to pages beyond what it adds to the tree, as a text to compare. */
export function pagesOfDocument(archives: readonly Archive[], path: string): string {
  return JSON.stringify(
    archives.flatMap((archive) => {
      const document = archive.documents.get(path);
      if (!document?.kind) return [];
      return document.sections.map((section) => {
        const { heading, fields, decisions } = section.facts;
        const topics = fields.flatMap(({ label, value }) => (label === 'Topics' ? [value] : []));
        const people = mentionsIn(section).map(({ text, roles, as }) => [text, roles, as]);
        const decided = decisions.map(({ kind, text, result }) => [kind, text, result]);
        return [lineAt(document, section.start), heading?.title, topics, people, decided];
      });
    }),
  );
}
