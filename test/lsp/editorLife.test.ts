import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginLife, stretch } from '../support/editorLife.js';
import { times } from '../support/times.js';

/** Milliseconds after which a server has caught up, or never will. */
const patience = 3000;

describe.each(['pull', 'push'] as const)(
  'after whatever somebody does, a server (%s) says what a fresh one says',
  (kind) => {
    it('at each quiet point', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(stretch(260), { minLength: 2, maxLength: 2 }), async (stretches) => {
          const folder = mkdtempSync(path.join(os.tmpdir(), 'xen-notes-life-'));
          const life = await beginLife(folder, kind);
          try {
            for (const steps of stretches) {
              for (const each of steps) await life.run(each);
              if (kind === 'push') await life.saveAll();
              let expected = await life.saidAnew();
              let said = await life.said();
              // A fresh server, too, may need a while on a machine that has other things to do.
              for (let tries = 0; !isSame(said, expected) && tries < 3; tries++) {
                for (
                  const end = Date.now() + patience;
                  !isSame(said, expected) && Date.now() < end;
                  said = await life.said()
                )
                  await new Promise((resolve) => setTimeout(resolve, 100));
                if (!isSame(said, expected)) expected = await life.saidAnew();
              }
              if (!isSame(said, expected)) expect(said).toEqual(expected);
            }
          } finally {
            await life.end();
            rmSync(folder, { recursive: true, force: true });
          }
        }),
        { numRuns: times(2), endOnFailure: true },
      );
    });
  },
);

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
