import type { Connection } from 'vscode-languageserver';
import { severities, type LintOptions, type Severity } from '../analysis.js';
import type { Client } from './client.js';

export const settingsSection = 'xenNotes';

/** What the editor's settings say of a document, or of a folder. */
export interface DocumentSettings extends LintOptions {
  /** Whether files that are not open are checked as well, in archives that a configuration makes archives. */
  readonly checkArchive: 'off' | 'archive';
}

/** The editor's settings, asked for once per document and kept until they change. */
export interface Settings {
  /** `undefined` until they have been asked for. */
  known(uri: string): DocumentSettings | undefined;
  of(uri: string): Promise<DocumentSettings>;
  /** Forgets what is known; `pushed` is what a client without a configuration request sends. */
  changed(pushed: unknown): void;
  forget(uri: string): void;
}

export function createSettings(connection: Connection, client: Client): Settings {
  const kept = new Map<string, DocumentSettings>();
  let fixed = readSettings(undefined);
  const ask = async (uri: string): Promise<DocumentSettings> => {
    const answer: unknown = await connection.workspace
      .getConfiguration({ scopeUri: uri, section: settingsSection })
      .catch(() => undefined);
    const options = readSettings(answer);
    kept.set(uri, options);
    return options;
  };
  return {
    known: (uri) => (client.configuration ? kept.get(uri) : fixed),
    of: async (uri) => (client.configuration ? (kept.get(uri) ?? (await ask(uri))) : fixed),
    changed(pushed) {
      kept.clear();
      if (!client.configuration) fixed = readSettings(property(pushed, settingsSection) ?? pushed);
    },
    forget: (uri) => void kept.delete(uri),
  };
}

/** Settings as the linter takes them; what makes no sense is left out. */
function readSettings(value: unknown): DocumentSettings {
  const rules = property(value, 'rules');
  const entries = typeof rules === 'object' && rules !== null ? Object.entries(rules) : [];
  return {
    mode: property(value, 'mode') === 'post' ? 'post' : 'draft',
    checkArchive: property(value, 'checkArchive') === 'off' ? 'off' : 'archive',
    severities: Object.fromEntries(entries.flatMap(([id, severity]) => severityOf(severity).map((each) => [id, each]))),
  };
}

function severityOf(value: unknown): Severity[] {
  const name = value === 'warn' ? 'warning' : value;
  return severities.filter((severity) => severity === name);
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}
