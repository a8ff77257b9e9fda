import type { Command } from 'commander';
import { repository } from '../analysis.js';
import { exitsOf, further } from './further.js';
import { processOutput } from './output.js';
import { createProgram } from './program.js';

/** The manual page, for `man`, made from what `--help` is made from. */
export function manual(version: string): string {
  const place = { version, corpus: '', server: '', caches: false };
  const program = createProgram(processOutput(), place, () => undefined);
  return `${[
    `.TH XEN-NOTES 1 "" "xen-notes ${version}" "Xen Session Notes"`,
    '.SH NAME',
    roff(`xen-notes - ${program.description().replace(/^[A-Z]/, (letter) => letter.toLowerCase())}`),
    '.SH SYNOPSIS',
    '.B xen-notes',
    roff('COMMAND [OPTION]... [ARGUMENT]...'),
    '.SH OPTIONS',
    ...optionsOf(program),
    '.SH COMMANDS',
    ...program.commands.flatMap(commandSection),
    '.SH FILES',
    ...term('.xen-notes.json', 'configuration of the archive in whose root it stands'),
    ...term('~/.cache/xen-session-notes', 'what can be made anew; below XDG_CACHE_HOME where that is set'),
    '.SH ENVIRONMENT',
    ...term('NO_COLOR', 'no colours, whatever else is said'),
    ...term('FORCE_COLOR', 'colours although the output is no terminal; 0 for none'),
    '.SH SEE ALSO',
    roff(`${repository}#readme`),
  ].join('\n')}\n`;
}

function commandSection(command: Command): string[] {
  const more = further[command.name()];
  const help = command.createHelp();
  return [
    `.SS ${roff(`xen-notes ${command.name()} ${command.usage()}`)}`,
    roff(`${command.description()}.`),
    ...(more?.notes === undefined ? [] : ['.PP', roff(more.notes)]),
    ...help.visibleArguments(command).flatMap((each) => term(each.name(), help.argumentDescription(each))),
    ...optionsOf(command),
    ...(more ? ['.PP', 'Examples:', ...more.examples.flatMap(([line, what]) => term(line, what))] : []),
    ...(more ? ['.PP', 'Exit codes:', ...exitsOf(more).flatMap(([code, meaning]) => term(code, meaning))] : []),
  ];
}

function optionsOf(command: Command): string[] {
  const help = command.createHelp();
  return help.visibleOptions(command).flatMap((each) => term(each.flags, help.optionDescription(each)));
}

function term(word: string, description: string): string[] {
  return ['.TP', `.B ${roff(word)}`, roff(description)];
}

/** Text that no reader of manual pages takes for a request or an escape. */
function roff(text: string): string {
  return text
    .replace(/\\/g, '\\e')
    .replace(/-/g, '\\-')
    .replace(/^[.']/, '\\&$&')
    .replace(/"/g, '\\(dq')
    .replace(/(?<!\s)\s*\n\s*/g, ' ');
}
