import type { Argument, Command, Option } from 'commander';
import { rules } from '../../analysis.js';

/** What can be typed at a place: some words, the name of a file, or anything. */
export type Values = readonly string[] | 'files' | 'anything';

export interface CompletedOption {
  /** As typed: `-o` and `--output`. */
  readonly names: readonly string[];
  readonly description: string;
  /** What follows it; absent where nothing does. */
  readonly values?: Values;
}

export interface CompletedCommand {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CompletedOption[];
  /** By place; the last one may be given again and again. */
  readonly arguments: readonly Values[];
}

/** The commands as a shell completes them. */
export function completedCommands(program: Command): CompletedCommand[] {
  return program.commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    options: optionsOf(command),
    arguments: command.registeredArguments.map((each) => valuesOf(each.name(), each)),
  }));
}

/** The options that stand before a command, or that every command has. */
export function optionsOf(command: Command): CompletedOption[] {
  const help = { names: ['-h', '--help'], description: 'print this help' };
  return [...command.options.filter(({ hidden }) => !hidden).map(completedOption), help];
}

function completedOption(option: Option): CompletedOption {
  const names = [option.short, option.long].filter((name) => name !== undefined && name !== null);
  const takes = option.required || option.optional;
  const placeholder = /[<[]([\w-]+)/.exec(option.flags)?.[1] ?? '';
  return { names, description: option.description, ...(takes && { values: valuesOf(placeholder, option) }) };
}

/** Words where there are some, else what the placeholder of an argument or option stands for. */
function valuesOf(placeholder: string, { argChoices }: Pick<Argument | Option, 'argChoices'>): Values {
  if (argChoices) return argChoices;
  if (ofRules.has(placeholder)) return rules.map(({ id }) => id);
  return ofFiles.has(placeholder) ? 'files' : 'anything';
}

const ofRules = new Set(['rule', 'id']);
const ofFiles = new Set(['file', 'path', 'paths', 'before', 'after']);
