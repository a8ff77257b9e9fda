import { pathToFileURL } from 'node:url';
import path from 'node:path';
import type {
  ArtifactChange,
  ArtifactLocation,
  Fix,
  Invocation,
  Location,
  Region,
  ReportingDescriptor,
  Result,
} from 'sarif';
import {
  repository,
  ruleAddress,
  rulePage,
  rules,
  type Diagnostic,
  type FileProblem,
  type Mode,
  type Rule,
  type Severity,
  type Span,
  type TextEdit,
} from '../../analysis.js';
import { relativePath } from '../../host/loadArchive.js';
import { fingerprints } from '../fingerprints.js';
import { regionOf, type Report, type ReportedFinding } from '../report.js';
import { checkoutAround } from './paths.js';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** The name of the folder that relative addresses are from. */
const sourceRoot = '%SRCROOT%';
/** Of the way fingerprints are made. */
const fingerprint = 'xenNotes/v1';

const levels = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
  off: 'none',
} as const satisfies Readonly<Record<Severity, Result['level']>>;

/** A report in SARIF 2.1.0. Accepted findings are left out: not every reader of reports knows to pass them over. */
export function sarifReport(report: Report): string {
  const prints = fingerprints(report.findings);
  const run = {
    tool: {
      driver: { ...driver, semanticVersion: report.version, rules: rules.map((rule) => descriptor(rule, report.mode)) },
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [sourceRoot]: { uri: `${pathToFileURL(checkoutAround(process.cwd())).href}/` } },
    invocations: [invocation(report)],
    results: report.findings.map((finding, index) => ({
      ...result(finding),
      partialFingerprints: { [fingerprint]: prints[index] },
      ...(report.baseline && { baselineState: 'new' }),
    })),
  };
  return JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, undefined, 2);
}

const driver = {
  name: 'xen-notes',
  fullName: 'Xen Session Notes',
  informationUri: repository,
};

function descriptor(rule: Rule, mode: Mode): ReportingDescriptor {
  const { id, summary, why, severity } = rule;
  return {
    id,
    shortDescription: { text: `${summary}.` },
    fullDescription: { text: why },
    helpUri: ruleAddress(id),
    help: { text: `${summary}. ${why}`, markdown: rulePage(rule) },
    defaultConfiguration: { enabled: severity[mode] !== 'off', level: levels[severity[mode]] },
  };
}

function invocation({ problems }: Report): Invocation {
  return {
    executionSuccessful: problems.length === 0,
    toolExecutionNotifications: problems.map(({ path: at, message }: FileProblem) => ({
      level: 'error',
      message: { text: `${at}: ${message}` },
      locations: [{ physicalLocation: { artifactLocation: artifact(path.resolve(at)) } }],
    })),
  };
}

function result({ row, diagnostic, checked }: ReportedFinding): Result {
  const { document, archive } = checked;
  const place = (at: string, span: Span): Location['physicalLocation'] => ({
    artifactLocation: artifact(at),
    region: region(span, at === document.path ? document.facts.lineStarts : archive.document(at)?.lineStarts),
  });
  const related = (diagnostic.related ?? []).map((each, index) => ({
    id: index + 1,
    message: { text: each.message },
    physicalLocation: place(each.path, each.span),
  }));
  const fixes = fixesOf(diagnostic, checked);
  return {
    ruleId: row.rule,
    ruleIndex: rules.findIndex(({ id }) => id === row.rule),
    level: levels[row.severity],
    message: { text: row.message },
    locations: [{ physicalLocation: place(document.path, diagnostic.span) }],
    ...(related.length > 0 && { relatedLocations: related }),
    ...(fixes.length > 0 && { fixes }),
  };
}

/** The fix that `--fix` makes. */
function fixesOf({ fix, fixes = [] }: Diagnostic, { document, archive }: ReportedFinding['checked']): Fix[] {
  const [safe] = fix === 'safe' ? fixes : [];
  if (!safe) return [];
  const others = (safe.elsewhere ?? []).map(({ path: at, edits }) =>
    change(at, edits, archive.document(at)?.lineStarts),
  );
  const own = safe.edits.length > 0 ? [change(document.path, safe.edits, document.facts.lineStarts)] : [];
  return [{ description: { text: safe.title }, artifactChanges: [...own, ...others] }];
}

function change(at: string, edits: readonly TextEdit[], lineStarts: readonly number[] | undefined): ArtifactChange {
  return {
    artifactLocation: artifact(at),
    replacements: edits.map(({ span, text }) => ({
      deletedRegion: region(span, lineStarts),
      insertedContent: { text },
    })),
  };
}

function region(span: Span, lineStarts: readonly number[] = [0]): Region {
  const { line, column, endLine, endColumn } = regionOf(span, lineStarts);
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** Files of the checkout from its top, others by their whole address. */
function artifact(at: string): ArtifactLocation {
  const below = relativePath(checkoutAround(process.cwd()), at);
  if (below === undefined) return { uri: pathToFileURL(at).href };
  return { uri: below.split('/').map(encodeURIComponent).join('/'), uriBaseId: sourceRoot };
}
