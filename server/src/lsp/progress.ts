import type { Connection } from 'vscode-languageserver';

/** Shows the reading of a folder in the client, in steps of some percent; silent where the client shows none. */
export async function folderProgress(
  connection: Connection,
): Promise<{ report(done: number, total: number): void; done(): void }> {
  const reporter = await connection.window.createWorkDoneProgress().catch(() => undefined);
  reporter?.begin('Reading the Xen archive', 0, '', false);
  let shown = 0;
  return {
    report(done, total) {
      const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
      if (percent < shown + 5) return;
      shown = percent;
      reporter?.report(percent, `${done} of ${total} documents`);
    },
    done: () => reporter?.done(),
  };
}
