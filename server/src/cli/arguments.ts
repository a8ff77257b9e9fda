import { Argument, InvalidArgumentError, Option } from 'commander';
import { nearest } from '../analysis.js';

export function pathsArgument(): Argument {
  return new Argument('[paths...]', 'files and folders').default(['.'], 'the working folder');
}

/** An option that takes one of some words. */
export function oneOf(flags: string, description: string, words: readonly string[]): Option {
  return new Option(flags, description).choices(words).argParser((text: string) => {
    if (words.includes(text)) return text;
    const [near] = nearest(text, words);
    throw new InvalidArgumentError(near === undefined ? `Use ${words.join(', ')}.` : `Did you mean ${near}?`);
  });
}

export function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('Give a whole number.');
  return Number(text);
}

export function collect(text: string, before: readonly string[]): string[] {
  return [...before, text];
}
