import { Archive, type DocumentFacts } from '../analysis.js';

/** Archives of one document each, for those outside all folders; kept as long as the document and the fallback are the same. */
export class LooseArchives {
  private readonly archives = new Map<string, Archive>();

  of(facts: DocumentFacts, fallback: Archive | undefined): Archive {
    const known = this.archives.get(facts.path);
    if (known?.documents.get(facts.path) === facts && known.fallback === fallback) return known;
    // What an archive has indexed of people and topics goes on into the one made from it.
    const archive = known && known.fallback === fallback ? known.with(facts) : Archive.of([facts], undefined, fallback);
    this.archives.set(facts.path, archive);
    return archive;
  }

  forget(path: string): void {
    this.archives.delete(path);
  }
}
