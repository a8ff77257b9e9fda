import type { Action } from '../facts.js';
import type { ListItem } from '../model.js';
import { actionFinished, actionStatus } from '../schema.js';
import type { LeafText } from './leafText.js';
import { looksLikeName, readPeople } from './people.js';

/** An item of an earlier meeting: with its marker, as `Name: text`, or as plain text. Sub-items, a tick or a status tell how it went. */
export function previousAction(text: LeafText, item: ListItem, action: Action | undefined): Action {
  const end = text.raw.trimEnd().length;
  const done = item.checked === true || actionFinished.test(text.raw.slice(0, end));
  const told = done || item.children.length > 1 || item.checked !== undefined || actionStatus.test(text.raw);
  const state = { done, previous: true, progress: told };
  if (action) return { ...action, ...state };
  const owners = /^([^:\n]{1,60}):\s/.exec(text.raw);
  const named = owners ? readPeople({ text: owners[1] ?? '', span: (from, to) => text.span(from, to) }, 'owner') : [];
  const people = named.every((person) => looksLikeName(person.name)) ? named : [];
  const start = owners && people.length > 0 ? owners[0].length : 0;
  return {
    span: text.span(0, end),
    markerSpan: text.span(0, 0),
    owners: people,
    ownersText: start > 0 ? (owners?.[1]?.trim() ?? '') : '',
    ownerStatedUnknown: false,
    text: text.visible(start, end),
    textSpan: text.span(start, end),
    ...state,
  };
}
