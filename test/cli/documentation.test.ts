import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse as parseJsonc, type ParseError } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml, parseAllDocuments } from 'yaml';
import { lint, readConfig, readDocument, repository, rules } from '../../server/src/analysis.js';
import { further } from '../../server/src/cli/further.js';
import { loadArchive } from '../../server/src/host/loadArchive.js';
import { nodeFiles } from '../../server/src/host/nodeFiles.js';
import { root } from '../support/documents.js';
import { fencesIn, type Fence } from '../support/fences.js';
import { sampleArchive } from '../support/sampleArchive.js';
import { withCommand } from './run.js';

const inDocs = readdirSync(path.join(root, 'docs')).filter((name) => name.endsWith('.md'));
const pages = ['README.md', ...inDocs.map((name) => `docs/${name}`)];
const text = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const fences = pages.flatMap(fencesIn);
const named = (...languages: string[]): [string, Fence][] =>
  fences.filter(({ language }) => languages.includes(language)).map((fence) => [`${fence.page}:${fence.line}`, fence]);

/** Lines that install, or that wait for somebody: other tests do what they do. */
const elsewhere = /^(?:npm |xen-notes serve)/;
/** What may find something, and says so by ending with 1. */
const finding = /^(?:exec )?(?:xen-notes (?:--no-cache )?(?:check|format --check)|cat .* xen-notes check)/;

/** Lines that leave everything as it is need not be run on each page. */
const asking = /^xen-notes (?:check(?! .*--(?:fix|update))|format(?! .*--write)|query|explain|--)/;
const asked = new Set<string>();

/** Runs lines as somebody types them; a block that names its shell is one program. */
function run(lines: readonly string[], cwd: string): void {
  const env = { ...withCommand(), HOME: path.join(cwd, 'home') };
  for (const line of lines.filter((each) => each !== '' && !elsewhere.test(each) && !asked.has(each))) {
    if (asking.test(line)) asked.add(line);
    const { status, stderr } = spawnSync('bash', ['-c', line], { cwd, env, encoding: 'utf8' });
    const last = line.trimEnd().split('\n').at(-1) ?? '';
    expect(status, `${line}\n${stderr}`).toBeLessThanOrEqual(finding.test(last) ? 1 : 0);
  }
}

const shipped = loadArchive(path.join(root, 'corpus'), { files: nodeFiles });

describe('every line for a shell runs', () => {
  it.each(pages.filter((page) => fences.some((fence) => fence.page === page && fence.language === 'sh')))(
    '%s',
    (page) => {
      const cwd = sampleArchive();
      for (const fence of fencesIn(page).filter(({ language }) => language === 'sh'))
        run(fence.text.startsWith('#!') ? [fence.text] : fence.text.split('\n'), cwd);
    },
  );

  it('those of --help', () => {
    const cwd = sampleArchive();
    run(
      Object.values(further).flatMap(({ examples }) => examples.map(([line]) => line)),
      cwd,
    );
  });
});

it.each(named('markdown'))('the document at %s is one, and nothing is found in it', async (_, fence) => {
  const { archive } = await shipped;
  const register = /^# (People|Topics)\n/.exec(fence.text)?.[1]?.toLowerCase();
  const options = register === 'people' || register === 'topics' ? ({ kind: register } as const) : {};
  const document = readDocument(path.join(root, 'corpus', `${register ?? 'example'}.md`), fence.text, options);
  expect(document.facts.kind).toBeDefined();
  const found = lint(document, archive.with(document.facts), { mode: 'draft' });
  expect(found.filter(({ severity }) => severity === 'error' || severity === 'warning')).toEqual([]);
});

it.each(named('json .xen-notes.json'))('the configuration at %s is one', (_, fence) => {
  expect(readConfig(fence.text).problems).toEqual([]);
});

it.each(named('json', 'jsonc'))('the JSON at %s can be read', (_, fence) => {
  const errors: ParseError[] = [];
  parseJsonc(fence.language === 'jsonc' ? `{${fence.text}}` : fence.text, errors);
  expect(errors).toEqual([]);
});

it.each(named('js'))('the program at %s runs', (_, fence) => {
  const cwd = sampleArchive();
  const api = pathToFileURL(path.join(root, 'dist/api.cjs')).href;
  writeFileSync(path.join(cwd, 'program.mjs'), fence.text.replace("'xen-session-notes'", JSON.stringify(api)));
  const { status, stderr } = spawnSync(process.execPath, ['program.mjs'], { cwd, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
});

describe('what is said of services is theirs', () => {
  const yaml = named('yaml').map(([, fence]) => fence.text);
  const known = (value: unknown): string[] => Object.keys(value as object);

  it('inputs of the action', () => {
    const uses = [...yaml.join('').matchAll(/^( +)- uses: .*xen-session-notes@.*\n +with:\n((?:\1 {4}.*\n)+)/gm)];
    expect(uses).toHaveLength(1);
    const inputs = known((parseYaml(text('action.yml')) as { inputs: unknown }).inputs);
    expect(inputs).toEqual(expect.arrayContaining(known(parseYaml(uses[0]?.[2] ?? ''))));
  });

  it('inputs of the component', () => {
    const [spec] = parseAllDocuments(text('templates/check.yml')).map(
      (each) => each.toJS() as { spec: { inputs: unknown } },
    );
    const includes = yaml.flatMap((each) => (parseYaml(each) as { include?: { inputs: unknown }[] }).include ?? []);
    expect(includes).toHaveLength(1);
    expect(known(spec?.spec.inputs)).toEqual(expect.arrayContaining(known(includes[0]?.inputs)));
  });

  it('hooks', () => {
    const hooks = (parseYaml(text('.pre-commit-hooks.yaml')) as { id: string }[]).map(({ id }) => id);
    const used = yaml.flatMap((each) => (parseYaml(each) as { repos?: { hooks: { id: string }[] }[] }).repos ?? []);
    expect(hooks).toEqual(expect.arrayContaining(used.flatMap(({ hooks: own }) => own.map(({ id }) => id))));
    expect(used).toHaveLength(1);
  });
});

describe('the shapes of JSON are those that are told', () => {
  const rows = [...text('docs/json.md').matchAll(/^\| `(xen-notes .*?--json)` \| `(.*?)` \|$/gm)];
  const cwd = sampleArchive();
  it.each(rows.map(([, command = '', shape = '']) => [command, shape]))('%s', (command, shape) => {
    const { stdout } = spawnSync('bash', ['-c', command], { cwd, env: withCommand(), encoding: 'utf8' });
    const value = JSON.parse(stdout) as object | object[];
    expect(Array.isArray(value)).toBe(shape.startsWith('['));
    const told = [...shape.matchAll(/\w+/g)].map(([key]) => key);
    const keys = new Set((Array.isArray(value) ? value : [value]).flatMap((each) => Object.keys(each)));
    expect([...keys].filter((key) => !told.includes(key))).toEqual([]);
  });
});

describe('the manifest and the pages tell of the same', () => {
  const texts = JSON.parse(text('package.nls.json')) as Readonly<Record<string, string>>;
  const shown = text('package.json').replace(/"%([\w.-]+)%"/g, (_, key: string) => JSON.stringify(texts[key]));
  const { contributes } = JSON.parse(shown) as {
    contributes: {
      commands: { command: string; title: string; category: string }[];
      configuration: { properties: object };
      views: Readonly<Record<string, { id: string }[]>>;
    };
  };
  const all = pages.map(text).join('\n');
  const titles = contributes.commands.map(({ category, title }) => `${category}: ${title}`);
  const ids = [
    ...contributes.commands.map(({ command }) => command),
    ...Object.keys(contributes.configuration.properties),
    ...Object.values(contributes.views).flatMap((own) => own.map(({ id }) => id)),
  ];

  it('every command, setting, view and rule has its place', () => {
    for (const word of [...titles, ...ids]) expect(all).toContain(word);
    for (const { id } of rules) expect(text('docs/rules/README.md')).toContain(`[${id}](${id}.md)`);
  });

  it('every command, setting and view that is told of is there', () => {
    const told = [...all.replace(/\s+/g, ' ').matchAll(/"(Xen Notes: [^"]+)"/g)].map(([, title]) => title);
    expect(told.filter((title) => !titles.includes(title ?? ''))).toEqual([]);
    const words = [...all.matchAll(/\bxenNotes\.[\w.]*\w/g)].map(([word]) => word);
    expect(words.filter((word) => !ids.includes(word))).toEqual([]);
  });
});

describe('every link leads somewhere', async () => {
  const script = pathToFileURL(path.join(root, 'scripts/links.mjs')).href;
  const { brokenLinks } = (await import(script)) as {
    readonly brokenLinks: (
      text: string,
      where: {
        readonly from: string;
        readonly repository: string;
        readonly read: (file: string) => string | undefined;
      },
    ) => readonly { readonly address: string }[];
  };
  const read = (file: string): string | undefined => {
    const at = path.join(root, file);
    return existsSync(at) ? (file.endsWith('.md') ? text(file) : '') : undefined;
  };
  const rulePages = readdirSync(path.join(root, 'docs/rules')).map((name) => `docs/rules/${name}`);
  it.each([...pages, 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...rulePages])('%s', (page) => {
    expect(brokenLinks(text(page), { from: page, repository, read })).toEqual([]);
  });

  it('those of --help', () => {
    for (const { page } of Object.values(further)) expect(read(page), page).toBeDefined();
  });
});
