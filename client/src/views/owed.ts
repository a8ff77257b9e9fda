import type { ArchiveView, DraftView, PostingFinding } from '../../../server/src/lsp/protocol.js';
import { filterEvents, filterNotes } from './filter.js';
import type { ArchiveNode, SessionNode } from './nodes.js';

/** What the archive tree shows of what is owed: notes that were not posted with what keeps them from it, and sessions without notes. */
export type OwedNode =
  | { readonly kind: 'drafts'; readonly drafts: readonly DraftView[] }
  | { readonly kind: 'draft'; readonly draft: DraftView }
  | { readonly kind: 'finding'; readonly draft: DraftView; readonly finding: PostingFinding }
  | { readonly kind: 'unwritten'; readonly hosts: readonly HostNode[] }
  | HostNode;

interface HostNode {
  readonly kind: 'host';
  /** Absent for sessions that name no host. */
  readonly host: string | undefined;
  readonly sessions: readonly SessionNode[];
}

export function owedRoots(view: ArchiveView, drafts: readonly DraftView[], filter: string): readonly OwedNode[] {
  const shown = filterNotes(drafts, filter);
  const hosts = hostsOf(filterEvents(view.events, filter));
  return [
    ...(shown.length > 0 ? [{ kind: 'drafts', drafts: shown } as const] : []),
    ...(hosts.length > 0 ? [{ kind: 'unwritten', hosts } as const] : []),
  ];
}

export function owedChildren(node: OwedNode): readonly ArchiveNode[] {
  switch (node.kind) {
    case 'drafts':
      return node.drafts.map((draft) => ({ kind: 'draft', draft }));
    case 'draft':
      return node.draft.findings.map((finding) => ({ kind: 'finding', draft: node.draft, finding }));
    case 'unwritten':
      return node.hosts;
    case 'host':
      return node.sessions;
    case 'finding':
      return [];
  }
}

/** Hosts by name, then the sessions that name none; a session with several hosts stands under each of them. */
function hostsOf(events: ArchiveView['events']): readonly HostNode[] {
  const owed = events.flatMap((event) =>
    event.groups.flatMap(({ sessions }) =>
      sessions.filter((session) => session.owed).map((session): SessionNode => ({ kind: 'session', event, session })),
    ),
  );
  const names = [...new Set(owed.flatMap(({ session }) => session.hosts))].sort((a, b) => a.localeCompare(b, 'en'));
  const named = names.map((host): HostNode => ({
    kind: 'host',
    host,
    sessions: owed.filter(({ session }) => session.hosts.includes(host)),
  }));
  const others = owed.filter(({ session }) => session.hosts.length === 0);
  return others.length > 0 ? [...named, { kind: 'host', host: undefined, sessions: others }] : named;
}
