import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Archive } from '../../server/src/archive/archive.js';
import { readDocument, updateDocument, type Document } from '../../server/src/document/document.js';
import { lint, type Diagnostic } from '../../server/src/rules/lint.js';
import { archiveDocument } from '../support/archiveDocuments.js';
import { peopleRegister, topicsRegister } from '../support/registers.js';
import { times } from '../support/times.js';

const registers = [readDocument('people.md', peopleRegister).facts, readDocument('topics.md', topicsRegister).facts];

const insert = fc.oneof(
  fc.constantFrom('x', '', '\n', '# ', '## Virtio\n', '- ', '> ', '`', '<', '[', ']', '|', '.', ':', '1. '),
  fc.constantFrom('- Formerly: Virtio on Xen\n', '[1]: https://xen.org\n', '[[#Kexec]]', '[2]', 'XSA-1 '),
);
const edit = fc.record({ in: fc.nat(1), at: fc.nat(3000), remove: fc.nat(30), insert });

/** Findings without what only tells one object from another. */
function told(found: readonly Diagnostic[]): unknown {
  return JSON.parse(JSON.stringify(found));
}

function edited(
  before: Document,
  { at, remove, insert: text }: { at: number; remove: number; insert: string },
): Document {
  const start = at % (before.text.length + 1);
  return updateDocument(before, { span: { start, end: Math.min(before.text.length, start + remove) }, text });
}

it('findings after edits of two documents equal those from scratch', () => {
  fc.assert(
    fc.property(
      archiveDocument,
      archiveDocument,
      fc.array(edit, { minLength: 1, maxLength: 6 }),
      (one, other, edits) => {
        const documents = [
          readDocument('a.md', one, { open: true }),
          readDocument('b.md', `# Design Sessions 2019\n\n- Event: Summit\n\n${other}`, { open: true }),
        ];
        let archive = Archive.of([...registers, ...documents.map(({ facts }) => facts)]);
        for (const each of edits) {
          const next = documents[each.in] && edited(documents[each.in] as Document, each);
          if (!next) continue;
          documents[each.in] = next;
          archive = archive.with(next.facts);
          for (const document of documents) lint(document, archive, { mode: 'post' });
        }
        const again = documents.map(({ path, text }) => readDocument(path, text));
        const scratch = Archive.of([...registers, ...again.map(({ facts }) => facts)]);
        expect(documents.map((document) => told(lint(document, archive, { mode: 'post' })))).toEqual(
          again.map((document) => told(lint(document, scratch, { mode: 'post' }))),
        );
      },
    ),
    { numRuns: times(150) },
  );
}, 120_000);
