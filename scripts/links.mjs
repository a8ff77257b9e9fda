// Where the links and pictures of a Markdown text lead, for all that has to know whether they lead anywhere.
import path from 'node:path';
import MarkdownIt from 'markdown-it';

const parser = new MarkdownIt({ html: true });

/** The addresses in a text, pictures included, each with its line. */
export function linksIn(text) {
  const found = [];
  for (const block of parser.parse(text, {})) {
    for (const token of block.children ?? []) {
      const address =
        token.type === 'image' ? token.attrGet('src') : token.type === 'link_open' ? token.attrGet('href') : undefined;
      if (address) found.push({ address, line: (block.map?.[0] ?? 0) + 1 });
    }
  }
  return found;
}

/** What headings of a text are called in addresses, as GitHub makes it. */
export function anchorsIn(text) {
  const tokens = parser.parse(text, {});
  return new Set(
    tokens.flatMap((token, index) =>
      token.type === 'heading_open'
        ? [slug(tokens[index + 1]?.children?.map(({ content }) => content).join('') ?? '')]
        : [],
    ),
  );
}

export function slug(heading) {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

/**
 * Links of a text that lead nowhere. `read` gives the text of a file by its path from the root, `undefined` where there is
 * none; addresses of files below `repository` are those files. Other addresses are not followed: nothing here goes online.
 */
export function brokenLinks(text, { from, repository, read }) {
  return linksIn(text).filter(({ address }) => {
    const inside = address.startsWith(`${repository}/`)
      ? insideRepository(address.slice(repository.length + 1))
      : undefined;
    if (inside === undefined && /^[a-z][\w+.-]*:/i.test(address)) return false;
    const [file, anchor] = (inside ?? address).split('#');
    const target = inside === undefined ? path.posix.join(path.posix.dirname(from), file) : file;
    const there = inside === undefined && file === '' ? text : read(decodeURI(target));
    if (there === undefined) return true;
    return anchor !== undefined && anchor !== '' && !anchorsIn(there).has(decodeURIComponent(anchor));
  });
}

/** The path of a file that an address of the repository shows; `undefined` for its other pages. */
function insideRepository(rest) {
  return /^(?:blob|raw|tree)\/[^/]+\/(.+)$/.exec(rest)?.[1];
}
