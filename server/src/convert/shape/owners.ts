import { looksLikeName } from '../../document/reading/people.js';

/** Whether a text names owners of an action, and no more: `Lars`, `Lars, Jan`, `Lars/Jan`, `Daniel from Oracle`, `All`. */
export function namesOwners(said: string): boolean {
  return said.split(/[,/&]|\s(?:and|or|from)\s/).every((part) => looksLikeName(part.trim()));
}
