import { referenceTarget } from '../../archive/referenceText.js';
import type { SessionEntry } from '../../archive/archive.js';
import { sessionTarget } from '../../archive/sessionByTitle.js';
import type { DocumentFacts } from '../../document/document.js';
import { notesTitle, notesTitleFor } from '../../document/schema.js';
import { shownName } from '../people.js';
import type { Beginning, Values } from './beginning.js';
import { written, writtenParagraph } from './plainValue.js';

/** Notes of one session: its page tells who leads it, what it is about and when it is. */
export const notes: Beginning = {
  title: ({ title, session }) => {
    const about = title ?? session?.session.title;
    if (about === undefined) return undefined;
    return notesTitle.test(about) ? about : notesTitleFor(about);
  },
  values: ({ session, date, today }, { archive }): Values => {
    if (!session) return { date: date ?? today };
    const { document, session: entry } = session;
    const names = entry.hosts
      .filter(({ mention }) => !mention.unnamed)
      .map(({ mention }) => shownName(archive, mention, document));
    const topics = entry.topics.map((topic) => written(archive.topic(topic)?.name ?? topic));
    return {
      session: `[[${sessionTarget(session)}]]`,
      event: `[[${referenceTarget(document.title)}]]`,
      date: date ?? dayOf(document, today),
      hosts: listed(names),
      topics: listed(topics),
      description: aboutSession(session),
    };
  },
};

/** Today while the event is on; else its day or days, of which the writer knows the right one. */
function dayOf({ date }: DocumentFacts, today: string): string {
  if (date?.precision !== 'day') return today;
  const { iso, end } = date;
  if (end === undefined) return iso;
  return iso <= today && today <= end ? today : `${iso} to ${end}`;
}

export function listed(values: readonly string[]): string | undefined {
  return values.length === 0 ? undefined : [...new Set(values)].join(', ');
}

/** A summary's whole sentences: facts keep the beginning of a long one. */
function aboutSession({ session }: SessionEntry): string | undefined {
  const sentences = /^.*[.!?](?=\s|$)/s.exec(session.summary ?? '')?.[0];
  return sentences === undefined ? undefined : writtenParagraph(sentences);
}
