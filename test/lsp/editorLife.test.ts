import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginLife, stretch } from '../support/editorLife.js';

/** How often more than in a usual run; `npm run fuzz` sets it. */
const factor = Number(process.env['XEN_NOTES_FUZZ'] ?? 1);
/** Milliseconds after which a server has caught up, or never will. */
const patience = 8000;

describe.each(['pull', 'push'] as const)(
  'after whatever somebody does, a server (%s) says what a fresh one says',
  (kind) => {
    it('at each quiet point', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(stretch(90), { minLength: 3, maxLength: 3 }), async (stretches) => {
          const folder = mkdtempSync(path.join(os.tmpdir(), 'xen-notes-life-'));
          const life = await beginLife(folder, kind);
          try {
            for (const steps of stretches) {
              for (const each of steps) await life.run(each);
              if (kind === 'push') await life.saveAll();
              const expected = await life.saidAnew();
              let said = await life.said();
              for (
                const end = Date.now() + patience;
                !isSame(said, expected) && Date.now() < end;
                said = await life.said()
              )
                await new Promise((resolve) => setTimeout(resolve, 50));
              if (!isSame(said, expected)) expect(said).toEqual(expected);
            }
          } finally {
            await life.end();
            rmSync(folder, { recursive: true, force: true });
          }
        }),
        { numRuns: 4 * factor, endOnFailure: true },
      );
    });
  },
);

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
