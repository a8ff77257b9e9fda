import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Archive } from '../../server/src/archive/archive.js';
import { readConfig } from '../../server/src/archive/config.js';
import { readDocument, type Document } from '../../server/src/document/document.js';
import { lint } from '../../server/src/rules/lint.js';
import type { Mode } from '../../server/src/rules/rule.js';
import { corpusFolder, markdownBelow, minutesOfOthers, read, root } from '../support/documents.js';
import { fixture } from '../support/fixture.js';
import { head, liveNotes } from '../support/liveNotes.js';

const modes: readonly Mode[] = ['draft', 'post'];

function documentsAt(paths: readonly string[]): Document[] {
  return paths.map((each) => readDocument(each, read(each)));
}

function shippedArchive(): { documents: Document[]; archive: Archive } {
  const documents = documentsAt(markdownBelow(corpusFolder));
  const { config } = readConfig(read(path.join(corpusFolder, '.xen-notes.json')));
  return {
    documents,
    archive: Archive.of(
      documents.map((document) => document.facts),
      config,
    ),
  };
}

/** Findings as `file: [rule] message`, in both modes. */
function findings(documents: readonly Document[], archive: Archive): string[] {
  return documents.flatMap((document) =>
    modes.flatMap((mode) =>
      lint(document, archive, { mode }).map(({ rule, message }) => `${document.path}: [${rule}] ${message}`),
    ),
  );
}

describe('the archive that ships', () => {
  const { documents, archive } = shippedArchive();

  it.each(documents.map((document) => [document.path.slice(root.length), document] as const))(
    'has nothing to say about %s while it is written',
    (_, document) => {
      expect(lint(document, archive, { mode: 'draft' })).toEqual([]);
    },
  );

  it.each(documents.map((document) => [document.path.slice(root.length), document] as const))(
    'finds no error and no warning in %s when it is posted',
    (_, document) => {
      const grave = lint(document, archive, { mode: 'post' }).filter((each) =>
        /^(?:error|warning)$/.test(each.severity),
      );
      expect(grave.map((each) => `[${each.rule}] ${each.message}`)).toEqual([]);
    },
  );
});

describe('documents of others', () => {
  const { archive } = shippedArchive();

  it('leaves the READMEs of packages alone', () => {
    const packages = markdownBelow(path.join(root, 'node_modules')).filter((each) => /README\.md$/i.test(each));
    const documents = documentsAt(packages.slice(0, 120));
    expect(documents.length).toBeGreaterThan(50);
    const ofOurs = documents.filter((document) => document.facts.kind !== undefined);
    expect(ofOurs.map((document) => document.path)).toEqual([]);
    expect(findings(documents, archive)).toEqual([]);
  });

  it('says nothing about Markdown of no kind, and can read the minutes of others', { timeout: 300_000 }, () => {
    const documents = documentsAt(minutesOfOthers({ oneOf: 9 }));
    if (documents.length === 0) return;
    const facts = documents.map((document) => document.facts);
    const minutes = documents.filter((document) => document.facts.kind === 'minutes');
    expect(
      findings(
        documents.filter((document) => document.facts.kind === undefined),
        archive,
      ),
    ).toEqual([]);
    expect(documents.length - minutes.length).toBeGreaterThan(0);
    // Rules about proposals, event pages and registers have no business in minutes.
    const found = findings(minutes, Archive.of(facts, {}, archive)).map((each) => /\[(.*?)\]/.exec(each)?.[1]);
    expect(found.filter((rule) => /^(?:notes-|field-|duplicate-|description-)/.test(rule ?? ''))).toEqual([]);
  });
});

describe('notes while they are typed', () => {
  const rest = '\n## Next steps\n\n- Jan: writes it up\n';

  it.each(Object.entries(liveNotes))('have nothing wrong in them: %s', (_, text) => {
    for (const mode of modes) {
      const { document, archive } = fixture(head + text + rest);
      expect(
        findings([document], archive).filter((each) => !/\[mail-subject-form\]/.test(each)),
        mode,
      ).toEqual([]);
    }
  });

  // What stands in the line that is being written, an editor is not told of until the line is left.
  it.each(Object.entries(liveNotes))('are not found fault with behind the cursor: %s', (_, text) => {
    for (let length = 1; length < text.length; length++) {
      const typed = head + text.slice(0, length);
      const { document, archive } = fixture(`${typed}\n${rest}`);
      const line = Math.max(head.length, typed.lastIndexOf('\n') + 1);
      const found = lint(document, archive, { mode: 'draft' }).filter(({ span }) => span.end < line);
      expect(found.map(({ rule, message }) => `${text.slice(0, length)}: [${rule}] ${message}`)).toEqual([]);
    }
  });
});
