import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** What was changed in a file, in the form `patch -p1` and `git apply` take. */
export function unifiedDiff(path: string, before: string, after: string): string {
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
