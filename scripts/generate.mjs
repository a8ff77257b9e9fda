// Writes the files that are made from the source: the JSON schema of an archive's configuration, and the rules' pages.
//   node scripts/generate.mjs
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { build } from 'esbuild';

const root = path.join(import.meta.dirname, '..');

/** Text by path from the root; a test holds the files against it. */
export async function generated() {
  const { configSchema, ruleIndex, rulePage, rules } = await load('server/src/analysis.ts');
  const schema = { title: 'Archive of Xen session notes', ...toJsonSchema(configSchema) };
  schema.definitions = { setting: schema.properties.rules.additionalProperties };
  nameRules(schema.properties.rules, rules);
  return {
    'schemas/xen-notes.schema.json': `${JSON.stringify(schema, undefined, 2)}\n`,
    'docs/rules/README.md': ruleIndex(rules),
    ...Object.fromEntries(rules.map((rule) => [`docs/rules/${rule.id}.md`, rulePage(rule)])),
  };
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

/** A module of the source, bundled, as Node itself reads no TypeScript. */
async function load(entry) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'xen-notes-generate-'));
  const outfile = path.join(folder, 'module.cjs');
  const mainFields = ['module', 'main'];
  await build({ absWorkingDir: root, entryPoints: [entry], outfile, bundle: true, platform: 'node', mainFields });
  try {
    return createRequire(outfile)(outfile);
  } finally {
    await rm(folder, { recursive: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [name, text] of Object.entries(await generated())) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), text);
  }
}
