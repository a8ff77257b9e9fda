import type { DocumentFacts } from '../document/document.js';
import type { Archive } from './archive.js';
import { resolvedName } from './people.js';

/** Canonical names of those known who speak in a document before an offset, the last one first. */
export function speakersBefore(archive: Archive, document: DocumentFacts, offset: number): string[] {
  const speakers = document.sections.flatMap(({ start, facts }) =>
    start >= offset
      ? []
      : facts.speeches.flatMap((speech) =>
          start + speech.span.end < offset
            ? speech.speakers.map((mention) => ({ at: start + mention.span.start, mention }))
            : [],
        ),
  );
  const latestFirst = speakers.sort((one, other) => other.at - one.at);
  return [...new Set(latestFirst.flatMap(({ mention }) => resolvedName(archive.person(mention.name, document)) ?? []))];
}
