import type { CompletedCommand, CompletedOption, Values } from './words.js';

/** A completion for fish. */
export function fishCompletion(commands: readonly CompletedCommand[], options: readonly CompletedOption[]): string {
  return `${[
    '# fish completion for xen-notes',
    'complete -c xen-notes -f',
    ...options.map((option) => line('__fish_use_subcommand', optionWords(option))),
    ...commands.map(({ name, description }) => line('__fish_use_subcommand', `-a ${name} -d ${quoted(description)}`)),
    ...commands.flatMap(ofCommand),
  ].join('\n')}\n`;
}

function ofCommand({ name, options, arguments: places }: CompletedCommand): string[] {
  const within = `__fish_seen_subcommand_from ${name}`;
  const words = places.filter((values) => values !== 'files' && values !== 'anything').flat();
  const unsaid = words.length > 0 ? `; and not __fish_seen_subcommand_from ${words.join(' ')}` : '';
  return [
    ...options.map((option) => line(within, optionWords(option))),
    ...places.flatMap((values) => (values === 'files' ? [line(within, '-F')] : [])),
    ...(words.length > 0 ? [line(`${within}${unsaid}`, `-a ${quoted(words.join(' '))}`)] : []),
  ];
}

function line(condition: string, what: string): string {
  return `complete -c xen-notes -n ${quoted(condition)} ${what}`;
}

function optionWords({ names, description, values }: CompletedOption): string {
  const flags = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
  return [...flags, `-d ${quoted(description)}`, ...(values === undefined ? [] : [follows(values)])].join(' ');
}

function follows(values: Values): string {
  if (values === 'files') return '-r -F';
  return values === 'anything' ? '-x' : `-x -a ${quoted(values.join(' '))}`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
