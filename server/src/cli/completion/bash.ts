import type { CompletedCommand, CompletedOption, Values } from './words.js';

/** A completion for bash; it needs nothing but bash. */
export function bashCompletion(commands: readonly CompletedCommand[], options: readonly CompletedOption[]): string {
  const names = commands.map(({ name }) => name).join(' ');
  return `# bash completion for xen-notes
_xen_notes() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} command= place=0 index
  for ((index = 1; index < COMP_CWORD; index++)); do
    case \${COMP_WORDS[index]} in
      -*) ;;
      *) if [[ -z $command ]]; then command=\${COMP_WORDS[index]}; else ((place++)); fi ;;
    esac
  done
  COMPREPLY=()
  case $command in
    '') COMPREPLY=($(compgen -W "${names} help ${flags(options)}" -- "$word")) ;;
${commands.map(ofCommand).join('\n')}
  esac
}
_xen_notes_files() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen -f -- "$word")
}
complete -F _xen_notes xen-notes
`;
}

function ofCommand(command: CompletedCommand): string {
  const valued = command.options.flatMap(({ names, values }) =>
    values === undefined ? [] : [`        ${names.join('|')}) ${offer(values)}; return ;;`],
  );
  const last = command.arguments.length - 1;
  const places = command.arguments.map(
    (values, index) => `        ${index === last ? '*' : index}) ${offer(values)} ;;`,
  );
  return [
    `    ${command.name})`,
    '      case $before in',
    ...valued,
    '        *) ;;',
    '      esac',
    `      if [[ $word == -* ]]; then COMPREPLY=($(compgen -W "${flags(command.options)}" -- "$word")); return; fi`,
    ...(places.length > 0 ? ['      case $place in', ...places, '      esac'] : []),
    '      ;;',
  ].join('\n');
}

function flags(options: readonly CompletedOption[]): string {
  return options.flatMap(({ names }) => names).join(' ');
}

function offer(values: Values): string {
  if (values === 'files') return '_xen_notes_files';
  return values === 'anything' ? ':' : `COMPREPLY=($(compgen -W "${values.join(' ')}" -- "$word"))`;
}
