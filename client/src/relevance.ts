/** How much of a document is looked at: the kinds show themselves near the top. */
const head = 20_000;

const registerName = /(?:^|[\\/])(?:people|topics)\.md$/i;

const signs: readonly RegExp[] = [
  /^---\r?\n(?:[^\n]*\n){0,40}?kind:\s*["']?(?:event|proposal|notes|minutes|people|topics)\b/,
  /^#{1,3}\s+design sessions?\b/im,
  /^#{1,2}\s.*\bminutes\b/im,
  /^#{1,4}\s+(?:attendees|sessions with(?:out)? published notes)\s*(?::\s*)?$/im,
  /^[ \t]*(?:[-*+]\s+)?(?:technical contact|problem to solve|date of insert|attendee contributions|session|event)\s*:\s/im,
];

/**
 * Whether a Markdown document seems to be one of ours: an event page, a proposal, notes, minutes, or a register. A cheap
 * test that decides whether the server is worth starting; the server reads the document properly.
 */
export function looksLikeOurs(path: string, text: string): boolean {
  if (registerName.test(path)) return true;
  const start = text.slice(0, head);
  return signs.some((sign) => sign.test(start));
}
