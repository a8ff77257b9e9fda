import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { root } from '../support/documents.js';

/** The script is plain JavaScript, so its types stand here. */
interface Release {
  readonly releasedChangelog: (changelog: string, version: string, day: string) => string;
  readonly versionProblem: (version: string | undefined, before: string) => string | undefined;
}
const script = pathToFileURL(path.join(root, 'scripts/release.mjs')).href;
const { releasedChangelog, versionProblem } = (await import(script)) as Release;

const head = '# Changelog\n\n## [Unreleased]\n';

it('what was unreleased stands under the version and its day', () => {
  expect(releasedChangelog(`${head}\n### Added\n\n- This.\n`, '0.2.0', '2024-03-07')).toBe(
    `${head}\n## [0.2.0] - 2024-03-07\n\n### Added\n\n- This.\n`,
  );
});

it.each([
  [`${head}\n## [0.1.0] - 2024-01-01\n\n### Added\n`, /nothing that is unreleased/],
  ['# Changelog\n', /no "## \[Unreleased\]"/],
  [`${head}\n### Added\n\n## [0.2.0] - 2024-01-01\n`, /has 0\.2\.0 already/],
])('a changelog that cannot be released is told: %j', (changelog, why) => {
  expect(() => releasedChangelog(changelog, '0.2.0', '2024-03-07')).toThrow(why);
});

it.each([
  ['0.2.0', undefined],
  ['0.1.1', undefined],
  ['1.0.0', undefined],
  ['0.1.0', '0.1.0 does not come after 0.1.0'],
  ['0.0.9', '0.0.9 does not come after 0.1.0'],
  ['0.2.0-rc.1', 'name the version as in: npm run release -- 0.2.0'],
  [undefined, 'name the version as in: npm run release -- 0.2.0'],
])('the version %s after 0.1.0: %s', (version, problem) => {
  expect(versionProblem(version, '0.1.0')).toBe(problem);
});
