import { isOpen } from '../../archive/actions.js';
import type { Archive } from '../../archive/archive.js';
import { resolveReference, type Found } from '../../archive/references.js';
import { hereKey, type Told } from './told.js';

/** What is told of one action, the earliest first. */
export type Thread = readonly [Told, ...Told[]];
type Growing = [Told, ...Told[]];

/** Brings together what is told of one action: taken in the order of the meetings, in a step or two each. */
export interface Threads {
  readonly all: readonly Thread[];
  take(told: Told): void;
}

export function createThreads(archive: Archive): Threads {
  const all: Growing[] = [];
  /** The latest by words and owner, and by words alone. */
  const known = new Map<string, Growing>();
  const byDocument = new Map<string, Growing[]>();

  const sameWords = ({ names }: Told): Growing | undefined => {
    if (!names) return undefined;
    if (names.kept.length === 0) return known.get(names.words);
    for (const name of names.sought) {
      const thread = known.get(name);
      if (thread) return thread;
    }
    return known.get(names.unowned);
  };
  const linked = (told: Told): Growing | undefined => {
    for (const link of told.links) {
      const found = resolveReference(archive, link, told.entry.document);
      if (found.kind !== 'found') continue;
      const { path } = found.document;
      const same = told.key === undefined ? undefined : known.get(hereKey(told.key, path));
      if (same) return same;
      const others = (byDocument.get(path) ?? []).filter((thread) => mayBeOne(thread, told, found));
      if (others.length === 1) return others[0];
    }
    return undefined;
  };
  const remember = (thread: Growing, { names, entry: { document } }: Told): void => {
    const here = byDocument.get(document.path);
    if (!here) byDocument.set(document.path, [thread]);
    else if (here.at(-1) !== thread) here.push(thread);
    if (!names) return;
    for (const name of [names.here, names.words, ...names.kept]) known.set(name, thread);
    if (names.kept.length === 0 && thread.length === 1) known.set(names.unowned, thread);
    else if (names.kept.length > 0 && known.get(names.unowned) === thread) known.delete(names.unowned);
  };

  return {
    all,
    take(told) {
      const before = linked(told) ?? sameWords(told);
      if (before && goesOn(before, told)) {
        before.push(told);
        remember(before, told);
        return;
      }
      const thread: Growing = [told];
      all.push(thread);
      remember(thread, told);
    },
  };
}

/** What ended is asked for anew where it is given once more; what is told of an earlier meeting is told of that. */
function goesOn(thread: Thread, { entry: { action, document } }: Told): boolean {
  const last = thread.at(-1)?.entry;
  return (
    last === undefined || isOpen(last.action) || action.previous || isTwice(last.action, last.document === document)
  );
}

/** Whether a document says twice what it gives, once with its end. */
function isTwice({ previous }: Told['entry']['action'], sameDocument: boolean): boolean {
  return sameDocument && !previous;
}

/** Whether a link may mean an action whose words were changed since: somebody has to do both. */
function mayBeOne(thread: Thread, { ownerKeys, entry }: Told, { document, section }: Found): boolean {
  const last = thread.at(-1);
  if (!last || last.entry.document === entry.document || !isOpen(last.entry.action)) return false;
  const isThere = thread.some(
    (each) => each.entry.document === document && (!section || each.entry.section.index === section.index),
  );
  return isThere && last.ownerKeys.some((owner) => ownerKeys.includes(owner));
}
