import type { RootContent } from 'mdast';
import { wikiPicture } from '../../document/schema.js';
import { paragraph, text } from '../nodes.js';
import { contentBlocks } from './content.js';
import { lineAt, type WikiContext } from './context.js';
import { decodeEntities } from './entities.js';
import { behind, wikiLines } from './lines.js';
import type { Tag } from './segments.js';
import type { Token } from './tokens.js';
import { say } from '../../text/say.js';

/** What is said of the pictures of a gallery, a paragraph each: no document holds the pictures themselves. */
export function readGallery(tag: Tag, tokens: readonly Token[], context: WikiContext): RootContent[] {
  const line = lineAt(context, tag.start);
  const [, , quoted, bare] = /\bcaption\s*=\s*(?:(["'])(.*?)\1|(\S+))/i.exec(tag.attributes) ?? [];
  const caption = decodeEntities(quoted ?? bare ?? '').trim();
  return [
    ...(caption === '' ? [] : [paragraph([text(caption)], line)]),
    ...wikiLines(tokens).flatMap((each) => {
      const file = wikiPicture.exec(each.head)?.[0] ?? '';
      const at = lineAt(context, each.start);
      if (file.trim() !== '') context.places.drop(at, file.replace(/\|$/, '').trim(), say`a picture of a gallery`);
      return contentBlocks(behind(each, file.length), at, context);
    }),
  ];
}
