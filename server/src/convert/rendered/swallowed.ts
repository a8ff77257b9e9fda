import { inline } from '../addresses.js';
import { list, listItem, paragraph } from '../nodes.js';
import type { Places } from '../places.js';
import type { Element } from './elements.js';
import { say } from '../../text/say.js';

/** Text behind a template that is not there: what somebody is to do is an action whose owner is lost. */
export function withSwallowedOwners(elements: readonly Element[], places: Places): Element[] {
  return elements.flatMap((element, index) => {
    const before = elements[index - 1];
    if (element.type === 'undefined') {
      if (elements[index + 1]?.type !== 'block')
        places.doubt(element.line, say`a template that is not there may have swallowed text`);
      return [];
    }
    if (before?.type !== 'undefined' || element.type !== 'block') return [element];
    if (!/^to\s+\p{Ll}/u.test(element.source)) {
      places.doubt(element.line, say`the words before it may have been swallowed by a template that is not there`);
      return [element];
    }
    places.doubt(
      element.line,
      say`an action whose owner was swallowed by a template that is not there; name the owner`,
    );
    const item = listItem([paragraph(inline(`ACTION unknown: ${element.source}`), element.line)], element.line);
    return [{ ...element, node: list([item], element.line) }];
  });
}
