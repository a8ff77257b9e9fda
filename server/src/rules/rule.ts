import type { Archive } from '../archive/archive.js';
import type { Severity } from '../archive/config.js';
import type { Document } from '../document/document.js';
import type { SectionFacts } from '../document/facts.js';
import type { DocumentKind } from '../document/schema.js';
import type { Section } from '../document/sections.js';
import type { TextEdit } from '../text/edits.js';
import type { Span } from '../text/span.js';

/** A change that mends a finding. */
export interface Fix {
  /** What the light bulb says: an order, no full stop. */
  readonly title: string;
  /** Edits of the document itself. */
  readonly edits: readonly TextEdit[];
  /** Edits of other documents of the archive, by path. */
  readonly elsewhere?: readonly { readonly path: string; readonly edits: readonly TextEdit[] }[];
  /** The one to offer first. */
  readonly preferred?: boolean;
}

export interface Related {
  readonly path: string;
  readonly span: Span;
  readonly message: string;
}

/** What a rule found. `span` is in the document for a document rule, in the section for a section rule. */
export interface Finding {
  readonly span: Span;
  /** What is wrong, then what to do; no full stop. */
  readonly message: string;
  readonly related?: readonly Related[];
  /** In the order they are offered. */
  readonly fixes?: readonly Fix[];
  /** Set where somebody has to choose: these fixes are only offered, although the rule's fixes are safe elsewhere. */
  readonly choice?: true;
  /** How an editor may show the text beside underlining it. */
  readonly tag?: 'unnecessary' | 'deprecated';
}

export type Mode = 'draft' | 'post';
export type FixKind = 'safe' | 'suggest' | 'none';

/** A whole document and the archive around it. */
export interface DocumentContext {
  readonly document: Document;
  readonly kind: DocumentKind;
  readonly archive: Archive;
}

/** One section, without its surroundings: such a rule's findings are kept as long as the section's text is. */
export interface SectionContext {
  readonly section: Section;
  readonly facts: SectionFacts;
  readonly kind: DocumentKind;
}

/** `⟦` and `⟧` stand around each range that is found; `path` tells the kind where the text does not. */
export type Example =
  | {
      readonly bad: string;
      readonly fixed?: string;
      readonly path?: string;
      readonly files?: Readonly<Record<string, string>>;
      readonly mode?: Mode;
    }
  | {
      readonly good: string;
      readonly path?: string;
      readonly files?: Readonly<Record<string, string>>;
      readonly mode?: Mode;
    };

export interface RuleMeta {
  /** kebab-case, named after what is found. */
  readonly id: string;
  /** One sentence without a full stop. */
  readonly summary: string;
  /** Why it matters to those who read or post the document. */
  readonly why: string;
  /** Kinds it looks at; all when absent. */
  readonly kinds?: readonly DocumentKind[];
  readonly severity: Readonly<Record<Mode, Severity>>;
  readonly fix: FixKind;
  /** Documents dated before this ISO date are not held to it. */
  readonly since?: string;
  readonly examples: readonly Example[];
}

export type Rule = RuleMeta &
  (
    | { readonly check: (context: DocumentContext) => readonly Finding[] }
    | { readonly checkSection: (context: SectionContext) => readonly Finding[] }
  );

/** A rule, checked by its type; the registry, its page, the settings and its tests all read this one object. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
