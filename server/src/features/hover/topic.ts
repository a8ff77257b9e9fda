import { foldName } from '../../archive/names.js';
import type { Topic } from '../../archive/topics.js';
import type { HoverContext } from '../hover.js';
import { link, list, paragraphs, plain } from '../markdown.js';

/** About a topic of the register, and the sessions on it, latest first. */
export function topicHover(context: HoverContext, topic: Topic): string {
  const group = topic.group === undefined ? '' : `, topic of *${plain(topic.group)}*`;
  return paragraphs([
    `**${plain(topic.name)}**${group}`,
    topic.about === undefined ? undefined : plain(topic.about),
    topic.aliases.length > 0 ? `Also known as: ${topic.aliases.map(plain).join(', ')}` : undefined,
    topic.seeAlso.length > 0 ? `See also: ${topic.seeAlso.map(plain).join(', ')}` : undefined,
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
  return sessions.length > 0 ? `Sessions:\n\n${list(sessions, 8)}` : undefined;
}
