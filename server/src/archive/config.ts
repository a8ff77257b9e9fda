import * as v from 'valibot';
import { wikiMarkers, type WikiMarker } from '../document/schema.js';
import { say } from '../text/say.js';
import { severityWords } from './severity.js';

const severitySetting = v.pipe(
  v.picklist(severityWords),
  v.description('How a finding of the rule counts; "off" switches the rule off'),
);
const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, () => say`expected a date such as 2019-01-01`),
);

const templateForm = v.pipe(
  v.string(),
  v.regex(/\{text\}/, () => say`expected a form with {text} in it, such as {{Motion|{text}}}`),
  v.description('With {text}, and for an action {owners} and {due}'),
);
const templateForms = Object.fromEntries(wikiMarkers.map((marker) => [marker, v.optional(templateForm)])) as Record<
  WikiMarker,
  v.OptionalSchema<typeof templateForm, undefined>
>;

const templatePath = v.pipe(
  v.string(),
  v.description(
    "Path of a file from the archive's root, best in a folder that begins with a dot, as that is not read for documents; it has {title}, {date} and the like in it",
  ),
);

/** `.xen-notes.json`, the file in an archive's root. The JSON schema is generated from this one. */
export const configSchema = v.looseObject({
  $schema: v.optional(v.string()),
  people: v.optional(v.pipe(v.string(), v.description("Path of the register of people, from the archive's root"))),
  topics: v.optional(v.pipe(v.string(), v.description("Path of the register of topics, from the archive's root"))),
  mail: v.optional(
    v.object({
      list: v.optional(v.pipe(v.string(), v.description('Address of the mailing list'))),
      width: v.optional(
        v.pipe(v.number(), v.integer(), v.minValue(20), v.description('Width at which lines of a mail are wrapped')),
      ),
    }),
  ),
  wiki: v.optional(
    v.looseObject({
      base: v.optional(v.pipe(v.string(), v.description("Address below which the wiki's pages stand"))),
      templates: v.optional(
        v.pipe(
          v.strictObject(templateForms),
          v.description('How markers are written on the wiki, such as "action": "{{Action|{owners}|{text}}}"'),
        ),
      ),
    }),
  ),
  templates: v.optional(
    v.pipe(
      v.strictObject({
        notes: v.optional(templatePath),
        proposal: v.optional(templatePath),
        minutes: v.optional(templatePath),
        event: v.optional(templatePath),
      }),
      v.description('How documents of a kind are begun, where it is not as usual'),
    ),
  ),
  rules: v.optional(
    v.pipe(
      v.record(
        v.string(),
        v.union([
          severitySetting,
          v.looseObject({
            severity: v.optional(severitySetting),
            since: v.optional(v.pipe(day, v.description('Documents dated before it are not checked by the rule'))),
          }),
        ]),
      ),
      v.description('Severity per rule, and the day since when documents are held to it'),
    ),
  ),
  baseline: v.optional(
    v.pipe(
      v.string(),
      v.description(
        "Path of a file of accepted findings, from the archive's root; xen-notes check --update-baseline writes it",
      ),
    ),
  ),
});

export type Config = v.InferOutput<typeof configSchema>;
export const defaultConfig: Config = {};

export interface ConfigProblem {
  readonly message: string;
}

/** Reads `.xen-notes.json`. What is wrong is left out and told; the rest holds. */
export function readConfig(text: string): { readonly config: Config; readonly problems: readonly ConfigProblem[] } {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return {
      config: defaultConfig,
      problems: [
        {
          message: say`not valid JSON (${error instanceof Error ? error.message : String(error)}); mend it or start from {}`,
        },
      ],
    };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { config: defaultConfig, problems: [{ message: say`not an object of settings; start from {}` }] };
  }
  const whole = v.safeParse(configSchema, value);
  if (whole.success) return { config: whole.output, problems: [] };
  const problems = whole.issues.map((issue) => ({
    message: say`"${v.getDotPath(issue) ?? say`the file`}": ${issue.message}; correct it or take it out`,
  }));
  return {
    config: withoutBroken(value, new Set(whole.issues.map((issue) => String(issue.path?.[0]?.key ?? '')))),
    problems,
  };
}

function withoutBroken(value: object, broken: ReadonlySet<string>): Config {
  const kept = v.safeParse(configSchema, Object.fromEntries(Object.entries(value).filter(([key]) => !broken.has(key))));
  return kept.success ? kept.output : defaultConfig;
}
