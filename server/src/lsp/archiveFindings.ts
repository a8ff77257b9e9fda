import type { Diagnostic as LspDiagnostic } from 'vscode-languageserver';
import { readDocument, type DocumentFacts, type LintOptions } from '../analysis.js';
import { maxUnopenedLength } from '../host/limits.js';
import { encodeDiagnostic } from './encodeDiagnostic.js';
import { findingsIn } from './findings.js';
import type { Root } from './roots.js';
import type { Session } from './session.js';

/** What is found in a file that is not open. */
export interface FileFindings {
  readonly path: string;
  readonly items: readonly LspDiagnostic[];
  /** Another one whenever the items are others. */
  readonly resultId: string;
}

/** A file to be looked at; its findings are there when they are known already, and asked for by reading it when not. */
export interface FileCheck {
  readonly path: string;
  readonly known: FileFindings | undefined;
  read(): Promise<FileFindings>;
}

/** Findings of the files that are not open. Of a file they are kept, of its text nothing is. */
export interface ArchiveFindings {
  /** All files to be checked as things stand; cheap, as none is read. */
  checks(): Promise<readonly FileCheck[]>;
}

/** Findings, and what they depend on. */
interface Kept extends FileFindings {
  readonly facts: DocumentFacts;
  readonly generation: number;
  readonly options: LintOptions;
}

/** Answers without findings are all the same. */
export const nothing = 'none';
let results = 0;
/** A name for an answer that no other one has. */
export function nextResult(): string {
  return String(++results);
}

export function createArchiveFindings(session: Session): ArchiveFindings {
  const kept = new Map<string, Kept>();

  async function read(root: Root, facts: DocumentFacts, options: LintOptions): Promise<FileFindings> {
    const { path } = facts;
    const { generation } = root;
    const source = await session.machine.files.read(path);
    // A file that cannot be read is told of by whoever reads the archive.
    const text = 'text' in source && source.text.length <= maxUnopenedLength ? source.text : undefined;
    const document = text === undefined ? undefined : readDocument(path, text, session.workspace.optionsFor(path));
    session.workspace.unopenedLookedAt(root);
    const found = document ? findingsIn(session, document, root.archive, options) : [];
    const items = document ? found.map((each) => encodeDiagnostic(session, document.facts, each)) : [];
    const last = kept.get(path);
    const same = last !== undefined && JSON.stringify(last.items) === JSON.stringify(items);
    const now = { path, items, resultId: same ? last.resultId : items.length === 0 ? nothing : nextResult() };
    kept.set(path, { ...now, facts, generation, options });
    return now;
  }

  function checksIn(root: Root, options: LintOptions): FileCheck[] {
    const documents = [...root.archive.documents.values()];
    return documents.flatMap((facts) => {
      if (facts.kind === undefined || session.documents.get(facts.path)) return [];
      if (!session.workspace.isOpened(facts.path)) return [];
      const last = kept.get(facts.path);
      const holds = last?.facts === facts && last.generation === root.generation && last.options === options;
      return [{ path: facts.path, known: holds ? last : undefined, read: () => read(root, facts, options) }];
    });
  }

  return {
    async checks() {
      await session.workspace.read();
      const roots = session.workspace.configured();
      const settings = await Promise.all(roots.map((root) => session.settings.of(root.path)));
      const checks = roots.flatMap((root, index) => {
        const options = settings[index];
        return options?.checkArchive === 'archive' ? checksIn(root, options) : [];
      });
      const paths = new Set(checks.map(({ path }) => path));
      for (const path of kept.keys()) if (!paths.has(path)) kept.delete(path);
      return checks;
    },
  };
}
