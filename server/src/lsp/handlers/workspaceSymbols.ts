import { workspaceSymbols } from '../../analysis.js';
import { refuseWhenCancelled } from '../onDocument.js';
import { locationOf } from '../places.js';
import type { Session } from '../session.js';
import { symbolKinds } from './documentSymbols.js';

export function registerWorkspaceSymbols(session: Session): void {
  session.connection.onWorkspaceSymbol(({ query }, token) => {
    refuseWhenCancelled(token);
    return workspaceSymbols(session.workspace.archives(), query).flatMap(({ name, kind, container, path, span }) =>
      locationOf(session, { path, span }).map((location) => ({
        name,
        kind: symbolKinds[kind],
        containerName: container,
        location,
      })),
    );
  });
}
