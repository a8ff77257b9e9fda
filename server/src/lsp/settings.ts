import type { Connection } from 'vscode-languageserver';
import type { Client } from './client.js';
import { showWarnings } from './problems.js';
import { overlaid, property, readSettings, settingsSection, type DocumentSettings } from './readSettings.js';

/** The editor's settings, asked for once per document and kept until they change. */
export interface Settings {
  /** `undefined` until they have been asked for. */
  known(uri: string): DocumentSettings | undefined;
  of(uri: string): Promise<DocumentSettings>;
  /** Forgets what is known; `pushed` is what a client without a configuration request sends. */
  changed(pushed: unknown): void;
  forget(uri: string): void;
}

/** `initial` is what a client sent with its first request; it counts where the client says nothing else later. */
export function createSettings(connection: Connection, client: Client, initial: unknown): Settings {
  const kept = new Map<string, DocumentSettings>();
  const asked = new Map<string, Promise<DocumentSettings>>();
  const wrong = createComplaints(connection);
  // What is found is kept as long as the settings are the same, so those that say the same are one object.
  const same = new Map<string, DocumentSettings>();
  const take = (value: unknown): DocumentSettings => {
    const { settings, problems } = readSettings(overlaid(property(initial, settingsSection) ?? initial, value));
    wrong.tell(problems);
    const text = JSON.stringify(settings);
    const known = same.get(text) ?? settings;
    same.set(text, known);
    return known;
  };
  let fixed = take(undefined);
  const ask = (uri: string): Promise<DocumentSettings> => {
    const answer: Promise<DocumentSettings> = connection.workspace
      .getConfiguration({ scopeUri: uri, section: settingsSection })
      .catch(() => undefined)
      .then((value: unknown) => {
        const settings = take(value);
        // They may have changed meanwhile, or the document be closed.
        if (asked.get(uri) === answer && asked.delete(uri)) kept.set(uri, settings);
        return settings;
      });
    asked.set(uri, answer);
    return answer;
  };
  return {
    known: (uri) => (client.configuration ? kept.get(uri) : fixed),
    of: async (uri) => (client.configuration ? (kept.get(uri) ?? asked.get(uri) ?? ask(uri)) : fixed),
    changed(pushed) {
      kept.clear();
      asked.clear();
      wrong.changed();
      if (!client.configuration) fixed = take(property(pushed, settingsSection) ?? pushed);
    },
    forget(uri) {
      kept.delete(uri);
      asked.delete(uri);
    },
  };
}

/** Tells what is wrong with the settings: the same thing once, and again only after it was right. */
function createComplaints(connection: Connection): { tell(problems: readonly string[]): void; changed(): void } {
  let before: ReadonlySet<string> = new Set();
  let now = new Set<string>();
  let looked = false;
  return {
    tell(problems) {
      looked = true;
      const fresh = problems.filter((problem) => !now.has(problem));
      for (const problem of fresh) now.add(problem);
      showWarnings(
        connection,
        fresh.filter((problem) => !before.has(problem)),
      );
    },
    changed() {
      if (!looked) return;
      looked = false;
      before = now;
      now = new Set();
    },
  };
}
