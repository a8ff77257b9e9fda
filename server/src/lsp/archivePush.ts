import type { ArchiveFindings } from './archiveFindings.js';
import type { Session } from './session.js';

/** Milliseconds of quiet after which files that are not open are looked at. */
const quiet = 250;

/** Publishes what is found in files that are not open, for clients that do not ask. */
export interface ArchivePush {
  /** Takes nothing as published for a document, as when it is closed. */
  forget(path: string): void;
  dispose(): void;
}

export function createArchivePush(session: Session, archiveFindings: ArchiveFindings): ArchivePush {
  const pushed = new Map<string, string>();
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let again = false;

  const push = async (): Promise<void> => {
    const checks = await archiveFindings.checks();
    const checked = new Set(checks.map(({ path }) => path));
    for (const path of [...pushed.keys()].filter((each) => !checked.has(each))) {
      pushed.delete(path);
      // What is found in an open document is published with each of its versions.
      if (!session.documents.get(path)) await session.connection.sendDiagnostics({ uri: path, diagnostics: [] });
    }
    for (const { path, known, read } of checks) {
      const { items, resultId } = known ?? (await read());
      if (again) return;
      if (session.documents.get(path) || pushed.get(path) === resultId) continue;
      if (items.length > 0 || pushed.has(path))
        await session.connection.sendDiagnostics({ uri: path, diagnostics: [...items] });
      pushed.set(path, resultId);
    }
  };
  const run = async (): Promise<void> => {
    timer = undefined;
    if (running) return;
    running = true;
    again = false;
    await push().catch((error: unknown) => session.connection.console.error(String(error)));
    running = false;
    if (again) later();
  };
  const later = (): void => {
    again = running;
    clearTimeout(timer);
    timer = setTimeout(() => void run(), quiet);
  };
  session.unopened.each(later);
  return { forget: (path) => void pushed.delete(path), dispose: () => clearTimeout(timer) };
}
