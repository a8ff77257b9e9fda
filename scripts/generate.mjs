// Writes the files that are made from the source: the JSON schema of an archive's configuration, the rules' pages, the pages of
// commands and settings, the setting of rules in package.json, the English tables of what people are told, and the address and
// version of the product wherever they stand.
//   node scripts/generate.mjs
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { withTexts } from './manifest.mjs';
import { commandsPage, settingsPage } from './manifestPages.mjs';
import { loadSource } from './source.mjs';
import { tableFile, textsIn } from './texts.mjs';

const root = path.join(import.meta.dirname, '..');

/** Text by path from the root; a test holds the files against it. */
export async function generated() {
  const { configSchema, repository, ruleIndex, rulePage, rules } = await loadSource('server/src/analysis.ts');
  const schema = { title: 'Archive of Xen session notes', ...toJsonSchema(configSchema) };
  schema.definitions = { setting: schema.properties.rules.additionalProperties };
  nameRules(schema.properties.rules, rules);
  const before = JSON.parse(await read('package.json'));
  const extension = manifest(before, rules, repository);
  const texts = { ...keptTexts(JSON.parse(await read('package.nls.json'))), ...ruleTexts(rules) };
  const { contributes } = withTexts(extension, texts);
  const told = await textsIn(root, ['server/src', 'client/src']);
  const addressed = address(before.homepage.replace(/#.*/, ''), repository, before.version);
  return {
    ...Object.fromEntries(await Promise.all((await pages()).map(async (name) => [name, addressed(await read(name))]))),
    'package.json': `${JSON.stringify(extension, undefined, 2)}\n`,
    'package.nls.json': tableFile(Object.entries(texts)),
    'l10n/bundle.l10n.json': tableFile(told.map((text) => [text, text])),
    'docs/commands.md': commandsPage(contributes),
    'docs/settings.md': settingsPage(contributes.configuration.properties),
    'schemas/xen-notes.schema.json': `${JSON.stringify(schema, undefined, 2)}\n`,
    'docs/rules/README.md': ruleIndex(rules),
    ...Object.fromEntries(rules.map((rule) => [`docs/rules/${rule.id}.md`, rulePage(rule)])),
  };
}

/** Texts of the repository that name its address, or the version to be installed. */
async function pages() {
  const names = (await readdir(path.join(root, 'docs')))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`);
  return ['README.md', 'templates/check.yml', ...names];
}

function read(name) {
  return readFile(path.join(root, name), 'utf8');
}

/** Puts another address of the repository, and another version, in the place of the former ones. */
function address(before, now, version) {
  const slug = (url) => new URL(url).pathname.slice(1);
  const tagged = new RegExp(
    `(${slug(now)}(?:/releases/download/|@|/-/releases/)v|xen-session-notes-)\\d+\\.\\d+\\.\\d+`,
    'g',
  );
  return (text) => text.replaceAll(slug(before), slug(now)).replaceAll(before, now).replace(tagged, `$1${version}`);
}

/** The manifest with its addresses, and a setting for each rule. */
function manifest(value, rules, repository) {
  value.repository = { type: 'git', url: `${repository}.git` };
  value.bugs = { url: `${repository}/issues` };
  value.homepage = `${repository}#readme`;
  value.contributes.configuration.properties['xenNotes.rules'] = {
    order: 5,
    type: 'object',
    default: {},
    scope: 'resource',
    markdownDescription: '%setting.rules%',
    properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSetting(rule)])),
    additionalProperties: false,
  };
  return value;
}

function ruleSetting({ id }) {
  return {
    type: 'string',
    enum: Object.keys(severities),
    enumDescriptions: Object.keys(severities).map((severity) => `%severity.${severity}%`),
    description: `%rule.${id}%`,
  };
}

/** As VS Code calls them. */
const severities = {
  off: 'Not checked.',
  hint: 'Shown in the text, and not among the problems.',
  information: 'Shown as information.',
  warning: 'Shown as a warning.',
  error: 'Shown as an error: it stands in the way of posting.',
};

/** The manifest's texts that are not made here. */
function keptTexts(texts) {
  return Object.fromEntries(Object.entries(texts).filter(([key]) => !/^(?:rule|severity)\./.test(key)));
}

function ruleTexts(rules) {
  return Object.fromEntries([
    ...Object.entries(severities).map(([severity, text]) => [`severity.${severity}`, text]),
    ...rules.map((rule) => [`rule.${rule.id}`, ruleText(rule)]),
  ]);
}

function ruleText({ summary, severity: { draft, post } }) {
  const both = draft === post;
  const defaults = both
    ? `By default: ${word(draft)}.`
    : `By default: ${word(draft)}, and ${word(post)} before posting.`;
  return `${summary}. ${defaults}`;
}

function word(severity) {
  return severity === 'info' ? 'information' : severity;
}

/** Rules by name, so that an editor offers them and tells which are none. */
function nameRules(setting, rules) {
  setting.properties = Object.fromEntries(
    rules.map((rule) => [
      rule.id,
      {
        description: rule.summary,
        allOf: [{ $ref: '#/definitions/setting' }],
        ...(rule.options && { properties: optionSchemas(rule.options) }),
      },
    ]),
  );
  setting.additionalProperties = false;
  delete setting.propertyNames;
}

function optionSchemas(options) {
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => [
      name,
      {
        ...(Array.isArray(option.default)
          ? { type: 'array', items: { type: 'string' } }
          : { type: typeof option.default }),
        description: option.description,
        default: option.default,
      },
    ]),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [name, text] of Object.entries(await generated())) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), text);
  }
}
