import type { DocumentFacts, PlacedFacts } from '../document/document.js';
import type { Action, PersonMention } from '../document/facts.js';
import type { SessionFact } from '../document/sessions.js';
import { defaultConfig, type Config } from './config.js';
import { foldName, foldTitle } from './names.js';
import {
  companyOf,
  indexPeople,
  readRegister,
  resolvePerson,
  type Company,
  type People,
  type PersonResolution,
} from './people.js';
import { indexTopics, readTopics, type Topic, type Topics } from './topics.js';

/** A session and the document it stands in. */
export interface SessionEntry {
  readonly document: DocumentFacts;
  readonly session: SessionFact;
}

/** A mention of a person, wherever it stands. */
export interface MentionEntry {
  readonly document: DocumentFacts;
  readonly section: PlacedFacts;
  readonly mention: PersonMention;
}

export interface ActionEntry {
  readonly document: DocumentFacts;
  readonly section: PlacedFacts;
  readonly action: Action;
}

type RegisterKind = 'people' | 'topics';

/**
 * An immutable snapshot of an archive: a fold over its documents' facts, each part made when first asked for. `fallback` is
 * the archive that ships with the product; what it knows counts where this one is silent.
 */
export class Archive {
  private readonly parts: {
    people?: People;
    topics?: Topics;
    pages?: ReadonlyMap<string, readonly string[]>;
    /** Paths of the registers. */
    registers?: Readonly<Record<RegisterKind, readonly string[]>>;
  } = {};

  constructor(
    readonly documents: ReadonlyMap<string, DocumentFacts>,
    readonly config: Config = defaultConfig,
    readonly fallback?: Archive,
  ) {}

  static of(documents: Iterable<DocumentFacts>, config?: Config, fallback?: Archive): Archive {
    return new Archive(new Map([...documents].map((document) => [document.path, document])), config, fallback);
  }

  /** The snapshot with a document added or replaced. */
  with(document: DocumentFacts): Archive {
    return this.changed([document], []);
  }

  /** The snapshot without a document. */
  without(path: string): Archive {
    return this.changed([], [path]);
  }

  /** The snapshot with several documents replaced and others taken out, in one step. */
  changed(replaced: readonly DocumentFacts[], removed: readonly string[]): Archive {
    const documents = new Map(this.documents);
    for (const path of removed) documents.delete(path);
    for (const document of replaced) documents.set(document.path, document);
    const next = new Archive(documents, this.config, this.fallback);
    const touched = [
      ...replaced,
      ...[...removed, ...replaced.map((each) => each.path)].flatMap((path) => this.documents.get(path) ?? []),
    ];
    // Parts that no touched document feeds are as they were.
    if (this.parts.people && !touched.some((each) => each.kind === 'people')) next.parts.people = this.parts.people;
    if (this.parts.topics && !touched.some((each) => each.kind === 'topics')) next.parts.topics = this.parts.topics;
    if (this.parts.registers && removed.length === 0 && touched.every((each) => this.sameKind(each)))
      next.parts.registers = this.parts.registers;
    const sameTitles = replaced.every(
      (each) =>
        this.documents.get(each.path)?.title === each.title && this.documents.get(each.path)?.kind === each.kind,
    );
    if (this.parts.pages && removed.length === 0 && sameTitles) next.parts.pages = this.parts.pages;
    return next;
  }

  /** The people of its registers and of the fallback's; the fallback's own index when it has no register. */
  get people(): People {
    return (this.parts.people ??= this.ownOrFallback('people', (registers, fallback) =>
      indexPeople([...registers.flatMap(readRegister), ...(fallback?.people.all ?? [])]),
    ));
  }

  /** The topics of its registers and of the fallback's; the fallback's own index when it has no register. */
  get topics(): Topics {
    return (this.parts.topics ??= this.ownOrFallback('topics', (registers, fallback) =>
      indexTopics([...registers.flatMap(readTopics), ...(fallback?.topics.all ?? [])]),
    ));
  }

  /** Its own registers of a kind. */
  registers(kind: RegisterKind): readonly DocumentFacts[] {
    const of = (each: RegisterKind): readonly string[] =>
      [...this.documents.values()].filter((document) => document.kind === each).map(({ path }) => path);
    const paths = (this.parts.registers ??= { people: of('people'), topics: of('topics') })[kind];
    return paths.flatMap((path) => this.documents.get(path) ?? []);
  }

  private sameKind({ path, kind }: DocumentFacts): boolean {
    return this.documents.get(path)?.kind === kind;
  }

  private ownOrFallback<Kind extends RegisterKind>(
    kind: Kind,
    index: (registers: readonly DocumentFacts[], fallback: Archive | undefined) => Archive[Kind],
  ): Archive[Kind] {
    const registers = this.registers(kind);
    return registers.length === 0 && this.fallback ? this.fallback[kind] : index(registers, this.fallback);
  }

  /** Own documents whose title is `title`, else the fallback's. */
  pages(title: string): readonly DocumentFacts[] {
    const paths = (this.parts.pages ??= pagesByTitle(this.documents.values())).get(foldTitle(title)) ?? [];
    const own = paths.flatMap((path) => this.documents.get(path) ?? []);
    return own.length > 0 ? own : (this.fallback?.pages(title) ?? []);
  }

  /** A document of this archive or of the fallback. */
  document(path: string): DocumentFacts | undefined {
    return this.documents.get(path) ?? this.fallback?.documents.get(path);
  }

  person(name: string, document?: DocumentFacts): PersonResolution {
    return resolvePerson(this.people, name, document);
  }

  /** Those present at a document; see {@link Company}. */
  company(document: DocumentFacts): Company {
    return companyOf(this.people, document);
  }

  topic(name: string): Topic | undefined {
    return this.topics.byName.get(foldName(name));
  }

  /** This archive's own sessions, in the order of its documents. */
  sessions(): SessionEntry[] {
    return [...this.documents.values()].flatMap((document) =>
      document.sessions.map((session) => ({ document, session })),
    );
  }

  /** Own sessions, and those of fallback pages that this archive has no page of the same title for. */
  knownSessions(): SessionEntry[] {
    const own = this.sessions();
    const titles = new Set([...this.documents.values()].map((document) => foldTitle(document.title)));
    return [
      ...own,
      ...(this.fallback?.sessions() ?? []).filter(({ document }) => !titles.has(foldTitle(document.title))),
    ];
  }

  actions(): ActionEntry[] {
    return [...this.documents.values()].flatMap((document) =>
      document.sections.flatMap((section) => section.facts.actions.map((action) => ({ document, section, action }))),
    );
  }
}

/** Everybody a section names, in all roles. */
export function mentionsIn({ facts }: Pick<PlacedFacts, 'facts'>): PersonMention[] {
  return [
    ...(facts.heading?.people ?? []),
    ...facts.fields.flatMap((field) => field.people),
    ...facts.people,
    ...facts.actions.flatMap((action) => action.owners),
    ...facts.speeches.flatMap((speech) => speech.speakers),
    ...facts.clarifications.flatMap((clarification) => clarification.by ?? []),
  ];
}

function pagesByTitle(documents: Iterable<DocumentFacts>): Map<string, string[]> {
  const pages = new Map<string, string[]>();
  for (const document of documents) {
    if (document.title === '' || document.kind === undefined) continue;
    const key = foldTitle(document.title);
    pages.set(key, [...(pages.get(key) ?? []), document.path]);
  }
  return pages;
}
