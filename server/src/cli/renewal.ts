import path from 'node:path';
import {
  acceptedFindings,
  isChecked,
  renewBaseline,
  writeBaseline,
  type AcceptedFinding,
  type FileProblem,
  say,
  counted,
} from '../analysis.js';
import { writeFile } from '../host/writeFile.js';
import { isThere, type BaselineFile } from './baseline.js';
import type { Checked } from './checked.js';
import { isBelow, shownPath, type Selected } from './selection.js';

/** A baseline as it would be now. */
export interface Renewed extends ReturnType<typeof renewBaseline> {
  readonly file: BaselineFile;
  readonly found: readonly AcceptedFinding[];
}

/** What has become of baselines, now that the documents of their archives were checked. */
export function renewed<Each extends Selected>(
  files: ReadonlyMap<Each, BaselineFile>,
  results: ReadonlyMap<Each, readonly Checked[]>,
): Renewed[] {
  const usable = [...new Set(files.values())].filter(({ problem }) => problem === undefined);
  return usable.map((file) => {
    const archives = [...files].flatMap(([archive, of]) => (of === file ? [archive] : []));
    const own = archives.flatMap((archive) => results.get(archive) ?? []);
    const byName = new Map(own.map((each) => [each.how.name, each]));
    const found = own.flatMap(({ how, document, all }) => acceptedFindings(how.name, document, all));
    const renewal = renewBaseline(file.baseline, {
      found,
      isChecked: (name, rule) => {
        const each = byName.get(name);
        if (each) return isChecked(rule, each.document, each.archive, each.how.lint);
        return archives.some((archive) => isGone(path.resolve(file.base, name), archive));
      },
    });
    return { ...renewal, file, found };
  });
}

/** Whether a document would have been checked if it were still there; one that could not be read still is. */
function isGone(at: string, { isAsked, loaded: { archive, problems } }: Selected): boolean {
  return isAsked(at) && !archive.documents.has(at) && !problems.some((problem) => isBelow(problem.path, at));
}

/** What is said of accepted findings that are no longer there. */
export function goneWords(renewals: readonly Renewed[]): string[] {
  const gone = renewals.reduce((sum, { dropped }) => sum + dropped, 0);
  if (gone === 0) return [];
  return [
    counted(
      gone,
      say`1 accepted finding is gone; --update-baseline drops it`,
      say`${gone} accepted findings are gone; --update-baseline drops them`,
    ),
  ];
}

/** Writes baselines that have changed. Says what they accept, and returns what could not be written, paths as they are shown. */
export async function writeBaselines(
  renewals: readonly Renewed[],
): Promise<{ readonly words: readonly string[]; readonly problems: readonly FileProblem[] }> {
  const words: string[] = [];
  const problems: FileProblem[] = [];
  for (const { file, baseline, found, added, dropped } of renewals) {
    const text = writeBaseline(baseline);
    const isSame = text === writeBaseline(file.baseline) && (await isThere(file.file));
    const problem = isSame ? undefined : await writeFile(file.file, text);
    const count = found.reduce((sum, each) => sum + each.count, 0);
    if (problem) problems.push({ ...problem, path: shownPath(problem.path) });
    else {
      const all = counted(count, say`1 finding`, say`${count} findings`);
      words.push(say`accepted ${all} in ${shownPath(file.file)}: ${added} new, ${dropped} dropped`);
    }
  }
  return { words, problems };
}
