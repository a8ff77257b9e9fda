import {
  lint,
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

interface Kept {
  readonly archive: Archive;
  readonly options: LintOptions;
  readonly accepted: Accepted | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

const kept = new WeakMap<Document, Kept>();

/** What is found in an open document and not accepted: kept until the document, its archive or the settings are others. */
export function findings(session: Session, open: OpenDocument, settings: LintOptions): readonly Diagnostic[] {
  const { document, archive } = contextOf(session, open);
  const options = session.workspace.settled(document.path) ? settings : early(settings);
  const accepted = session.workspace.acceptedIn(document.path);
  const known = kept.get(document);
  if (known?.archive === archive && known.options === options && known.accepted === accepted) return known.diagnostics;
  const diagnostics = unaccepted(document, lint(document, archive, options), accepted);
  kept.set(document, { archive, options, accepted, diagnostics });
  return diagnostics;
}

const localRules: ReadonlySet<string> = new Set(rules.filter((rule) => !('check' in rule)).map((rule) => rule.id));
const earlyOptions = new WeakMap<LintOptions, LintOptions>();

/** While an archive is being read, only rules that look at nothing but a section or less are sure of what they say. */
function early(settings: LintOptions): LintOptions {
  const known = earlyOptions.get(settings);
  if (known) return known;
  const options = { ...settings, only: localRules };
  earlyOptions.set(settings, options);
  return options;
}
