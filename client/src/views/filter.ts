import type {
  ActionView,
  EventView,
  GroupView,
  MeetingView,
  NotesView,
  SessionView,
} from '../../../server/src/lsp/protocol.js';
import { stateOf, statusText } from './words.js';

/**
 * Sessions that have a filter's text in title, hosts, topics or status, and groups and sections that speak of it; where none has it as it
 * stands, those that have each of its words. An empty filter lets all sessions through.
 */
export function filterEvents(events: readonly EventView[], filter: string): readonly EventView[] {
  const sought = folded(filter);
  if (sought === '') return events.map((event) => ({ ...event, sections: [] }));
  const asItStands = keep(events, (text) => text.includes(sought));
  return asItStands.length > 0 ? asItStands : keep(events, hasWords(sought));
}

/** Minutes whose title, date or topics have every word of a filter. */
export function filterMeetings(meetings: readonly MeetingView[], filter: string): readonly MeetingView[] {
  const matches = hasWords(folded(filter));
  return meetings.filter(({ title, date = '', topics }) =>
    matches(folded([title, date, 'minutes', ...topics].join('\n'))),
  );
}

/** Notes whose title, date, state or topics have every word of a filter. */
export function filterNotes<Notes extends NotesView>(notes: readonly Notes[], filter: string): readonly Notes[] {
  const matches = hasWords(folded(filter));
  return notes.filter((each) =>
    matches(folded([each.title, each.date ?? '', stateOf(each), ...each.topics].join('\n'))),
  );
}

/** Actions that have every word of a filter in their text, owners, meeting or day. */
export function filterActions(actions: readonly ActionView[], filter: string): readonly ActionView[] {
  const matches = hasWords(folded(filter));
  return actions.filter(({ text, owners, document, date = '', due = '' }) =>
    matches(folded([text, ...owners, document, date, due].join('\n'))),
  );
}

type Test = (text: string) => boolean;

/** The events with the sessions that pass, without groups and events that have none left. */
function keep(events: readonly EventView[], passes: Test): readonly EventView[] {
  const keepSessions = (group: GroupView): readonly GroupView[] => {
    const sessions = group.sessions.filter((session) => passes(folded(textOf(session))));
    return sessions.length > 0 ? [{ ...group, sessions }] : [];
  };
  return events.flatMap((event) => {
    const groups = event.groups.flatMap(keepSessions);
    const sections = event.sections.filter(({ title, topics, people }) =>
      passes(folded([title, ...topics, ...people].join('\n'))),
    );
    return groups.length + sections.length > 0 ? [{ ...event, groups, sections }] : [];
  });
}

function textOf(session: SessionView): string {
  const { title, hosts, topics, status, documents } = session;
  return [title, ...hosts, ...topics, status, statusText(status), ...documents.map((each) => each.title)].join('\n');
}

function hasWords(sought: string): Test {
  const words = sought.split(' ');
  return (text) => words.every((word) => text.includes(word));
}

/** Lower case, with single spaces; fields stay apart by their line ends. */
function folded(text: string): string {
  return text
    .toLowerCase()
    .trim()
    .replace(/[ \t]+/g, ' ');
}
