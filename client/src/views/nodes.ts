import type {
  ArchiveView,
  EventView,
  GroupView,
  MeetingView,
  NotesView,
  PersonView,
  SectionView,
  SessionView,
  SubjectsView,
  TopicView,
} from '../../../server/src/lsp/protocol.js';
import { filterEvents, filterMeetings, filterNotes } from './filter.js';
import { owedChildren, type OwedNode } from './owed.js';

/** What the archive tree is made of. Sessions outside any group stand directly under their event. */
export type ArchiveNode =
  | { readonly kind: 'event'; readonly event: EventView }
  | { readonly kind: 'group'; readonly event: EventView; readonly group: GroupView }
  | SessionNode
  /** What is found by a filter beside sessions. */
  | { readonly kind: 'section'; readonly section: SectionView }
  | { readonly kind: 'meetings'; readonly meetings: readonly MeetingView[] }
  | { readonly kind: 'meeting'; readonly meeting: MeetingView }
  | { readonly kind: 'apart'; readonly notes: readonly NotesView[] }
  | NotesNode
  | SubjectNode
  | OwedNode;

/** Topics and people that the archive speaks of, with pages of their own. */
export type SubjectNode =
  | { readonly kind: 'topics' | 'people' }
  | { readonly kind: 'topic'; readonly topic: TopicView }
  | { readonly kind: 'person'; readonly person: PersonView };

export interface SessionNode {
  readonly kind: 'session';
  readonly event: EventView;
  readonly session: SessionView;
}

export interface NotesNode {
  readonly kind: 'notes';
  readonly notes: NotesView;
}

/** Events, meetings, notes that stand below no session; and where nothing is filtered out, what all of them speak of. */
export function archiveRoots(view: ArchiveView, filter: string): readonly ArchiveNode[] {
  const events = filterEvents(view.events, filter).map((event) => ({ kind: 'event', event }) as const);
  const meetings = filterMeetings(view.meetings, filter);
  const notes = filterNotes(view.notes, filter);
  return [
    ...events,
    ...(meetings.length > 0 ? [{ kind: 'meetings', meetings } as const] : []),
    ...(notes.length > 0 ? [{ kind: 'apart', notes } as const] : []),
    ...(filter === '' && view.documents > 0 ? [{ kind: 'topics' } as const, { kind: 'people' } as const] : []),
  ];
}

export function archiveChildren(node: ArchiveNode): readonly ArchiveNode[] {
  switch (node.kind) {
    case 'event':
      return [
        ...node.event.groups.flatMap((group) =>
          group.name === '' ? sessions(node.event, group) : [{ kind: 'group', event: node.event, group } as const],
        ),
        ...node.event.sections.map((section) => ({ kind: 'section', section }) as const),
      ];
    case 'group':
      return sessions(node.event, node.group);
    case 'session':
      return node.session.documents.map((notes) => ({ kind: 'notes', notes }));
    case 'meetings':
      return node.meetings.map((meeting) => ({ kind: 'meeting', meeting }));
    case 'apart':
      return node.notes.map((notes) => ({ kind: 'notes', notes }));
    case 'section':
    case 'meeting':
    case 'notes':
    case 'topics':
    case 'people':
    case 'topic':
    case 'person':
      return [];
    case 'drafts':
    case 'draft':
    case 'finding':
    case 'unwritten':
    case 'host':
      return owedChildren(node);
  }
}

export function subjectNodes(kind: 'topics' | 'people', { topics, people }: SubjectsView): readonly ArchiveNode[] {
  if (kind === 'topics') return topics.map((topic) => ({ kind: 'topic', topic }));
  return people.map((person) => ({ kind: 'person', person }));
}

export function sessionCount(event: EventView): number {
  return event.groups.reduce((sum, group) => sum + group.sessions.length, 0);
}

function sessions(event: EventView, group: GroupView): readonly ArchiveNode[] {
  return group.sessions.map((session) => ({ kind: 'session', event, session }));
}
