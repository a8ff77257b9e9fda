import {
  lint,
  memo,
  rules,
  unaccepted,
  type Accepted,
  type Archive,
  type Diagnostic,
  type Document,
  type LintOptions,
} from '../analysis.js';
import { contextOf, type Session } from './session.js';
import type { OpenDocument } from './openDocuments.js';
import type { Found } from './writing.js';

/** What is found in an open document and not accepted: kept until the document, its archive or the settings are others. */
export function findings(session: Session, open: OpenDocument, settings: LintOptions): readonly Diagnostic[] {
  return found(session, open, settings).diagnostics;
}

/** What is shown of it: not what a line brings about that is being written. */
export function shownFindings(session: Session, open: OpenDocument, settings: LintOptions): readonly Diagnostic[] {
  return session.writing.shown(open, found(session, open, settings));
}

/** The findings, and the options they were looked for with. */
export function found(session: Session, open: OpenDocument, settings: LintOptions): Found {
  const { document, archive } = contextOf(session, open);
  const options = optionsNow(session, document.path, settings);
  const accepted = session.workspace.acceptedIn(document.path);
  return { options, diagnostics: unacceptedIn(document, archive, options, accepted) };
}

const unacceptedIn = memo(
  (document: Document, archive: Archive, options: LintOptions, accepted: Accepted | undefined) =>
    unaccepted(document, lint(document, archive, options), accepted),
);

/** What is found in any document, open or not, and not accepted. */
export function findingsIn(
  { workspace }: Session,
  document: Document,
  archive: Archive,
  options: LintOptions,
): readonly Diagnostic[] {
  return unaccepted(document, lint(document, archive, options), workspace.acceptedIn(document.path));
}

const localRules: ReadonlySet<string> = new Set(
  rules.filter((rule) => 'checkSection' in rule || 'checkLeaf' in rule).map((rule) => rule.id),
);
const noRules: ReadonlySet<string> = new Set();

/**
 * While an archive is being read, only rules that look at nothing but a section or less are sure of what they say; none is where
 * it is not known yet which findings are accepted.
 */
function optionsNow({ workspace }: Session, path: string, settings: LintOptions): LintOptions {
  if (workspace.settled(path)) return settings;
  return limitedTo(workspace.awaitsBaseline(path) ? noRules : localRules, settings);
}

const limitedTo = memo((only: ReadonlySet<string>, settings: LintOptions): LintOptions => ({ ...settings, only }));
