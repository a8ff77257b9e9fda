import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { root } from '../support/documents.js';
import { hasProgram } from '../support/programs.js';
import { commitAll, git, repositoryIn } from './git.js';
import { folderOf, withCommand } from './run.js';

const bash = hasProgram('bash', 'the action and the template are not tried');
const preCommit = hasProgram('pre-commit', 'the hooks are not tried');

const minutes = '# Call Minutes\n\n- Date: 2019-07-12\n\n## Attendees\n\n- Jan Beulich\n\n## Point\n\n- Jan: hello\n';
const old = `${minutes}- ACTION: go on\n`;
const changed = `${old}- ACTION: and on\n`;

/** The command line of this build as a package that npm installs from a folder. */
const tool = folderOf({
  'package.json': '{ "name": "xen-session-notes", "version": "0.0.0", "bin": { "xen-notes": "cli.cjs" } }',
  'cli.cjs': `#!/usr/bin/env node\nrequire(${JSON.stringify(path.join(root, 'dist/cli.cjs'))});\n`,
});
chmodSync(path.join(tool, 'cli.cjs'), 0o755);

/** An archive in a clone, on a branch that adds a finding to what `main` has already. */
function clone(): { readonly cwd: string; readonly base: string } {
  const upstream = folderOf({ 'call.md': old, '.xen-notes.json': '{}' });
  repositoryIn(upstream);
  git(upstream, 'branch', '--move', 'main');
  const cwd = path.join(folderOf({}), 'clone');
  const somebody = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.org'];
  git(upstream, 'clone', '--quiet', ...somebody, upstream, cwd);
  git(cwd, 'checkout', '--quiet', '-b', 'topic');
  writeFileSync(path.join(cwd, 'call.md'), changed);
  commitAll(cwd);
  return { cwd, base: git(cwd, 'merge-base', 'origin/main', 'HEAD').trim() };
}

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(script: string, cwd: string, env: Readonly<Record<string, string>>): Ran {
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, npm_config_offline: 'true', ...env },
  });
  return { code: status, out: stdout, err: stderr };
}

describe.runIf(bash)('the action of GitHub', () => {
  interface Action {
    readonly inputs: Readonly<Record<string, { readonly default: string }>>;
    readonly runs: {
      readonly steps: readonly { readonly run: string; readonly env: Readonly<Record<string, string>> }[];
    };
  }
  const action = parse(readFileSync(path.join(root, 'action.yml'), 'utf8')) as Action;

  /** Runs its steps as GitHub does: expressions are put in, and the rest is left to the shell. */
  function steps(cwd: string, inputs: Readonly<Record<string, string>>, base = ''): Ran[] {
    const values: Readonly<Record<string, string>> = {
      ...Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [`inputs.${name}`, input.default])),
      ...Object.fromEntries(
        Object.entries({ package: tool, ...inputs }).map(([name, value]) => [`inputs.${name}`, value]),
      ),
      'github.action_path': root,
      'github.base_ref': base,
    };
    return action.runs.steps.map(({ run: script, env }) => {
      const filled = Object.entries(env).map(([name, value]) => [
        name,
        value.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, key: string) => values[key] ?? `no ${key}`),
      ]);
      return run(script, cwd, Object.fromEntries(filled) as Record<string, string>);
    });
  }

  it('annotates what a pull request changes, and fails for it', () => {
    const { cwd } = clone();
    const [checked] = steps(cwd, {}, 'main');
    expect(checked).toMatchObject({ code: 1 });
    expect(checked?.out.match(/^::warning file=call\.md,line=\d+/gm)).toEqual(['::warning file=call.md,line=13']);
  });

  it('tells everything on a push, and where it is asked to', () => {
    const { cwd } = clone();
    for (const [inputs, base] of [
      [{}, ''],
      [{ 'changed-lines': 'false' }, 'main'],
    ] as const)
      expect(steps(cwd, inputs, base)[0]?.out.match(/^::warning/gm)).toHaveLength(2);
  });

  it('takes several paths, warnings that are allowed, and writes a report for code scanning', () => {
    const { cwd } = clone();
    mkdirSync(path.join(cwd, 'a folder'));
    writeFileSync(path.join(cwd, 'a folder/fine.md'), minutes);
    const inputs = { paths: 'call.md\na folder\n', 'max-warnings': '2', sarif: 'notes.sarif' };
    expect(steps(cwd, inputs)[0]).toMatchObject({ code: 0 });
    const report = JSON.parse(readFileSync(path.join(cwd, 'notes.sarif'), 'utf8')) as {
      runs: { results: unknown[] }[];
    };
    expect(report.runs[0]?.results).toHaveLength(2);
  });

  it('fails as what cannot be run does', () => {
    const { cwd } = clone();
    expect(steps(cwd, { paths: 'nowhere.md' })[0]).toMatchObject({ code: 2 });
    expect(steps(cwd, { paths: 'nowhere.md', sarif: 'notes.sarif' })[0]?.code).not.toBe(0);
  });
});

describe.runIf(bash)('the component of GitLab', () => {
  const [spec, jobs] = parseAllDocuments(readFileSync(path.join(root, 'templates/check.yml'), 'utf8')).map(
    (document) => document.toJS() as unknown,
  ) as [
    { readonly spec: { readonly inputs: Readonly<Record<string, { readonly default: string | number }>> } },
    Readonly<Record<string, { readonly script: readonly string[]; readonly artifacts: unknown }>>,
  ];

  function job(
    cwd: string,
    inputs: Readonly<Record<string, string>>,
    variables: Readonly<Record<string, string>>,
  ): Ran {
    const script = (jobs['xen-notes']?.script ?? []).map((line) =>
      line.replace(/\$\[\[ inputs\.([\w-]+) \]\]/g, (_, name: string) =>
        String({ package: tool, ...inputs }[name] ?? spec.spec.inputs[name]?.default ?? `no ${name}`),
      ),
    );
    return run(script.join('\n'), cwd, variables);
  }

  it('fails for what a merge request changes, and reports everything', () => {
    const { cwd, base } = clone();
    const { code, out } = job(cwd, {}, { CI_MERGE_REQUEST_DIFF_BASE_SHA: base });
    expect(code).toBe(1);
    expect(out).toMatch(/call\.md/);
    expect(out.match(/action-no-owner/g)).toHaveLength(1);
    const report = JSON.parse(readFileSync(path.join(cwd, 'code-quality.json'), 'utf8')) as unknown[];
    expect(report).toHaveLength(2);
  });

  it('passes where as many warnings are allowed, and fails where something cannot be read', () => {
    const { cwd } = clone();
    expect(job(cwd, { 'max-warnings': '2' }, {}).code).toBe(0);
    expect(job(cwd, { paths: 'nowhere.md' }, {}).code).toBe(2);
  });
});

describe.runIf(preCommit)('the hooks of pre-commit', () => {
  interface Hook {
    readonly id: string;
    readonly language: string;
  }
  const hooks = parse(readFileSync(path.join(root, '.pre-commit-hooks.yaml'), 'utf8')) as readonly Hook[];

  /** Commits a change of the archive with a hook; the command is found on the path, where pre-commit would install it. */
  function commit(id: string, text: string): Ran & { readonly cwd: string } {
    const { cwd } = clone();
    const hook = { ...hooks.find((each) => each.id === id), language: 'system' };
    writeFileSync(
      path.join(cwd, '.pre-commit-config.yaml'),
      JSON.stringify({ repos: [{ repo: 'local', hooks: [hook] }] }),
    );
    writeFileSync(path.join(cwd, 'call.md'), text);
    git(cwd, 'add', '.');
    const env = { PATH: withCommand()['PATH'] ?? '', PRE_COMMIT_HOME: folderOf({}) };
    return { ...run('pre-commit install && git commit --message=change', cwd, env), cwd };
  }

  it('lets pass what is fine', () => {
    expect(commit('xen-notes', minutes)).toMatchObject({ code: 0 });
  });

  it('stops a commit with findings, and shows them', () => {
    const { code, out, err } = commit('xen-notes', changed.replace('and on', 'and so on'));
    expect(code).toBe(1);
    expect(out + err).toContain('action-no-owner');
  });

  it('mends what is safe to mend, and has the commit looked at again', () => {
    const { code, cwd } = commit('xen-notes-fix', minutes.replace('- Jan: hello', '- Action Jan: go on'));
    expect(code).toBe(1);
    expect(readFileSync(path.join(cwd, 'call.md'), 'utf8')).toContain('- ACTION Jan: go on');
  });
});
