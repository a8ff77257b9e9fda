// The extension's manifest as people read it: its texts stand in package.nls.json, and in package.nls.de.json and the like.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');

export function readManifest() {
  return withTexts(read('package.json'), read('package.nls.json'));
}

function read(name) {
  return JSON.parse(readFileSync(path.join(root, name), 'utf8'));
}

/** A manifest with each `%key%` replaced by its text. */
export function withTexts(manifest, texts) {
  return JSON.parse(JSON.stringify(manifest), (_, value) => {
    const key = typeof value === 'string' ? /^%([^%]+)%$/.exec(value)?.[1] : undefined;
    return key === undefined ? value : (texts[key] ?? value);
  });
}
