/** Characters that would end a wiki reference early, or make it code or HTML, in the form wiki anchors write them in. */
const ends: Readonly<Record<string, string>> = { '[': '.5B', ']': '.5D', '|': '.7C', '<': '.3C', '`': '.60' };

/** The inside of `[[Page#Title]]`; the page alone when no title is given. Resolving it leads back to that page and title. */
export function referenceTarget(page: string, title?: string): string {
  const safePage = page.replace(/[[\]|#<`]/g, (char) => ends[char] ?? '.23');
  return title === undefined ? safePage : `${safePage}#${title.replace(/[[\]|<`]/g, (char) => ends[char] ?? char)}`;
}
