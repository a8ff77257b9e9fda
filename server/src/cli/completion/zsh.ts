import type { CompletedCommand, CompletedOption, Values } from './words.js';

/** A completion for zsh: a file of a folder in $fpath, or a text to evaluate. */
export function zshCompletion(commands: readonly CompletedCommand[], options: readonly CompletedOption[]): string {
  return `#compdef xen-notes
_xen_notes() {
  local context state state_descr line
  typeset -A opt_args
  _arguments -C ${options.flatMap(specs).join(' ')} '1:command:->command' '*::argument:->argument'
  case $state in
    command)
      local -a commands=(${commands.map(({ name, description }) => quoted(`${name}:${description}`)).join(' ')})
      _describe command commands ;;
    argument)
      case $line[1] in
${commands.map(ofCommand).join('\n')}
      esac ;;
  esac
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _xen_notes "$@"; else compdef _xen_notes xen-notes; fi
`;
}

function ofCommand({ name, options, arguments: places }: CompletedCommand): string {
  const last = places.length - 1;
  const given = places.map((values, index) =>
    quoted(`${index === last ? '*' : index + 1}:${index === 0 ? 'what' : 'argument'}:${action(values)}`),
  );
  return `        ${name}) _arguments ${[...options.flatMap(specs), ...given].join(' ')} ;;`;
}

/** One specification for each name, so that every shell version reads them. */
function specs({ names, description, values }: CompletedOption): string[] {
  const about = description.replace(/[[\]:]/g, '\\$&');
  const rest = values === undefined ? '' : `:value:${action(values)}`;
  return names.map((name) => quoted(`${name}[${about}]${rest}`));
}

function action(values: Values): string {
  if (values === 'files') return '_files';
  return values === 'anything' ? ' ' : `(${values.join(' ')})`;
}

function quoted(text: string): string {
  return `'${text.replace(/'/g, "'\\''")}'`;
}
