import type { Archive, SessionEntry } from '../../archive/archive.js';
import { foldTitle } from '../../archive/names.js';
import { sessionByTitle, sessionTarget, foundOrNear } from '../../archive/sessionByTitle.js';
import { either, say } from '../../text/say.js';

/** Why something cannot be begun, as a sentence without a full stop. */
export interface Problem {
  readonly problem: string;
}

/** The session that somebody names as `[[Page#Title]]`, `Page#Title` or by its title alone. */
export function sessionMeant(archive: Archive, named: string): SessionEntry | Problem {
  const text = named
    .trim()
    .replace(/^\[\[(.*)\]\]$/s, '$1')
    .replace(/\|.*/s, '');
  const known = archive.knownSessions();
  const exact = known.filter((entry) => foldTitle(sessionTarget(entry)) === foldTitle(text));
  const fitting = exact.length > 0 ? exact : archive.sessionsTitled(text);
  const [first, other] = fitting;
  if (first && !other) return first;
  if (first && other) return { problem: severalOf(text, fitting) };
  const near = sessionByTitle(known, { title: text.replace(/^.*#/s, ''), years: [] });
  const names = foundOrNear(near).map((entry) => `"${sessionTarget(entry)}"`);
  return {
    problem:
      names.length > 0
        ? say`no session is called "${text}"; did you mean ${either(names)}`
        : say`no session is called "${text}"; name one as Page#Title`,
  };
}

function severalOf(text: string, entries: readonly SessionEntry[]): string {
  const targets = [...new Set(entries.map(sessionTarget))];
  return targets.length > 1
    ? say`several sessions are called "${text}"; name one of ${targets.map((each) => `"${each}"`).join(', ')}`
    : say`"${entries[0]?.document.title ?? ''}" has two sessions called "${text}"; give one of them another title first`;
}
