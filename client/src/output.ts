import type { LogOutputChannel } from 'vscode';

/** As many lines of the log go into a report. */
const most = 100;

/** The log, and what was written to it last for a report. Traces are left out: they hold the texts of documents. */
export interface Output {
  readonly channel: LogOutputChannel;
  readonly lines: readonly string[];
}

const levels = ['info', 'warn', 'error'] as const;

export function rememberingOutput(channel: LogOutputChannel): Output {
  const lines: string[] = [];
  const remember = (level: string, message: unknown): void => {
    lines.push(`[${level}] ${String(message)}`);
    if (lines.length > most) lines.shift();
  };
  const remembering = new Proxy(channel, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== 'function') return value;
      const level = levels.find((each) => each === key);
      return (...args: unknown[]): unknown => {
        if (level) remember(level, args[0]);
        return Reflect.apply(value, target, args);
      };
    },
  });
  return { channel: remembering, lines };
}
