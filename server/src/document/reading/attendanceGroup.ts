import type { HeadingFact, ListGroup, SectionFacts } from '../facts.js';
import type { Block } from '../model.js';
import type { Definitions } from '../remark.js';
import { attendanceGroup, isAttendance, roleOf } from '../schema.js';
import { listedIn, namesOnly, roleIn } from './attendance.js';
import { isStrong } from './attendanceEntry.js';
import { peopleOfTable } from './attendanceTable.js';
import { leafText } from './leafText.js';

/**
 * The list of people that the section behind this one may be a part of: what stands below the heading "Present", or beside it and is
 * called "Observers" or the like. `undefined` where this one is no such list.
 */
export function listBehind({ heading, empty }: SectionFacts): ListGroup | undefined {
  if (!heading || !isAttendance(heading.role)) return undefined;
  const depth = heading.group?.depth ?? heading.depth;
  return { list: heading.role, depth, ...(empty && !heading.group && { underlined: true as const }) };
}

/** The part of a list of people that a section is, given that it may be one: its heading says so, or it lists nothing else. */
export function groupOf(
  heading: HeadingFact,
  blocks: readonly Block[],
  list: ListGroup,
  definitions: Definitions,
): ListGroup | undefined {
  const { list: of, depth, underlined } = list;
  const [title, ...body] = blocks;
  const [first] = body;
  if (heading.role !== undefined || (heading.field !== undefined && heading.field !== 'Participants')) return undefined;
  if (underlined && title && isUnderlinedList(title, definitions)) return { list: of, depth, underlined };
  const named = attendanceGroup(heading.title);
  if (heading.depth < depth || (heading.depth === depth && named === undefined)) return undefined;
  if (first === undefined) return named === undefined ? undefined : { list: of, depth };
  if (!listsPeople(body, list, definitions)) return undefined;
  const role = named ?? roleOf(heading.title);
  return { list: of, depth, ...(role !== undefined && role !== '' && { role }) };
}

/** Names with a line of dashes right below them are a heading to Markdown. */
function isUnderlinedList(block: Block, definitions: Definitions): boolean {
  if (block.type !== 'heading' || block.depth !== 2 || block.leaf.lines[0] !== block.span.start) return false;
  return namesOnly(leafText(block, definitions), 'attendees').length > 1;
}

function listsPeople(body: readonly Block[], { list }: ListGroup, definitions: Definitions): boolean {
  const as = roleIn(list);
  return body.every((block) => {
    if (block.type === 'html') return true;
    if (block.type === 'paragraph') return namesOnly(leafText(block, definitions), list).length > 0;
    if (block.type === 'table') return peopleOfTable(leafText(block, definitions), as).length > 0;
    if (block.type !== 'list') return false;
    const entries = block.children.map((item) => listedIn(item, as, definitions));
    const people = entries.flatMap((entry) => entry.people);
    return (
      people.length > 0 &&
      people.filter(isStrong).length * 2 >= people.length &&
      entries.every(({ unread }) => unread === undefined)
    );
  });
}

/** The heading as that of a part of the list. */
export function headingOf(heading: HeadingFact, group: ListGroup): HeadingFact {
  const { field: _, ...own } = heading;
  return { ...own, role: group.list, group };
}
