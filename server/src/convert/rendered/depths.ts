import { noNotesTitle, sectionRole, todoTitle } from '../../document/schema.js';
import type { Element } from './elements.js';

/** A heading right below the page's title, and one below such a group. */
const [groupDepth, sessionDepth] = [2, 3];

/**
 * The depths of the headings among these elements, by their index. Rendered text does not tell them: the table of contents
 * does, the groups of an event page do, and what stands below a heading does.
 */
export function depthsOf(elements: readonly Element[], contents: ReadonlyMap<string, number>): Map<number, number> {
  const depths = new Map<number, number>();
  let grouped = false;
  let group = false;
  let owner = 1;
  elements.forEach((element, index) => {
    if (element.type !== 'heading') return;
    const { text, kind, field } = element.heading;
    const role = sectionRole(text);
    const listed = contents.get(text);
    // A field's label right above a proposal is the title of a group: `Topics`.
    const next = elements[index + 1];
    const groups = next?.type === 'heading' && (next.heading.kind === 'project' || next.heading.kind === 'entry');
    const marked = todoTitle.test(text) || noNotesTitle.test(text);
    const project = kind === 'entry' || marked || next?.type === 'project';
    let depth = grouped ? sessionDepth : groupDepth;
    if (kind === 'year') {
      [grouped, group, depth] = [false, false, 1];
    } else if (role === 'published' || role === 'unpublished') {
      [grouped, depth] = [true, groupDepth];
    } else if (listed !== undefined) depth = listed + 1;
    else if (field && kind !== 'likely' && !groups) depth = owner + 1;
    else if (project) depth = group ? sessionDepth : groupDepth;
    if (depth === groupDepth && !project && (!field || groups)) group = true;
    if (!field || groups) owner = depth;
    depths.set(index, depth);
  });
  return depths;
}
