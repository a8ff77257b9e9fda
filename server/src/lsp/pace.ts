import type { Readable, Writable } from 'node:stream';

/** Bytes that a client has not read yet from which on nothing more is done for it. */
const mostUnread = 8 * 1024 * 1024;

/** Does one thing after the other, and waits while a client does not read what it is told, so that what is kept for it is bounded. */
export type Pace = (handle: () => void) => void;

/** No wait at all, where a channel knows nothing of what has been read. */
export const unpaced: Pace = (handle) => handle();

export function createPace(output: Writable, input: Readable): Pace {
  const waiting: (() => void)[] = [];
  const isFull = (): boolean => output.writableLength > mostUnread;
  const goOn = (): void => {
    if (isFull()) return;
    const next = waiting.shift();
    if (!next) {
      input.resume();
      return;
    }
    next();
    // It answers a little later, and only then can be told how much is unread.
    setImmediate(goOn);
  };
  output.on('drain', goOn);
  // Whether there is more to come is for the input to tell.
  output.on('error', () => input.resume());
  return (handle) => {
    if (waiting.length === 0 && !isFull()) {
      handle();
      return;
    }
    input.pause();
    waiting.push(handle);
    if (waiting.length === 1) setImmediate(goOn);
  };
}
