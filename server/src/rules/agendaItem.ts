import { agendaWords } from '../document/schema.js';

/** Whether a title is an item of every agenda, or a place whose issues are gone through: it tells nothing of one meeting. */
export function isAgendaItem(title: string): boolean {
  if (/^[\w.-]+\/[\w.-]+$/.test(title)) return true;
  const said = title.replace(/\([^()]*\)[^\w()]*$/, '').toLowerCase();
  const words = said.match(/[a-z]+/g) ?? [];
  return words.length > 0 && words.every((word) => agendaWords.has(word) || agendaWords.has(word.replace(/s$/, '')));
}
