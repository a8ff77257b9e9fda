import type { Connection, WorkDoneProgressReporter } from 'vscode-languageserver';
import { say } from '../analysis.js';

/** As many files take about a second to check. */
const many = 100;

/** Shows the reading of a folder in the client, in steps of some percent; silent where the client shows none. */
export async function folderProgress(
  connection: Connection,
): Promise<{ report(done: number, total: number): void; done(): void }> {
  const reporter = await connection.window.createWorkDoneProgress().catch(() => undefined);
  reporter?.begin(say`Reading the Xen archive`, 0, '', false);
  let shown = 0;
  return {
    report(done, total) {
      const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
      if (percent < shown + 5) return;
      shown = percent;
      reporter?.report(percent, say`${done} of ${total} documents`);
    },
    done: () => reporter?.done(),
  };
}

/**
 * Shows the checking of some files: where the client asked for it, else when there are so many that it takes a while. Nothing
 * waits for the client to show it.
 */
export function checkProgress(
  connection: Connection,
  asked: WorkDoneProgressReporter | undefined,
  files: number,
): { step(): void; done(): void } {
  let reporter = asked;
  let done = 0;
  let ended = false;
  const begin = (each: WorkDoneProgressReporter): void => {
    if (ended) return;
    reporter = each;
    each.begin(say`Checking the Xen archive`, 0, '', false);
  };
  if (asked) begin(asked);
  else if (files > many) void connection.window.createWorkDoneProgress().then(begin, () => undefined);
  return {
    step() {
      if (++done % 20 === 0) reporter?.report(Math.floor((done / files) * 100), say`${done} of ${files} documents`);
    },
    done() {
      ended = true;
      reporter?.done();
    },
  };
}
