/** Names and titles in the form they are compared in: case, accents, spacing and underscores do not count. */
export function foldName(name: string): string {
  // Most names are words of plain ASCII, for which all the rest would only cost.
  if (/^[!-^`-~]+(?: [!-^`-~]+)*$/.test(name)) return name.toLowerCase();
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[_\s]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** First word of a name. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? '';
}

/** `Ian Campbell` as `ianc`, the short form the community uses for people who share a first name. */
export function shortForm(name: string): string {
  const words = foldName(name).split(' ');
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return `${words[0] ?? ''}${last.charAt(0)}`;
}

/** `Ben Titzer` as `bt`. */
export function initials(name: string): string {
  return foldName(name)
    .split(/[ -]/)
    .map((word) => word.charAt(0))
    .join('');
}

/** A heading's anchor as GitHub and VS Code make it. */
export function slug(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replace(/ /g, '-');
}

/** A section title or wiki anchor in the form they are compared in: `.2F` is `/`, a lost final dot does not count. */
export function foldTitle(title: string): string {
  return foldAnchor(title).replace(/(?<![.\s])[.\s]+$/, '');
}

/** The same with its final dots, for telling whether they were lost. */
export function foldAnchor(title: string): string {
  return foldName(decodeAnchor(title));
}

/** A section title or wiki anchor with its letters as they are, which the wiki tells apart. */
export function asWritten(title: string): string {
  return decodeAnchor(title)
    .replace(/[_\s]+/g, ' ')
    .replace(/(?<![.\s])[.\s]+$/, '')
    .trim();
}

function decodeAnchor(title: string): string {
  return title.replace(/\.([0-9A-F]{2})/g, (whole, code: string) => {
    const char = String.fromCharCode(Number.parseInt(code, 16));
    return /[\x20-\x7e]/.test(char) ? char : whole;
  });
}

/** A part of an address without its percent signs; as it is when they are no encoding. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
