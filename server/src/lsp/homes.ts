import type { Configurations } from './machine.js';
import { nearestRoot, isListed, rootUnread, type Root } from './roots.js';
import { isBelow } from './uris.js';

interface Needs {
  readonly opened: Iterable<string>;
  /** Folders of the archives that open documents are in. */
  readonly homes: Iterable<string | undefined>;
  readonly around: Configurations['around'];
  /** Whether an archive is known, or will be, from reading a folder around it. */
  readonly covered: (home: string, place: string) => boolean;
}

/**
 * The folders to read: opened ones that are in no archive, and the archives that an opened folder or a document is in; each once, as
 * what is read twice would be kept in step once.
 */
function placesFor({ opened, homes, around: homeOf, covered }: Needs): ReadonlySet<string> {
  const around = new Map([...opened].map((folder) => [folder, homeOf(`${folder}/x`)]));
  const places = new Set([...around].flatMap(([folder, home]) => (home === undefined ? [folder] : [])));
  const needed = new Set([...around.values(), ...homes].filter((home) => home !== undefined));
  for (const home of [...needed].sort((one, other) => one.length - other.length)) {
    const isCovered = [...places].some((place) => isBelow(place, home) && covered(home, place));
    if (!isCovered) places.add(home);
  }
  return places;
}

/** A folder that is read. */
interface Place {
  readonly roots: readonly Root[];
  readonly scanned: boolean;
}

/** Which archives are looked at: those of the opened folders, and those that open documents are in. */
export class Homes {
  private opened: readonly string[] = [];
  private readonly read = new Map<string, Place>();
  /** By the path of an open document, the folder of the archive that it is in. */
  private readonly homes = new Map<string, string | undefined>();
  private readonly early = new Map<string, Root>();

  constructor(private readonly configurations: Configurations) {}

  /** Folders that are read. */
  get places(): string[] {
    return [...this.read.keys()];
  }

  /** Each archive once, although two places may have found it. */
  get roots(): Root[] {
    const byPath = new Map<string, Root>();
    for (const { roots } of this.read.values())
      for (const root of roots) if (!byPath.has(root.path)) byPath.set(root.path, root);
    return [...byPath.values()];
  }

  /** Archives that an opened folder is in, or that are in one; where none is open, all. */
  get shown(): Root[] {
    if (this.opened.length === 0) return this.roots;
    return this.roots.filter(({ path }) =>
      this.opened.some((each) => each === path || isBelow(path, each) || isBelow(each, path)),
    );
  }

  /** Whether a path is in an opened folder. */
  isOpened(path: string): boolean {
    return this.opened.some((folder) => isBelow(folder, path));
  }

  /** Whether every folder that a document may belong to has been read. */
  isRead(path: string): boolean {
    for (const [folder, { scanned }] of this.read) if (!scanned && isBelow(folder, path)) return false;
    const home = this.homes.get(path);
    return home === undefined || this.rootIn(home) !== undefined || this.read.get(home)?.scanned === true;
  }

  /** The archive that lists a path. */
  rootFor(path: string): Root | undefined {
    const root = this.rootAround(path);
    return root && isListed(root, path) ? root : undefined;
  }

  /** The archive whose folder is around a path, be it one that is passed over. */
  rootAround(path: string): Root | undefined {
    const home = this.homes.get(path);
    return home === undefined ? nearestRoot(this.roots, path) : this.rootIn(home);
  }

  /** What can be told at once of the archive of a document: what its configuration says, and nothing of other documents. */
  earlyRoot(path: string): Root | undefined {
    const home = this.homes.get(path);
    if (home === undefined) return undefined;
    const root = this.early.get(home) ?? rootUnread(home, this.configurations.in(home));
    this.early.set(home, root);
    return root;
  }

  changeFolders(added: readonly string[], removed: readonly string[]): void {
    this.opened = [...new Set([...this.opened.filter((folder) => !removed.includes(folder)), ...added])];
  }

  documentOpens(path: string): void {
    this.homes.set(path, this.configurations.around(path));
  }

  documentCloses(path: string): void {
    this.homes.delete(path);
  }

  /** Looks for all configurations anew. */
  lookAgain(): void {
    for (const path of this.homes.keys()) this.homes.set(path, this.configurations.around(path));
    this.early.clear();
  }

  /** What has come to be needed, and is taken to be read from now on, and what is not needed any more. */
  plan(): { readonly added: readonly string[]; readonly dropped: readonly string[] } {
    const wanted = placesFor({
      opened: this.opened,
      homes: this.homes.values(),
      around: this.configurations.around,
      covered: (home, place) => {
        const known = this.read.get(place);
        return !known?.scanned || known.roots.some((root) => root.path === home);
      },
    });
    const dropped = this.places.filter((folder) => !wanted.has(folder));
    const added = [...wanted].filter((folder) => !this.read.has(folder));
    for (const folder of dropped) this.read.delete(folder);
    for (const folder of added) this.read.set(folder, { roots: [], scanned: false });
    return { added, dropped };
  }

  /** Whether a place is needed still. */
  has(place: string): boolean {
    return this.read.has(place);
  }

  /** Takes note of the archives in a place; of one that could not be read, those from before stay. */
  scanned(place: string, roots: readonly Root[] = this.read.get(place)?.roots ?? []): void {
    if (this.read.has(place)) this.read.set(place, { roots, scanned: true });
  }

  private rootIn(folder: string): Root | undefined {
    return this.roots.find((root) => root.path === folder);
  }
}
