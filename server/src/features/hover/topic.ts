import { foldName } from '../../archive/names.js';
import type { Topic } from '../../archive/topics.js';
import type { HoverContext } from '../hover.js';
import { link, list, paragraphs, plain } from '../markdown.js';
import { say } from '../../text/say.js';

/** About a topic of the register, and the sessions on it, latest first. */
export function topicHover(context: HoverContext, topic: Topic): string {
  return paragraphs([
    topic.group === undefined
      ? `**${plain(topic.name)}**`
      : say`**${plain(topic.name)}**, topic of *${plain(topic.group)}*`,
    topic.about === undefined ? undefined : plain(topic.about),
    topic.aliases.length > 0 ? say`Also known as: ${topic.aliases.map(plain).join(', ')}` : undefined,
    topic.seeAlso.length > 0 ? say`See also: ${topic.seeAlso.map(plain).join(', ')}` : undefined,
    sessionsOn(context, topic),
  ]);
}

function sessionsOn(context: HoverContext, topic: Topic): string | undefined {
  const names = new Set([topic.name, ...topic.aliases].map(foldName));
  const sessions = context.archive
    .knownSessions()
    .filter(({ session }) => session.topics.some((name) => names.has(foldName(name))))
    .sort((one, other) => (other.document.date?.iso ?? '').localeCompare(one.document.date?.iso ?? ''))
    .map(({ document, session }) =>
      link(`${session.title} (${document.title})`, context.address(document, session.titleSpan.start)),
    );
  return sessions.length > 0 ? `${say`Sessions:`}\n\n${list(sessions, 8)}` : undefined;
}
