import type { DocumentFacts, PlacedFacts } from '../document/document.js';
import type { PersonMention } from '../document/facts.js';
import type { SessionFact } from '../document/sessions.js';
import { actionsOf, type ActionEntry } from './actions.js';
import { defaultConfig, type Config } from './config.js';
import { documentsWith, indexDocuments, touchedIndex, type DocumentIndex, type SectionKeys } from './documentIndex.js';
import { foldName, foldTitle } from './names.js';
import { Overlay } from './overlay.js';
import { indexPages, indexSessions, isSamePage, type Pages } from './pages.js';
import { indexPaths, type Paths } from './paths.js';
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

type RegisterKind = 'people' | 'topics';

/** What is made of the documents when somebody first asks for it. */
interface Parts {
  people?: People;
  topics?: Topics;
  pages?: Pages;
  paths?: Paths;
  sessions?: ReadonlyMap<string, readonly SessionEntry[]>;
  /** Paths of the registers. */
  registers?: Readonly<Record<RegisterKind, readonly string[]>>;
}

function without<Value>(map: ReadonlyMap<string, Value>, keys: readonly string[]): ReadonlyMap<string, Value> {
  const rest = new Map(map);
  for (const key of keys) rest.delete(key);
  return rest;
}

/**
 * An immutable snapshot of an archive: a fold over its documents' facts, each part made when first asked for. `fallback` is
 * the archive that ships with the product; what it knows counts where this one is silent.
 */
export class Archive {
  private readonly parts: Parts = {};
  private readonly indexes = new Map<SectionKeys, DocumentIndex>();

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
    const entries = replaced.map((document) => [document.path, document] as const);
    const documents = Overlay.of(removed.length > 0 ? without(this.documents, removed) : this.documents, entries);
    const next = new Archive(documents, this.config, this.fallback);
    this.keepUntouched(next.parts, replaced, removed);
    for (const [keys, index] of this.indexes) {
      const kept = touchedIndex(index, [...removed, ...replaced.map((each) => each.path)]);
      if (kept) next.indexes.set(keys, kept);
    }
    return next;
  }

  /** Parts that no touched document feeds are as they were. */
  private keepUntouched(parts: Parts, replaced: readonly DocumentFacts[], removed: readonly string[]): void {
    const { people, topics, pages, paths, sessions, registers } = this.parts;
    const before = [...removed, ...replaced.map((each) => each.path)].flatMap((path) => this.documents.get(path) ?? []);
    const touched = [...replaced, ...before];
    const samePaths = removed.length === 0 && replaced.every((each) => this.documents.has(each.path));
    const samePages = samePaths && before.every((each, index) => isSamePage(each, replaced[index] ?? each));
    if (people && !touched.some((each) => each.kind === 'people')) parts.people = people;
    if (topics && !touched.some((each) => each.kind === 'topics')) parts.topics = topics;
    if (pages && samePages) parts.pages = pages;
    if (paths && samePaths) parts.paths = paths;
    if (registers && samePaths && touched.every((each) => this.sameKind(each))) parts.registers = registers;
    if (sessions && samePages && touched.every((each) => each.sessions.length === 0)) parts.sessions = sessions;
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

  private get index(): Pages {
    return (this.parts.pages ??= indexPages(this.documents.values()));
  }

  /** Own documents whose title is `title`, else those whose former title it is, else the fallback's. */
  pages(title: string): readonly DocumentFacts[] {
    const key = foldTitle(title);
    const paths = this.index.byTitle.get(key) ?? this.index.byFormerTitle.get(key) ?? [];
    const own = paths.flatMap((path) => this.documents.get(path) ?? []);
    return own.length > 0 ? own : (this.fallback?.pages(title) ?? []);
  }

  /** Own documents with a section that has `key` among its `keys`, in no order: kept by `keys`, which has to be one function. */
  documentsWith(keys: SectionKeys, key: string): readonly DocumentFacts[] {
    const index = this.indexes.get(keys) ?? indexDocuments(this.documents, keys);
    this.indexes.set(keys, index);
    return documentsWith(index, key, this.documents);
  }

  /** Titles of own pages; the same list for as long as they are. */
  get pageTitles(): readonly string[] {
    return this.index.titles;
  }

  /** Where own documents are. */
  get paths(): Paths {
    return (this.parts.paths ??= indexPaths(this.documents.keys()));
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

  /** Own documents, and those of the fallback that this archive has none of the same title for. */
  knownDocuments(): DocumentFacts[] {
    const own = [...this.documents.values()];
    const titles = new Set(own.map((document) => foldTitle(document.title)));
    const others = [...(this.fallback?.documents.values() ?? [])];
    return [...own, ...others.filter((document) => !titles.has(foldTitle(document.title)))];
  }

  /** The sessions of known documents. */
  knownSessions(): SessionEntry[] {
    return this.knownDocuments().flatMap((document) => document.sessions.map((session) => ({ document, session })));
  }

  /** Known sessions of a title, be it a former one. */
  sessionsTitled(title: string): readonly SessionEntry[] {
    const index = (this.parts.sessions ??= indexSessions(this.knownSessions()));
    return index.get(foldTitle(title)) ?? [];
  }

  actions(): ActionEntry[] {
    return [...this.documents.values()].flatMap(actionsOf);
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
