import { agendaTitle, groupTitle, smallWords } from '../../document/schema.js';
import type { Element } from './elements.js';
import { isCapitalised, readsAsSentence } from './headings.js';

/**
 * In minutes a line with nothing under it, or one right below a heading with nothing or a list under it, is what is said there
 * where it reads as a sentence: `Action Update` and `Do this off-line by e-mail`.
 */
export function withoutSentences(elements: readonly Element[], asBlock: (element: Element) => Element): Element[] {
  return elements.map((element, index) => {
    const [before, next] = [elements[index - 1], elements[index + 1]];
    if (element.type !== 'heading' || element.heading.kind !== 'likely') return element;
    const title = element.heading.text;
    const empty = !next || next.type === 'heading';
    const owner = before?.type === 'heading' && !isGroup(before.heading.text) ? before.heading.text : undefined;
    const listed = next?.type === 'block' && next.node.type === 'list' && isCapitalised(owner ?? '');
    const below = owner !== undefined && (empty || listed) && isMostlySmall(title);
    return below || (empty && readsAsSentence(title)) ? asBlock(element) : element;
  });
}

function isGroup(title: string): boolean {
  return agendaTitle.test(title) || groupTitle.test(title);
}

/** Most of its words are written small. */
function isMostlySmall(source: string): boolean {
  const [, ...words] = source.split(/\s+/).filter((word) => /^\p{L}/u.test(word) && !smallWords.test(word));
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return words.length > 1 && small * 2 > words.length;
}
