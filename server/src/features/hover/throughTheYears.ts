import { say } from '../../text/say.js';
import type { HoverContext } from '../hover.js';
import { link } from '../markdown.js';

/** A link to all that is known of a topic or a person. */
export function throughTheYears({ page }: HoverContext, of: 'topic' | 'person', name: string): string | undefined {
  return page && link(say`Through the years`, page(of, name));
}
