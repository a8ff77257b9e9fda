import type { Archive, SessionEntry } from '../../archive/archive.js';
import { foldTitle } from '../../archive/names.js';

/** The session that notes are of, by its title or a former one: the only one, else the only one of the mail's year. */
export function sessionOf(archive: Archive, title: string, day: string | undefined): SessionEntry | undefined {
  const key = foldTitle(title);
  if (key === '') return undefined;
  const fitting = archive
    .knownSessions()
    .filter(({ session }) => [session.title, ...session.formerly].some((each) => foldTitle(each) === key));
  const ofYear = fitting.filter(
    ({ document }) => day !== undefined && document.date?.iso.slice(0, 4) === day.slice(0, 4),
  );
  if (ofYear.length === 1) return ofYear[0];
  return fitting.length === 1 ? fitting[0] : undefined;
}
