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
const chatForm = /(?<!\s)\s*[([]\s*via chat\s*(?::\s*)?[)\]]\s*(?::\s*)?/i;
/** A word behind a name that tells of an older mail, and of nobody who speaks. */
const quotes = /\s(?:wrote|writes|schrieb)$/i;

/**
 * The head of a speech: `Jan: …`, `Jan, George: …`, `Jan   : …`, `[via chat:] Jan: …`, `Jan sums up: …`, and `Jan - …` where a
 * mail has it so; `undefined` unless the names are known.
 */
export function speechHead(text: string, names: Names): SpeechHead | undefined {
  return colonHead(text, names) ?? dashHead(text, names);
}

function colonHead(text: string, names: Names): SpeechHead | undefined {
  const parts = headParts(text);
  if (!parts) return undefined;
  const { speakers, role, body } = parts;
  const [first = ''] = speakers;
  const isAlone = speakers.length === 1;
  // What stands alone before a colon announces a list as often as it is somebody's name.
  const known = body === '' ? names.isSure : names.isKnown;
  const speak = speakers.map(bareName).every((name) => (looksLikeName(name) || names.isLowerCase(name)) && known(name));
  if (!speak && !(isAlone && isWithWord(first, names))) return undefined;
  const head = speakers.map((speaker) => written(speaker, names)).join(', ');
  return { head: head + (role === undefined ? '' : ` (${role})`), text: body, length: text.length - body.length };
}

/** `Jan sums up`: a known name with a word or two behind it. */
function isWithWord(speaker: string, names: Names): boolean {
  const [, name = ''] = /^(\S+(?: \p{Lu}\S+)?) \p{L}{2,15}(?: \p{Ll}{1,8})?$/u.exec(speaker) ?? [];
  return name !== '' && !quotes.test(speaker) && looksLikeName(name) && names.isListed(name);
}

/** Names are written with a capital, which is what tells them from other words before a colon. */
function written(speaker: string, names: Names): string {
  return names.isLowerCase(speaker) ? speaker.charAt(0).toUpperCase() + speaker.slice(1) : speaker;
}

const dashForm = /^[*_]{0,2}([^:\n]{1,40}?)[*_]{0,2}(?:\s+[-–—]{1,2}|[-–—])\s+(?=\S)/;

function dashHead(text: string, names: Names): SpeechHead | undefined {
  const form = dashForm.exec(text);
  const name = form?.[1] ?? '';
  if (!form || !names.isDashed(name)) return undefined;
  return { head: name, text: text.slice(form[0].length).trimEnd(), length: form[0].length };
}

/** The name before a dash, known or not; `undefined` where none stands there. */
export function dashedName(text: string): string | undefined {
  const name = dashForm.exec(text)?.[1];
  return name !== undefined && looksLikeName(name) ? name : undefined;
}

/** Names at the head of a line that has the form of a speech, known or not. */
export function headNames(text: string): string[] {
  const names = headParts(text)?.speakers.map(bareName) ?? [];
  return names.every(looksLikeName) ? names : [];
}

/** Initials that somebody gives behind a name at the head of a speech: `Jan Beulich (JB): …`. */
export function headInitials(text: string): string[] {
  return headParts(text)?.speakers.flatMap(initialsBehind) ?? [];
}

/** The initials in parentheses behind a name: its letters, in its order. What else stands there is a company. */
export function initialsBehind(person: string): string[] {
  const [, name = '', initials = ''] = /^([^(]*)\((\p{Lu}{2,4})\)/u.exec(person) ?? [];
  let at = 0;
  for (const letter of name.trim().toUpperCase()) if (letter === initials.charAt(at)) at++;
  const begins = name.trim().startsWith(initials.charAt(0));
  return initials !== '' && begins && at === initials.length ? [initials] : [];
}

interface HeadParts {
  readonly speakers: readonly string[];
  readonly role: string | undefined;
  readonly body: string;
}

function headParts(text: string): HeadParts | undefined {
  const leading = /^\[\s*via chat\s*(?::\s*)?\]\s*(?::\s*)?/i.exec(text)?.[0] ?? '';
  const rest = text.slice(leading.length);
  const chat = chatForm.exec(rest.slice(0, longestHead));
  // In `Jan [via chat:] …` the colon is the bracket's.
  const inner =
    chat && /:/.test(chat[0]) && !rest.slice(0, chat.index).includes(':') ? chat.index + chat[0].length : undefined;
  const colon = rest.indexOf(':');
  const end = inner ?? (colon < 0 || colon > longestHead ? -1 : colon + 1);
  if (end < 0 || (inner === undefined && !/^[*_]{0,2}(?:\s|$)/.test(rest.slice(end)))) return undefined;
  const named = rest
    .slice(0, inner ?? end - 1)
    .replace(chatForm, '')
    .replace(/[*_]{1,2}/g, '')
    .trim();
  const speakers = named
    .split(/(?:[,/&]|\band\b)(?![^()]{0,200}\))/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (speakers.length === 0 || speakers.length > 4) return undefined;
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

/** A name without the initials, the company or the role in parentheses. */
function bareName(name: string): string {
  return name.replace(/(?<!\s)(?<!\([^()]*\)\s*)(?:\s*\([^()]*\))+$/, '');
}
