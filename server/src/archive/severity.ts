export const severities = ['error', 'warning', 'info', 'hint', 'off'] as const;
export type Severity = (typeof severities)[number];

/** How a severity may be written, in configurations, in an editor's settings and on the command line. */
export const severityWords = ['error', 'warn', 'warning', 'info', 'information', 'hint', 'off'] as const;

/** The severity that is meant; `undefined` for what is no word for one. */
export function severityNamed(word: unknown): Severity | undefined {
  const name = word === 'warn' ? 'warning' : word === 'information' ? 'info' : word;
  return severities.find((severity) => severity === name);
}
