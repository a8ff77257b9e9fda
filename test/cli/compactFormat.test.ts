import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { folderOf, json, xenNotes } from './run.js';

interface Matcher {
  readonly name: string;
  readonly pattern: {
    readonly regexp: string;
    readonly file: number;
    readonly line: number;
    readonly column: number;
    readonly severity: number;
    readonly message: number;
    readonly code: number;
  };
}
interface Row {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly severity: string;
  readonly message: string;
  readonly rule: string;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  contributes: { problemMatchers: readonly Matcher[] };
};
const [matcher] = manifest.contributes.problemMatchers;
const pattern = matcher?.pattern;

/** A line as VS Code reads it with the matcher of package.json; `undefined` for one that is no finding. */
function read(line: string): Row | undefined {
  const groups = new RegExp(pattern?.regexp ?? '(?!)').exec(line);
  const at = (group = -1): string => groups?.[group] ?? 'no such group';
  return groups
    ? {
        path: at(pattern?.file),
        line: Number(at(pattern?.line)),
        column: Number(at(pattern?.column)),
        severity: at(pattern?.severity),
        message: at(pattern?.message),
        rule: at(pattern?.code),
      }
    : undefined;
}

const head = '# Call minutes\n\n- Date: 2019-05-02\n\n## Attendees\n\n- Ian Campbell\n- Ian Jackson\n\n## Kexec\n\n';
const text = `${head}- Ian: so\n- ACTION: ask [everyone]: 1:2: error: now [twice]\n\n[Ian): #L460) is \u200bthere\n`;

describe('the problem matcher reads the compact format', () => {
  it('finding by finding, as JSON has them, but for hints, which editors keep from their problems', () => {
    const cwd = folderOf({
      'call.md': text,
      'a b (old)/Grüße [1].md': text,
      'c 12:3: d.md': text,
      'refs.md': '# Design session notes: x\n\n- Session: [[Call [1] (old)#Nowhere: at all]]\n- Date: 2019-05-02\n',
    });
    const severities = ['person-ambiguous=hint', 'action-no-owner=info', 'invisible-character=error'];
    for (const args of [[], severities.flatMap((each) => ['--rule', each])]) {
      const rows = json<Row>(['check', '--format', 'json', ...args], { cwd });
      const lines = xenNotes(['check', '--format', 'compact', ...args], { cwd })
        .out.trimEnd()
        .split('\n');
      expect(lines).toHaveLength(rows.length);
      for (const [index, { path, line, column, severity, message, rule }] of rows.entries())
        expect(read(lines[index] ?? '')).toEqual(
          severity === 'hint' ? undefined : { path, line, column, severity, message, rule },
        );
      if (args.length > 0) expect(new Set(rows.map(({ severity }) => severity)).size).toBe(4);
    }
  });

  it('and nothing else of what the command line says', () => {
    const cwd = folderOf({ 'call.md': text, 'old.md': Buffer.from('# Minutes caf\xe9\n', 'latin1') });
    const run = xenNotes(['check', '--format', 'compact'], { cwd });
    expect(run.code).toBe(2);
    expect(run.err).toContain('old.md');
    expect(run.err.split('\n').flatMap((line) => read(line) ?? [])).toEqual([]);
    expect(
      xenNotes(['check', '--format', 'compact', '--rule', 'date-format'], { cwd: folderOf({ 'c.md': text }) }),
    ).toEqual({
      code: 0,
      out: '',
      err: '1 document checked, nothing found\n',
    });
  });

  it('in time that grows with a line and no faster, whatever stands in it', () => {
    for (const hostile of ['1:1: error: '.repeat(4000), 'a:1:1: error: '.repeat(4000), `${' ['.repeat(20_000)}]`])
      expect(read(hostile)).toBeUndefined();
  });
});
