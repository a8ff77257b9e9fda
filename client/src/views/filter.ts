import type { EventView, GroupView, MeetingView, SessionView } from '../../../server/src/lsp/protocol.js';
import { statusText } from './words.js';

/**
 * Sessions that have a filter's text in title, hosts, topics or status; where none has it as it stands, those that have
 * each of its words. An empty filter lets all through.
 */
export function filterEvents(events: readonly EventView[], filter: string): readonly EventView[] {
  const sought = folded(filter);
  if (sought === '') return events;
  const asItStands = keep(events, (text) => text.includes(sought));
  return asItStands.length > 0 ? asItStands : keep(events, hasWords(sought));
}

/** Meetings whose title, date or kind has every word of a filter. */
export function filterMeetings(meetings: readonly MeetingView[], filter: string): readonly MeetingView[] {
  const matches = hasWords(folded(filter));
  return meetings.filter(({ title, date = '', kind }) => matches(folded([title, date, kind].join('\n'))));
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
    return groups.length > 0 ? [{ ...event, groups }] : [];
  });
}

function textOf(session: SessionView): string {
  return [session.title, ...session.hosts, ...session.topics, session.status, statusText[session.status]].join('\n');
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
