import { placesOfTopic, type TopicPlace } from '../../archive/topicPlaces.js';
import type { Topic } from '../../archive/topics.js';
import type { HoverContext } from '../hover.js';
import { link, list, paragraphs, plain } from '../markdown.js';
import { say } from '../../text/say.js';
import { throughTheYears } from './throughTheYears.js';

/** About a topic of the register, and where it is spoken of. */
export function topicHover(context: HoverContext, topic: Topic): string {
  return paragraphs([
    topic.group === undefined
      ? `**${plain(topic.name)}**`
      : say`**${plain(topic.name)}**, topic of *${plain(topic.group)}*`,
    topic.about === undefined ? undefined : plain(topic.about),
    topic.aliases.length > 0 ? say`Also known as: ${topic.aliases.map(plain).join(', ')}` : undefined,
    topic.seeAlso.length > 0 ? say`See also: ${topic.seeAlso.map(plain).join(', ')}` : undefined,
    placesOf(context, topic),
    throughTheYears(context, 'topic', topic.name),
  ]);
}

/** Sessions, groups, sections and documents that speak of it, latest first. */
function placesOf(context: HoverContext, topic: Topic): string | undefined {
  const { archive, address, span } = context;
  const isHovered = ({ document: { path }, section }: TopicPlace): boolean =>
    path === context.document.path && section.start <= span.start && span.end <= section.end;
  const places = placesOfTopic(archive, topic.name, archive.knownDocuments())
    .filter((place) => !isHovered(place))
    .sort((one, other) => (other.document.date?.iso ?? '').localeCompare(one.document.date?.iso ?? ''))
    .map(({ document, section }) => {
      const title = section.facts.heading?.title ?? document.title;
      const page = title === document.title ? (document.date?.iso ?? '') : document.title;
      return link(page === '' ? title : `${title} (${page})`, address(document, section.start));
    });
  return places.length > 0 ? `${say`Spoken of in:`}\n\n${list(places, 8)}` : undefined;
}
