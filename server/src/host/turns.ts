import { turn } from './limits.js';

/** Lets other work of the process run whenever a turn is over. */
export function turns(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < turn) return;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  };
}
