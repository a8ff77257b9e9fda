// Writes the files that are made from the source: the JSON schema of an archive's configuration, the rules' pages, and the
// setting of rules in package.json.
//   node scripts/generate.mjs
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { loadSource } from './source.mjs';

const root = path.join(import.meta.dirname, '..');

/** Text by path from the root; a test holds the files against it. */
export async function generated() {
  const { configSchema, ruleIndex, rulePage, rules } = await loadSource('server/src/analysis.ts');
  const schema = { title: 'Archive of Xen session notes', ...toJsonSchema(configSchema) };
  schema.definitions = { setting: schema.properties.rules.additionalProperties };
  nameRules(schema.properties.rules, rules);
  return {
    'package.json': await manifest(rules),
    'schemas/xen-notes.schema.json': `${JSON.stringify(schema, undefined, 2)}\n`,
    'docs/rules/README.md': ruleIndex(rules),
    ...Object.fromEntries(rules.map((rule) => [`docs/rules/${rule.id}.md`, rulePage(rule)])),
  };
}

/** The manifest with a setting for each rule. */
async function manifest(rules) {
  const value = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  value.contributes.configuration.properties['xenNotes.rules'] = {
    type: 'object',
    default: {},
    scope: 'resource',
    markdownDescription:
      'Severity of single rules, as in `{ "line-too-long": "off" }`. It wins over the severity that the archive sets in `.xen-notes.json`.',
    properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSetting(rule)])),
    additionalProperties: false,
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function ruleSetting({ summary, severity: { draft, post } }) {
  const both = draft === post;
  const defaults = both
    ? `By default: ${word(draft)}.`
    : `By default: ${word(draft)}, and ${word(post)} before posting.`;
  return {
    type: 'string',
    enum: Object.keys(severities),
    enumDescriptions: Object.values(severities),
    description: `${summary}. ${defaults}`,
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
