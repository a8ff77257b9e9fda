import { createHash } from 'node:crypto';

/** What a text is known by: another text has another one. */
export function textHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
