import type { Archive } from '../archive/archive.js';
import type { Severity } from '../archive/severity.js';
import type { Document, PlacedFacts } from '../document/document.js';
import type { SectionFacts } from '../document/facts.js';
import type { Inline } from '../document/inline.js';
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

/**
 * What a rule found. `span` and the edits of its fixes are in the document for a document rule, in the section for a section
 * rule, in the leaf's text for a leaf rule.
 */
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

/** What an archive may set of a rule beside its severity; a value has the type of the default. */
export interface RuleOption {
  /** One line, no full stop. */
  readonly description: string;
  readonly default: OptionValue;
}
export type OptionValue = number | string | readonly string[];
export type RuleOptions = Readonly<Record<string, RuleOption>>;
/** The options' values by name, each set or its default. */
export type OptionValues<Options extends RuleOptions = RuleOptions> = {
  readonly [Name in keyof Options]: Options[Name]['default'];
};

/** A whole document and the archive around it. */
export interface DocumentContext {
  readonly document: Document;
  /** The sections that concern the rule: all of them where it does not tell which do. */
  readonly sections: readonly PlacedFacts[];
  readonly kind: DocumentKind;
  readonly archive: Archive;
  /** Of every rule there is. */
  readonly ruleIds: readonly string[];
}

/** One section, without its surroundings. */
export interface SectionContext {
  readonly section: Section;
  readonly facts: SectionFacts;
  readonly kind: DocumentKind;
}

/** The text of one heading, paragraph or table outside quotations. */
export interface LeafContext {
  readonly type: 'heading' | 'paragraph' | 'table';
  /** Without list markers and other prefixes; `span`s of findings and edits are offsets in it. */
  readonly text: string;
  /** Its inline nodes, spans in `text`; read when asked for. */
  readonly nodes: () => readonly Inline[];
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

export interface RuleMeta<Options extends RuleOptions = RuleOptions> {
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
  readonly options?: Options;
  readonly examples: readonly Example[];
}

/** Whether a section, as far as it tells by itself, may be of any concern to a rule; where it is of none, the rule is not run on it. */
interface Choosy {
  /**
   * Has to hold for a section if it holds for a part of it, a paragraph or list item with its own facts: then the section that
   * is written in is asked about no more than the part that is.
   */
  concerns?(facts: SectionFacts, section: Section): boolean;
}

/** The same, as far as a section tells together with what {@link PlacedCheck} may look at. */
interface PlacedChoosy extends Choosy {
  concernsPlaced?(section: PlacedSection, context: DocumentContext): boolean;
}

/** A section as the only one there is: its own text and blocks, `start` is 0. */
export interface PlacedSection extends PlacedFacts {
  readonly own: Section;
}

/** A rule that looks at a document as a whole. */
interface DocumentCheck<Options extends RuleOptions> extends PlacedChoosy {
  check(context: DocumentContext & { readonly options: OptionValues<Options> }): readonly Finding[];
}

/**
 * A rule that looks at each section by itself, and beside it at nothing but the document's date and the people who may be meant
 * by a name in it: its findings are kept as long as these and the section are the same. Spans are the section's own.
 */
interface PlacedCheck<Options extends RuleOptions> extends PlacedChoosy {
  checkPlaced(
    section: PlacedSection,
    context: DocumentContext & { readonly options: OptionValues<Options> },
  ): readonly Finding[];
}

/** A rule that looks at each section by itself: its findings are kept as long as the section's text is. */
interface SectionCheck<Options extends RuleOptions> extends Choosy {
  checkSection(context: SectionContext & { readonly options: OptionValues<Options> }): readonly Finding[];
}

/** A rule that looks at each text by itself: its findings are kept as long as the same text stands anywhere in the document. */
interface LeafCheck<Options extends RuleOptions> {
  checkLeaf(context: LeafContext & { readonly options: OptionValues<Options> }): readonly Finding[];
}

/** One of four ways to look: the narrower the view, the less a keystroke costs. */
type RuleOf<Options extends RuleOptions> = RuleMeta<Options> &
  (DocumentCheck<Options> | PlacedCheck<Options> | SectionCheck<Options> | LeafCheck<Options>);
export type Rule = RuleOf<RuleOptions>;
export type DocumentRule = Extract<Rule, { check: unknown }>;
export type PlacedRule = Extract<Rule, { checkPlaced: unknown }>;
export type SectionRule = Extract<Rule, { checkSection: unknown }>;
export type LeafRule = Extract<Rule, { checkLeaf: unknown }>;

/** A rule, checked by its type; the registry, its page, the settings and its tests all read this one object. */
export function defineRule<Options extends RuleOptions>(rule: RuleOf<Options>): Rule {
  return rule;
}
