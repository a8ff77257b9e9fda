import type { CancellationToken } from 'vscode-languageserver';

/** Something that happens from time to time, and those who wait for it. */
export interface Signal {
  /** How often it has happened. */
  readonly count: number;
  fire(): void;
  /** Calls back each time. */
  each(listener: () => void): void;
  /** Resolves when it has happened more often, or when nobody wants to know any more. */
  after(count: number, token: CancellationToken): Promise<void>;
}

export function createSignal(): Signal {
  const waiting = new Set<() => void>();
  const listeners: (() => void)[] = [];
  let happened = 0;
  return {
    get count() {
      return happened;
    },
    fire() {
      happened++;
      for (const wake of [...waiting, ...listeners]) wake();
    },
    each: (listener) => void listeners.push(listener),
    after: (count, token) =>
      new Promise((resolve) => {
        const wake = (): void => {
          waiting.delete(wake);
          cancelled.dispose();
          resolve();
        };
        const cancelled = token.onCancellationRequested(wake);
        waiting.add(wake);
        if (happened !== count || token.isCancellationRequested) wake();
      }),
  };
}
