import type { DocumentFacts } from '../document/document.js';
import type { Archive } from './archive.js';

/** The register a new entry goes into: the one the configuration names, else the first; what ships cannot be added to. */
export function registerOf(archive: Archive, kind: 'people' | 'topics'): DocumentFacts | undefined {
  const registers = archive.registers(kind);
  const stated = archive.config[kind]?.replace(/^(?:\.\/)+/, '');
  return (
    registers.find(({ path }) => path === stated || (stated && path.replace(/\\/g, '/').endsWith(`/${stated}`))) ??
    registers[0]
  );
}

/** The name of a document's file. */
export function fileName({ path }: Pick<DocumentFacts, 'path'>): string {
  return path.replace(/^.*[\\/]/, '');
}
