import { Archive, lint, type Diagnostic, type LintOptions } from '../../server/src/analysis.js';
import { createOpenDocuments, type OpenDocument } from '../../server/src/lsp/openDocuments.js';
import { positionOf } from '../../server/src/lsp/positions.js';
import { createWriting } from '../../server/src/lsp/writing.js';
import { peopleRegister } from './registers.js';

/** A change of one document: `remove` characters at an offset make way for a text. */
export interface Change {
  readonly at: number;
  readonly remove?: number;
  readonly text: string;
}

/** Open documents of one archive in which somebody writes, as the server has them. */
export interface Writer {
  text(path: string): string;
  /** Changes that come in one notification. */
  edit(path: string, ...changes: readonly Change[]): void;
  /** Types at the end of the first line that has a text, letter by letter; what is shown is looked at after each one. */
  type(path: string, behind: string, letters: string): void;
  cursor(path: string, line: number): void;
  save(path: string): void;
  /** All that is found now. */
  found(path: string): readonly Diagnostic[];
  /** What is shown of it. */
  shown(path: string): readonly Diagnostic[];
  /** What is shown, as `line: rule`, lines from 1. */
  told(path: string): readonly string[];
  /** Documents that were to be shown anew, in the order that was told. */
  readonly askedFor: string[];
}

export function writer(files: Readonly<Record<string, string>>, only?: readonly string[]): Writer {
  const documents = createOpenDocuments();
  const writing = createWriting();
  const askedFor: string[] = [];
  const options: LintOptions = { mode: 'draft', ...(only && { only: new Set(only) }) };
  let version = 1;
  documents.open(uri('people.md'), 1, peopleRegister, {});
  for (const [path, text] of Object.entries(files)) documents.open(uri(path), version, text, {});
  let archive = Archive.of([...documents.all()].map(({ document }) => document.facts));
  const open = (path: string): OpenDocument => {
    const known = documents.get(uri(path));
    if (!known) throw new Error(`${path} is not open`);
    return known;
  };
  const foundIn = ({ document }: OpenDocument) => ({ diagnostics: lint(document, archive, options), options });
  const self: Writer = {
    askedFor,
    text: (path) => open(path).document.text,
    edit(path, ...changes) {
      // Positions of each change are those of the text the one before left.
      let { text } = open(path).document;
      const ranged = changes.map((change) => {
        const lines = { lineStarts: starts(text) };
        const end = change.at + (change.remove ?? 0);
        text = text.slice(0, change.at) + change.text + text.slice(end);
        return { range: { start: positionOf(lines, change.at), end: positionOf(lines, end) }, text: change.text };
      });
      const changed = documents.change(uri(path), ++version, ranged);
      if (!changed) return;
      askedFor.push(...writing.edited(changed.edit, () => foundIn(changed.edit.before)));
      archive = archive.with(changed.after.document.facts);
    },
    type(path, behind, letters) {
      const text = self.text(path);
      const from = text.indexOf(behind);
      if (from < 0) throw new Error(`${behind} is not in ${path}`);
      let at = /\r?\n|$/.exec(text.slice(from))?.index ?? 0;
      at += from;
      for (const letter of letters) {
        self.edit(path, { at, text: letter });
        at += letter.length;
        self.shown(path);
      }
    },
    cursor: (path, line) => void askedFor.push(...writing.cursorAt(uri(path), line)),
    save: (path) => void askedFor.push(...writing.done(uri(path))),
    found: (path) => foundIn(open(path)).diagnostics,
    shown: (path) => writing.shown(open(path), foundIn(open(path))),
    told: (path) =>
      self
        .shown(path)
        .map(({ rule, span }) => `${positionOf(open(path).document.facts, span.start).line + 1}: ${rule}`),
  };
  return self;
}

/** The server knows documents by their URIs. */
function uri(path: string): string {
  return `file:///${path}`;
}

function starts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((ending) => ending.index + ending[0].length)];
}
