/** What a task of our type says in tasks.json; it may have been written by hand, so no value is sure to be sensible. */
export interface CheckDefinition {
  readonly mode?: unknown;
  readonly paths?: unknown;
  readonly baseline?: unknown;
}

/** How the command line is called for a task. It is the one to tell what is wrong with a mode or a path. */
export function checkArguments({ mode, paths, baseline }: CheckDefinition): readonly string[] {
  const asked = (Array.isArray(paths) ? paths : [paths ?? []].flat()).map(String);
  return [
    'check',
    ...['--format', 'compact'],
    ...(mode === undefined ? [] : ['--mode', String(mode)]),
    ...(baseline === false ? ['--no-baseline'] : []),
    '--',
    ...(asked.length > 0 ? asked : ['.']),
  ];
}
