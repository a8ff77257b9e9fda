import module from 'node:module';
import { cacheFolder } from './cacheFolder.js';

/** The types at hand are those of the oldest Node there may be. */
type Newer = typeof module & { enableCompileCache?(folder: string): unknown };

/**
 * Has Node keep what it compiles of the bundles loaded from here on, where it can: from 22.1 on. Nothing depends on it, and a
 * folder that cannot be written is passed over in silence.
 */
export function keepCompiled(): void {
  const folder = cacheFolder('compiled');
  if (folder !== undefined) (module as Newer).enableCompileCache?.(folder);
}
