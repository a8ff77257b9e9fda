import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Overlay } from '../../server/src/archive/overlay.js';

it('is what a map would be with the same entries set one after the other', () => {
  const entry = fc.tuple(fc.nat(60), fc.nat(9));
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 20 }), fc.array(fc.array(entry, { maxLength: 5 })), (first, later) => {
      const map = new Map<number, number>(first);
      let overlay: ReadonlyMap<number, number> = new Map(first);
      for (const entries of later) {
        for (const [key, value] of entries) map.set(key, value);
        const before = [...overlay];
        const shared = overlay;
        overlay = Overlay.of(overlay, entries);
        expect([...shared]).toEqual(before);
        expect([...overlay]).toEqual([...map]);
      }
      expect([...overlay.keys()]).toEqual([...map.keys()]);
      expect([...overlay.values()]).toEqual([...map.values()]);
      const told: unknown[] = [];
      overlay.forEach((value, key) => told.push([key, value]));
      expect(told).toEqual([...map]);
      expect(overlay.size).toBe(map.size);
      for (let key = 0; key <= 60; key++)
        expect([overlay.has(key), overlay.get(key)]).toEqual([map.has(key), map.get(key)]);
    }),
  );
});
