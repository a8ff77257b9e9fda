import type { Archive } from '../../archive/archive.js';
import { foldName } from '../../archive/names.js';
import type { Topic } from '../../archive/topics.js';
import { place } from '../../document/document.js';
import { topicItems } from '../target.js';
import { say } from '../../text/say.js';
import { filesOf, type Documents, type Refused, type Renamed } from './renamed.js';

export interface RenamedTopic {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly declaration?: Pick<Topic, 'path' | 'span'>;
}

/** A topic's new name in the register and in every list of topics; its other names are left. */
export function renameTopic(
  archive: Archive,
  topic: RenamedTopic,
  to: string,
  documents: Documents,
): Renamed | Refused {
  const key = foldName(topic.name);
  if (!/[\p{L}\p{N}]/u.test(to)) return { refused: say`a topic has a letter` };
  if (/[\r\n,[\]<>|]/.test(to))
    return { refused: say`a topic stands in a list: it cannot hold commas, brackets or line ends` };
  const other = archive.topic(to);
  if (other && foldName(to) !== key) return { refused: say`"${to}" is a name of the topic ${other.name} already` };
  return {
    files: filesOf(documents, ({ facts, text, path }) => [
      ...(topic.declaration?.path === path ? [{ span: topic.declaration.span, text: to }] : []),
      ...facts.sections.flatMap((section) =>
        topicItems(section).flatMap((item) => {
          const span = place(section, item.span);
          return foldName(item.text) === key && text.slice(span.start, span.end) === item.text
            ? [{ span, text: to }]
            : [];
        }),
      ),
    ]),
    left: [],
  };
}
