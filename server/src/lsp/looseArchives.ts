import type { Archive, DocumentFacts } from '../analysis.js';

/** A document that no archive lists, and the archive it is looked at with. */
interface Loose {
  readonly base: Archive;
  readonly archive: Archive;
}

/** Archives with one document more than they list; kept as long as that and they are the same. */
export class LooseArchives {
  private readonly archives = new Map<string, Loose>();

  of(facts: DocumentFacts, base: Archive): Archive {
    const known = this.archives.get(facts.path);
    if (known?.base === base && known.archive.documents.get(facts.path) === facts) return known.archive;
    // What an archive has indexed of people and topics goes on into the one made from it.
    const archive = (known?.base === base ? known.archive : base).with(facts);
    this.archives.set(facts.path, { base, archive });
    return archive;
  }

  forget(path: string): void {
    this.archives.delete(path);
  }
}
