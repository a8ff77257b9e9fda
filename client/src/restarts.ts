import { say } from '../../server/src/text/say.js';

/** So often within {@link span} a server that has died is started again. */
const most = 4;
const span = 3 * 60 * 1000;

/** What becomes of a server that has died, and what people are told of it. */
export interface Restart {
  readonly again: boolean;
  /** Whether they are to see it; further deaths within the span are told in the log alone. */
  readonly shown: boolean;
  readonly message: string;
}

/** Decides at each death of the server; one that dies again and again would only keep the machine busy. */
export function createRestarts(): (now: number) => Restart {
  let deaths: readonly number[] = [];
  return (now) => {
    deaths = [...deaths.filter((death) => now - death < span), now];
    const { length } = deaths;
    if (length <= most)
      return {
        again: true,
        shown: length === 1,
        message: say`The language server of Xen Session Notes stopped unexpectedly and is started again (${length} of ${most} times in three minutes). Your documents are as you left them.`,
      };
    // Whoever starts it by hand gets all attempts anew.
    deaths = [];
    return {
      again: false,
      shown: true,
      message: say`The language server of Xen Session Notes stopped ${length} times in three minutes and is not started again; checks and completion are off. Restart it, or report the problem with what the log says.`,
    };
  };
}
