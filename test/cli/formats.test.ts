import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import Ajv from 'ajv-draft-04';
import { describe, expect, it } from 'vitest';
import type { Log, Result, Run } from 'sarif';
import { applyEdits } from '../../server/src/text/edits.js';
import { lineStartsIn } from '../../server/src/text/lines.js';
import { folderOf, xenNotes, type RunOptions } from './run.js';

const head = '# Call minutes\n\n- Date: 2019-05-02\n\n## Attendees\n\n- Ian Campbell\n- Ian Jackson\n\n## Kexec\n\n';
const text = `${head}- 😀 \u200bIan: 100%, or: so\n- Ian: twice\n- Ian: twice\n`;

/** Only these, so that a rule made later changes nothing here. */
const rules = ['invisible-character', 'person-ambiguous', 'action-no-owner', 'heading-level-skip', 'duplicate-heading'];
const these = rules.flatMap((rule) => ['--rule', rule]);

function report(format: string, args: readonly string[], options: RunOptions): string {
  const run = xenNotes(['check', '--format', format, ...these, ...args], options);
  expect(run.code).toBe(1);
  expect(run.err).toMatch(/^\d+ .+ in \d files?(?:; .+)?\n$/);
  return run.out;
}

describe('SARIF', () => {
  const schemaFile = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as object;
  const formats = {
    uri: (address: string) => URL.canParse(address),
    'uri-reference': (address: string) => /^[\w\-.~%:/?#[\]@!$&'()*+,;=]*$/.test(address),
    'date-time': true,
  } as const;
  // One of its patterns is none in the stricter syntax.
  const validate = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, formats }).compile(schema);

  function sarif(args: readonly string[], options: RunOptions, code = 1): Run {
    const run = xenNotes(['check', '--format', 'sarif', ...these, ...args], options);
    expect(run.code).toBe(code);
    const log = JSON.parse(run.out) as Log;
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    expect(log.runs).toHaveLength(1);
    return log.runs[0] as Run;
  }

  const of = (run: Run, rule: string): Result[] => (run.results ?? []).filter(({ ruleId }) => ruleId === rule);

  it('tells a finding, its place and what it is known by', () => {
    const cwd = folderOf({ 'Grüße/a b.md': text });
    const run = sarif([], { cwd });
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.originalUriBaseIds).toEqual({ '%SRCROOT%': { uri: `${pathToFileURL(cwd).href}/` } });
    expect(run.invocations).toEqual([{ executionSuccessful: true, toolExecutionNotifications: [] }]);
    const [hidden] = of(run, 'invisible-character');
    expect(hidden).toMatchObject({
      level: 'warning',
      message: { text: expect.stringMatching(/^a zero-width space/) as string },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'Gr%C3%BC%C3%9Fe/a%20b.md', uriBaseId: '%SRCROOT%' },
            region: { startLine: 12, startColumn: 6, endLine: 12, endColumn: 7 },
          },
        },
      ],
    });
    expect(hidden).not.toHaveProperty('baselineState');
    const prints = run.results?.map((each) => each.partialFingerprints?.['xenNotes/v1']);
    expect(prints?.every((print) => /^[0-9a-f]{40}$/.test(print ?? ''))).toBe(true);
    expect(new Set(prints).size).toBe(run.results?.length);
  });

  it('is held against a schema that tells', () => {
    expect(validate({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, columnKind: 'bytes' }] })).toBe(
      false,
    );
  });

  it('describes every rule', () => {
    const run = sarif([], { cwd: folderOf({ 'call.md': text }) });
    const described = run.tool.driver.rules ?? [];
    expect(described.length).toBeGreaterThan(20);
    for (const rule of described) {
      expect(rule.help?.markdown).toContain(`# ${rule.id}\n`);
      expect(rule.shortDescription?.text).toMatch(/\.$/);
    }
    for (const each of run.results ?? []) expect(described[each.ruleIndex ?? -1]?.id).toBe(each.ruleId);
    const weight = (mode: string): object | undefined =>
      sarif(['--mode', mode], { cwd: folderOf({ 'call.md': text }) }).tool.driver.rules?.find(
        ({ id }) => id === 'required-section',
      )?.defaultConfiguration;
    expect([weight('draft'), weight('post')]).toEqual([
      { enabled: true, level: 'warning' },
      { enabled: true, level: 'error' },
    ]);
  });

  it('carries safe fixes, which make of the file what --fix makes of it', () => {
    const cwd = folderOf({ 'call.md': `${text}#### Too \u200bdeep\n`.replace(/\n/g, '\r\n') });
    const fixes = sarif([], { cwd }).results?.flatMap((each) => each.fixes ?? []) ?? [];
    const before = readFileSync(path.join(cwd, 'call.md'), 'utf8');
    const starts = lineStartsIn(before);
    const at = (line = 1, column = 1): number => (starts[line - 1] ?? NaN) + column - 1;
    const edits = fixes.flatMap(({ artifactChanges }) =>
      artifactChanges.flatMap(({ artifactLocation, replacements }) => {
        expect(artifactLocation.uri).toBe('call.md');
        return replacements.map(({ deletedRegion: region, insertedContent }) => ({
          span: { start: at(region.startLine, region.startColumn), end: at(region.endLine, region.endColumn) },
          text: insertedContent?.text ?? '',
        }));
      }),
    );
    expect(edits.length).toBeGreaterThan(2);
    xenNotes(['check', '--fix', ...these], { cwd });
    expect(applyEdits(before, edits)).toBe(readFileSync(path.join(cwd, 'call.md'), 'utf8'));
  });

  it('names related places, in other files too', () => {
    const page = '# Design Sessions 2030\n\n## One\n\n### Same\n\nWords.\n\n### Same\n\nOthers.\n';
    const [again] = of(sarif([], { cwd: folderOf({ 'page.md': page }) }), 'duplicate-heading');
    expect(again?.relatedLocations).toMatchObject([
      {
        id: 1,
        message: { text: expect.any(String) as string },
        physicalLocation: { artifactLocation: { uri: 'page.md' }, region: { startLine: 5 } },
      },
    ]);
  });

  it('says which findings are new where a baseline is used, and leaves the accepted ones out', () => {
    const cwd = folderOf({ 'call.md': text });
    const before = sarif([], { cwd });
    xenNotes(['check', '--baseline', 'known.json', '--update-baseline', '--rule', 'person-ambiguous'], { cwd });
    const after = sarif(['--baseline', 'known.json'], { cwd });
    expect(of(after, 'person-ambiguous')).toEqual([]);
    expect(after.results?.map(({ baselineState }) => baselineState)).toEqual(after.results?.map(() => 'new'));
    const prints = (run: Run): unknown[] => of(run, 'invisible-character').map((each) => each.partialFingerprints);
    expect(prints(after)).toEqual(prints(before));
  });

  it('tells files that could not be read', () => {
    const cwd = folderOf({ 'call.md': text, 'old.md': Buffer.from('# Minutes caf\xe9\n', 'latin1') });
    expect(sarif([], { cwd }, 2).invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            level: 'error',
            message: { text: 'old.md: is not UTF-8; save it as UTF-8' },
            locations: [{ physicalLocation: { artifactLocation: { uri: 'old.md', uriBaseId: '%SRCROOT%' } } }],
          },
        ],
      },
    ]);
  });

  it('has a report of nothing, and whole addresses for files elsewhere', () => {
    const cwd = folderOf({ 'call.md': '# Nothing\n', 'sub/README.md': '', 'other.md': text });
    expect(sarif(['call.md'], { cwd }, 0).results).toEqual([]);
    const [first] = sarif(['../other.md'], { cwd: path.join(cwd, 'sub') }).results ?? [];
    expect(first?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual({
      uri: pathToFileURL(path.join(cwd, 'other.md')).href,
    });
  });
});

describe('GitHub annotations', () => {
  it('are one workflow command a finding, with what would end them escaped', () => {
    const cwd = folderOf({ 'a,b: 50%.md': `${head}- ACTION: ping\n- Ian: so\n` });
    const lines = report('github', ['--rule', 'action-no-owner=error', '--rule', 'person-ambiguous=hint'], { cwd })
      .trimEnd()
      .split('\n');
    expect(lines).toEqual([
      expect.stringMatching(
        /^::error file=a%2Cb%3A 50%25\.md,line=12,endLine=12,col=3,endColumn=9,title=action-no-owner::no owner stands /,
      ),
      '::notice file=a%2Cb%3A 50%25.md,line=13,endLine=13,col=3,endColumn=6,title=person-ambiguous::"Ian" may be Ian Campbell or Ian Jackson; write the full name',
    ]);
  });

  it('name files from the checkout, and are nothing where nothing was found', () => {
    const cwd = folderOf({ 'sub/call.md': text, 'sub/fine.md': '# Nothing\n' });
    const env = { ...process.env, GITHUB_WORKSPACE: cwd };
    expect(report('github', [], { cwd: path.join(cwd, 'sub'), env })).toContain('::warning file=sub/call.md,line=12,');
    expect(xenNotes(['check', '--format', 'github', 'sub/fine.md'], { cwd })).toMatchObject({ code: 0, out: '' });
  });
});

describe('GitLab code quality', () => {
  interface Issue {
    readonly description: string;
    readonly check_name: string;
    readonly fingerprint: string;
    readonly severity: string;
    readonly location: object;
  }
  const issues = (cwd: string, args: readonly string[] = [], env = process.env): Issue[] =>
    JSON.parse(report('gitlab', args, { cwd, env })) as Issue[];

  it('is a list of issues, each with a fingerprint of its own that stays', () => {
    const cwd = folderOf({ 'sub/call.md': text });
    const found = issues(cwd, ['--rule', 'person-ambiguous=error']);
    expect(found.find((each) => each.check_name === 'person-ambiguous')).toEqual({
      description: expect.stringMatching(/^"Ian" may be/) as string,
      check_name: 'person-ambiguous',
      fingerprint: expect.stringMatching(/^[0-9a-f]{40}$/) as string,
      severity: 'major',
      location: { path: 'sub/call.md', lines: { begin: 13, end: 13 } },
    });
    const prints = found.map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(found.length);
    const moved = folderOf({ 'sub/call.md': text.replace('# Call', '\n\n# Call') });
    expect(issues(moved, ['--rule', 'person-ambiguous=error']).map(({ fingerprint }) => fingerprint)).toEqual(prints);
  });

  it('weighs warnings and less, names files from the checkout, and is a list where nothing was found', () => {
    const cwd = folderOf({ 'sub/call.md': text, 'fine.md': '# Nothing\n' });
    const env = { ...process.env, CI_PROJECT_DIR: cwd };
    const found = issues(path.join(cwd, 'sub'), ['--rule', 'person-ambiguous=hint'], env);
    expect(new Set(found.map(({ severity }) => severity))).toEqual(new Set(['minor', 'info']));
    expect(found[0]?.location).toMatchObject({ path: 'sub/call.md' });
    expect(xenNotes(['check', '--format', 'gitlab', 'fine.md'], { cwd })).toMatchObject({ code: 0, out: '[]\n' });
  });
});
