import {
  ruleById,
  severityNamed,
  unknownRule,
  type Archive,
  type LintOptions,
  type Mode,
  type Severity,
  say,
} from '../analysis.js';

/** `--rule ID` or `--rule ID=severity`. */
export interface RuleSetting {
  readonly id: string;
  /** Absent when only the rule is named. */
  readonly severity?: Severity;
}

/** Reads a setting; a text is what is wrong with it. */
export function readRuleSetting(text: string): RuleSetting | string {
  const [id = '', word] = text.split('=', 2);
  if (!ruleById(id)) return unknownRule(id);
  if (word === undefined) return { id };
  const severity = severityNamed(word);
  return severity ? { id, severity } : say`unknown severity "${word}" for ${id}; use off, hint, info, warn or error`;
}

/** How an archive is checked. As soon as a rule is named without a severity, only the rules named are checked. */
export function lintOptions(mode: Mode, settings: readonly RuleSetting[], archive: Archive): LintOptions {
  const named = settings.filter((setting) => setting.severity === undefined);
  const severities = Object.fromEntries(
    settings.flatMap(({ id, severity }) => {
      const chosen = severity ?? awakened(id, mode, archive);
      return chosen ? [[id, chosen] as const] : [];
    }),
  );
  const only = new Set(settings.map((setting) => setting.id));
  return { mode, severities, ...(named.length > 0 && { only }) };
}

/** The severity of a rule that was asked for and would be off: that of the other mode, or a warning. */
function awakened(id: string, mode: Mode, archive: Archive): Severity | undefined {
  const setting = archive.config.rules?.[id];
  const configured = typeof setting === 'object' ? setting.severity : setting;
  const severity = ruleById(id)?.severity;
  if ((configured ?? severity?.[mode]) !== 'off') return undefined;
  const other = severity?.[mode === 'draft' ? 'post' : 'draft'];
  return other === undefined || other === 'off' ? 'warning' : other;
}
