import { Argument, InvalidArgumentError, Option } from 'commander';
import { nearest } from '../analysis.js';

export function pathsArgument(): Argument {
  return new Argument('[paths...]', 'files and folders').default(['.'], 'the working folder');
}

/** An option that takes one of some words. */
export function oneOf(flags: string, description: string, words: readonly string[]): Option {
  return new Option(flags, description).choices(words).argParser((text: string) => known(text, words));
}

/** An argument that is one of some words. */
export function oneOfArgument(name: string, description: string, words: readonly string[]): Argument {
  return new Argument(name, description).choices(words).argParser((text: string) => known(text, words));
}

function known(text: string, words: readonly string[]): string {
  if (words.includes(text)) return text;
  const [near] = nearest(text, words);
  throw new InvalidArgumentError(near === undefined ? `Use ${words.join(', ')}.` : `Did you mean ${near}?`);
}

export function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('Give a whole number.');
  return Number(text);
}

export function collect(text: string, before: readonly string[]): string[] {
  return [...before, text];
}

/** Said the same wherever a command can answer programs. */
export function jsonOption(): Option {
  return new Option('--json', 'print the results as JSON, for programs');
}
