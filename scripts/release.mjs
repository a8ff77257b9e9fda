// `npm run release -- 0.2.0`: one command from a clean checkout to what is published. Sets the version, closes the changelog's
// "Unreleased", brings address and version wherever they stand, and makes both packages; then says what is left to do by hand.
// Nothing is committed, tagged or published, so that somebody looks at it first.
//   npm run release -- 0.3.0 --pre-release    for those who asked for what is not yet released
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, npm, root, runNode } from './tools.mjs';

/** The changelog with what is unreleased under a version and a day. */
export function releasedChangelog(changelog, version, day) {
  if (changelog.includes(`## [${version}]`)) throw new Error(`CHANGELOG.md has ${version} already`);
  const [before, after] = changelog.split('## [Unreleased]\n');
  if (after === undefined) throw new Error('CHANGELOG.md has no "## [Unreleased]"');
  if (!/^\s*### /.test(after)) throw new Error('CHANGELOG.md tells of nothing that is unreleased');
  return `${before}## [Unreleased]\n\n## [${version}] - ${day}\n${after}`;
}

/** What is wrong with a version to release; marketplaces know three numbers, and nothing behind them. */
export function versionProblem(version, before) {
  if (!/^\d+\.\d+\.\d+$/.test(version ?? '')) return 'name the version as in: npm run release -- 0.2.0';
  const [now, then] = [version, before].map((each) => each.split('.').map(Number));
  const at = now.findIndex((number, index) => number !== then[index]);
  return at === -1 || now[at] < then[at] ? `${version} does not come after ${before}` : undefined;
}

async function release(version, options) {
  const manifest = path.join(root, 'package.json');
  const text = fs.readFileSync(manifest, 'utf8');
  const before = JSON.parse(text).version;
  const problem = versionProblem(version, before) ?? uncommitted();
  if (problem) throw new Error(problem);
  await ensureInstalled();
  const changelog = path.join(root, 'CHANGELOG.md');
  const day = new Date().toISOString().slice(0, 10);
  fs.writeFileSync(changelog, releasedChangelog(fs.readFileSync(changelog, 'utf8'), version, day));
  await done(npm(['version', version, '--no-git-tag-version', '--loglevel=error']));
  await done(runNode(['scripts/generate.mjs']));
  await done(runNode(['scripts/package.mjs', ...options]));
  await done(npm(['pack', '--loglevel=error']));
  const file = `xen-session-notes-${version}`;
  console.log(`
${file}.vsix and ${file}.tgz are made. Look at the changes, run npm test and npm audit, and then:
  git commit --all --message "Release ${version}" && git tag v${version} && git push --follow-tags
  attach both files to the release v${version} of the repository
  npx vsce publish --packagePath ${file}.vsix${options.map((option) => ` ${option}`).join('')}
  npx ovsx publish ${file}.vsix${options.map((option) => ` ${option}`).join('')}
  npm publish ${file}.tgz`);
}

function uncommitted() {
  const changes = execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' });
  return changes === '' ? undefined : `commit or put aside first:\n${changes}`;
}

async function done(code) {
  if ((await code) !== 0) throw new Error('the release is not made; git restore . takes back what was changed');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [version, ...options] = process.argv.slice(2);
  await release(version, options).catch(({ message }) => {
    console.error(message);
    process.exitCode = 1;
  });
}
