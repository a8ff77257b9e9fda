import type { Command } from 'commander';
import { bashCompletion } from './bash.js';
import { fishCompletion } from './fish.js';
import { completedCommands, optionsOf } from './words.js';
import { zshCompletion } from './zsh.js';

const shells = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const;

export const shellNames = Object.keys(shells) as readonly (keyof typeof shells)[];

/** What a shell has to read so that it completes the program's words. */
export function completionScript(shell: keyof typeof shells, program: Command): string {
  return shells[shell](completedCommands(program), optionsOf(program));
}
