import { ruleById, severityNamed, unknownRule, type LintOptions, type Severity, either, say } from '../analysis.js';

export const settingsSection = 'xenNotes';

/** What the editor's settings say of a document, or of a folder. */
export interface DocumentSettings extends LintOptions {
  /** Whether files that are not open are checked as well, in archives that a configuration makes archives. */
  readonly checkArchive: 'off' | 'archive';
  /** What is shown within the text and not written; absent where nothing is. */
  readonly inlayHints?: 'fullNames';
  /** Columns above which formatting breaks lines; absent where it leaves them. */
  readonly wrap?: number;
}

export interface ReadSettings {
  readonly settings: DocumentSettings;
  /** What makes no sense and is left out, a sentence each. */
  readonly problems: readonly string[];
}

const modes = ['draft', 'post'] as const;
const checks = ['archive', 'off'] as const;
const hints = ['off', 'fullNames'] as const;
/** Of the columns that lines are broken at; a line has to have room for some words. */
const leastWrap = 20;

/** Reads the settings of our section; what is not set, or makes no sense, is as if it had its default. */
export function readSettings(value: unknown): ReadSettings {
  const problems: string[] = [];
  const oneOf = <Word extends string>(key: string, words: readonly [Word, ...Word[]]): Word => {
    const given = property(value, key);
    const word = words.find((each) => each === given);
    if (word === undefined && isSet(given)) problems.push(say`${nameOf(key)} is ${shown(given)}; use ${either(words)}`);
    return word ?? words[0];
  };
  const inlayHints = oneOf('inlayHints', hints);
  const wrap = readWrap(property(value, 'formatWrap'), problems);
  const settings = {
    mode: oneOf('mode', modes),
    checkArchive: oneOf('checkArchive', checks),
    severities: readSeverities(property(value, 'rules'), problems),
    ...(inlayHints !== 'off' && { inlayHints }),
    ...(wrap !== undefined && { wrap }),
  };
  return { settings, problems };
}

function readWrap(value: unknown, problems: string[]): number | undefined {
  if (!isSet(value) || value === 0) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= leastWrap) return value;
  const name = nameOf('formatWrap');
  problems.push(
    say`${name} is ${shown(value)}; use a number of columns from ${leastWrap} on, or 0 for lines as they are`,
  );
  return undefined;
}

function readSeverities(rules: unknown, problems: string[]): Readonly<Record<string, Severity>> {
  const name = nameOf('rules');
  if (!isSet(rules)) return {};
  if (typeof rules !== 'object' || rules === null || Array.isArray(rules)) {
    problems.push(say`${name} is ${shown(rules)}; name rules in it, as in { "line-too-long": "off" }`);
    return {};
  }
  return Object.fromEntries(
    Object.entries(rules).flatMap(([id, word]: [string, unknown]) => {
      const severity = severityNamed(word);
      const known = ruleById(id) !== undefined;
      if (!known) problems.push(`${name}: ${unknownRule(id)}`);
      else if (!severity && isSet(word))
        problems.push(say`${name}: ${id} is ${shown(word)}; use off, hint, information, warning or error`);
      return known && severity ? [[id, severity] as const] : [];
    }),
  );
}

/** Editors answer with `null` for what is not set. */
function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function nameOf(key: string): string {
  return say`the setting ${settingsSection}.${key}`;
}

const longest = 40;

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

export function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

/** Settings over others, which count where the first say nothing. */
export function overlaid(below: unknown, above: unknown): unknown {
  if (!isSet(above)) return below;
  if (!isRecord(above) || !isRecord(below)) return above;
  return { ...below, ...Object.fromEntries(Object.entries(above).filter(([, value]) => isSet(value))) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
