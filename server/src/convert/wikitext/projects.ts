import type { BlockContent, ListItem, PhrasingContent, RootContent } from 'mdast';
import { fieldOf, projectParameters, projectTitle, type FieldLabel } from '../../document/schema.js';
import { field, heading, isHeading } from '../nodes.js';
import { mended, ownFields } from '../shape/mended.js';
import { projectBlocks, type ProjectField } from '../shape/projects.js';
import type { WikiContext } from './context.js';
import type { Call } from './parameters.js';
import type { Token } from './tokens.js';
import { say } from '../../text/say.js';

const labels = new Map(
  Object.entries(projectParameters).map(([label, parameter]) => [parameter.toLowerCase(), label as FieldLabel]),
);

/** A `{{project}}` as a section: its title as a heading, its parameters as fields. */
export function readProject(
  call: Call,
  line: number,
  context: WikiContext,
  read: (tokens: readonly Token[]) => RootContent[],
): RootContent[] {
  const fields: ProjectField[] = [];
  const others: ListItem[] = [];
  const loose: RootContent[] = [];
  let title: PhrasingContent[] = [];
  for (const [name, parameter] of call.parameters) {
    const blocks = read(parameter.tokens);
    if (name === projectTitle.toLowerCase()) title = phrasing(blocks);
    else if (/^\d+$/.test(name)) for (const block of blocks) loose.push(block);
    else {
      const label = labels.get(name) ?? fieldOf(name)?.label;
      if (label === undefined) {
        context.places.doubt(line, say`the project template's parameter "${name}" is not known; it is kept as a field`);
        others.push(field(name, phrasing(blocks), line, rest(blocks)));
      } else if (blocks.length > 0 || parameter.source.trim() === '')
        fields.push(...ownFields({ label, line, blocks: blocks.map(unheaded) }));
    }
  }
  const project = { fields: mended(fields, context.places), others, line };
  // Without a title of its own it belongs to the heading it stands under.
  if (title.length === 0) return [...projectBlocks(project, context.depth), ...loose];
  const depth = Math.min(6, context.depth + 1);
  return [heading(depth, title, line), ...projectBlocks(project, depth), ...loose];
}

function phrasing(blocks: readonly RootContent[]): PhrasingContent[] {
  const [first] = blocks;
  return first?.type === 'paragraph' ? first.children : [];
}

function rest(blocks: readonly RootContent[]): BlockContent[] {
  return (blocks[0]?.type === 'paragraph' ? blocks.slice(1) : [...blocks]).map(unheaded);
}

/** A heading within a value would end the section that the value is. */
function unheaded(block: RootContent): BlockContent {
  if (isHeading(block)) return { type: 'paragraph', children: [{ type: 'strong', children: block.children }] };
  return block as BlockContent;
}
