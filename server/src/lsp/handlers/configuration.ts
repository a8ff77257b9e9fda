import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import type { Changes } from '../changes.js';
import { settingsSection } from '../readSettings.js';
import type { Session } from '../session.js';

export function registerConfiguration({ connection, settings, unopened }: Session, changes: Changes): void {
  connection.onDidChangeConfiguration(({ settings: pushed }) => {
    settings.changed(pushed);
    changes.refresh();
    unopened.fire();
  });
}

/** Asks the client, where it can, to tell when the settings change. */
export async function watchConfiguration({ connection, client }: Session): Promise<void> {
  if (client.registersConfiguration)
    await connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection });
}
