import { looksLikeName } from '../../../document/reading/people.js';
import { personRoles } from '../../../document/schema.js';
import type { Names } from './names.js';

/** Who speaks, as the format writes it, and what. */
export interface SpeechHead {
  /** `Jan`, `Jan, George`, `Jan (via chat)`. */
  readonly head: string;
  readonly text: string;
  /** Length of what stands before the text. */
  readonly length: number;
}

const longestHead = 80;
/** `[via chat:]` in front of a name or behind it. */
const chatForm = /\s*[([]\s*via chat\s*:?\s*[)\]]\s*:?\s*/i;

/** The head of a speech: `Jan: …`, `Jan, George: …`, `Jan   : …`, `[via chat:] Jan: …`; `undefined` unless the names are known. */
export function speechHead(text: string, names: Names): SpeechHead | undefined {
  const parts = headParts(text);
  if (!parts) return undefined;
  const { speakers, role, body } = parts;
  if (!speakers.every((speaker) => names.isKnown(bareName(speaker)))) return undefined;
  const head = speakers.join(', ') + (role === undefined ? '' : ` (${role})`);
  return { head, text: body, length: text.length - body.length };
}

/** Names at the head of a line that has the form of a speech, known or not. */
export function headNames(text: string): string[] {
  return headParts(text)?.speakers.map(bareName) ?? [];
}

function headParts(
  text: string,
): { readonly speakers: readonly string[]; readonly role: string | undefined; readonly body: string } | undefined {
  const leading = /^\[\s*via chat\s*:?\s*\]\s*:?\s*/i.exec(text)?.[0] ?? '';
  const rest = text.slice(leading.length);
  const chat = chatForm.exec(rest.slice(0, longestHead));
  // In `Jan [via chat:] …` the colon is the bracket's.
  const inner =
    chat && /:/.test(chat[0]) && !rest.slice(0, chat.index).includes(':') ? chat.index + chat[0].length : undefined;
  const colon = rest.indexOf(':');
  const end = inner ?? (colon < 0 || colon > longestHead ? -1 : colon + 1);
  if (end < 0 || (inner === undefined && !/^[*_]{0,2}(?:\s|$)/.test(rest.slice(end)))) return undefined;
  const written = rest
    .slice(0, inner ?? end - 1)
    .replace(chatForm, '')
    .replace(/[*_]{1,2}/g, '')
    .trim();
  const speakers = written.split(/\s*(?:,|\/|&|\band\b)\s*/).filter((name) => name !== '');
  if (speakers.length === 0 || speakers.length > 4 || !speakers.every((name) => looksLikeName(bareName(name))))
    return undefined;
  const role = leading !== '' || chat ? personRoles.find((each) => each === 'via chat') : undefined;
  return {
    speakers,
    role,
    body: rest
      .slice(end)
      // Emphasis that began before the name ends behind the colon.
      .replace(/^[*_]/.test(rest) ? /^[*_]{0,2}\s*/ : /^\s*/, '')
      .trimEnd(),
  };
}

/** A name without the company or role in parentheses. */
function bareName(name: string): string {
  return name.replace(/\s*\([^()]*\)$/, '');
}
