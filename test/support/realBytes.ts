import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { rules } from '../../server/src/rules/registry.js';
import { corpusFolder, markdownBelow, root } from './documents.js';
import { readRanges } from './fixture.js';

const mails = path.join(root, 'test/convert/mail/fixtures');
const examples = rules.flatMap((rule) => rule.examples.flatMap((each) => ('bad' in each ? [each.bad] : [])));

/** What people have written: documents, what rules find, and mails with what surrounds them. */
const inputs: readonly Buffer[] = [
  ...markdownBelow(corpusFolder).map((file) => readFileSync(file)),
  ...readdirSync(mails)
    .filter((name) => /\.(?:eml|mbox)$/.test(name))
    .map((name) => readFileSync(path.join(mails, name))),
  ...examples.map((text) => Buffer.from(readRanges(text).text)),
];

/** A change of some bytes, wherever they stand: in the middle of a character, of a line's end, of markup. */
type Change = (bytes: Buffer, other: Buffer) => Buffer;

const at = fc.nat(1_000_000);
const change: fc.Arbitrary<Change> = fc
  .record({ at, length: fc.oneof(fc.nat(3), fc.nat(200)), byte: fc.nat(255), times: fc.nat(60), to: at })
  .chain(({ at, length, byte, times, to }) => {
    const spanOf = (bytes: Buffer): readonly [number, number] => {
      const start = at % (bytes.length + 1);
      return [start, Math.min(bytes.length, start + length)];
    };
    const spliced = (bytes: Buffer, inserted: Uint8Array): Buffer => {
      const [start, end] = spanOf(bytes);
      return Buffer.concat([bytes.subarray(0, start), inserted, bytes.subarray(end)]);
    };
    const piece = (bytes: Buffer): Buffer => bytes.subarray(to % (bytes.length + 1)).subarray(0, length);
    return fc.constantFrom<Change>(
      (bytes) => spliced(bytes, Buffer.of(byte)),
      (bytes) => spliced(bytes, Buffer.alloc(0)),
      (bytes) => spliced(bytes, Buffer.alloc(times, byte)),
      (bytes, other) => spliced(bytes, piece(other)),
      (bytes) => spliced(bytes, Buffer.concat(Array.from({ length: 1 + (times % 20) }, () => piece(bytes)))),
      (bytes) => bytes.subarray(0, spanOf(bytes)[1]),
    );
  });

/** Real inputs of which some bytes are others; long ones are cut, so that many fit in a run. */
export const realBytes: fc.Arbitrary<Buffer> = fc
  .tuple(fc.constantFrom(...inputs), fc.constantFrom(...inputs), at, fc.array(change, { minLength: 1, maxLength: 12 }))
  .map(([input, other, from, changes]) => {
    const start = input.length > 5000 ? from % (input.length - 4000) : 0;
    return changes.reduce((bytes, each) => each(bytes, other), input.subarray(start, start + 4000));
  });
