import { meetingCommands, type MeetingCommand } from '../../document/schema.js';
import { shownNick } from './ircLine.js';

/** What a line of a meeting is for the minutes. */
export interface MeetingLine {
  readonly command: MeetingCommand;
  readonly text: string;
}

/** `#topic Rings`, `[topic] Rings`, and `Topic: Rings` as minutes and other bots have it. */
const commandForm = /^(?:#([a-z]{2,15})\b:?|\[([a-z]{2,15})\]:?|([a-z]{2,15}):(?=\s))\s*(?!\s)(.*)$/i;

/** Reads a line that is to be in the minutes; `undefined` for one that is only said. */
export function meetingLine(said: string): MeetingLine | undefined {
  const [, hashed, boxed, labelled, text = ''] = commandForm.exec(said) ?? [];
  const command = meetingCommands.get((hashed ?? boxed ?? labelled ?? '').toLowerCase());
  if (command === undefined || (text === '' && command !== 'end' && command !== 'undo')) return undefined;
  // Without a mark these are labels of what somebody says.
  const marked = hashed !== undefined || boxed !== undefined || command === 'topic' || command === 'subtopic';
  return marked || command === command.toUpperCase() || command === 'point' ? { command, text } : undefined;
}

/** A marker's line, with those whose nicks begin an action as its owners; `nicks` in lower case. */
export function markedLine({ command, text }: MeetingLine, nicks: ReadonlySet<string>): string {
  if (command !== 'ACTION') return command === 'point' ? text : `${command}: ${text}`;
  const owners: string[] = [];
  let rest = text;
  for (let named = nextNick(rest); named && nicks.has(named.nick.toLowerCase()); named = nextNick(rest)) {
    owners.push(shownNick(named.nick));
    rest = rest.slice(named.length);
  }
  return owners.length === 0 ? `ACTION: ${text}` : `ACTION ${owners.join(', ')}: ${rest.replace(/^(?::|to\b)\s*/, '')}`;
}

function nextNick(text: string): { readonly nick: string; readonly length: number } | undefined {
  const form = /^@?([^\s,:;&/]{1,40})(?:\s*(?:[,&/]|and\b)\s*|\s+|(?=:)|$)/i.exec(text);
  return form ? { nick: form[1] ?? '', length: form[0].length } : undefined;
}
