import { expect, it } from 'vitest';
import { readDocument } from '../../server/src/document/document.js';

/** Texts and what kind of document they are taken for: words that many documents have tell only together with another sign. */
const texts = [
  ['# Minutes of the call\n', 'minutes'],
  ['# Developer call minutes\n', 'minutes'],
  ['# Minutes February 2013\n', 'minutes'],
  ['# Call\n\n## Attendees\n', 'minutes'],
  ['# Call\n\n## Attendees\n\n- \n', 'minutes'],
  ['# Call\n\n## Attendees\n\nunknown\n', 'minutes'],
  ['# Call\n\n## Attendees\n\nJan\n', 'minutes'],
  ['# Call\n\n## Attendees\n\nJan Beulich\nLars\nGeorge Dunlap\n', 'minutes'],
  ['# Get started in 5 minutes\n', undefined],
  ['# Xen in ten minutes\n', undefined],
  ['# Minutes to hours\n', undefined],
  ['# Interface\n\n## Attendees\n\n`GET /attendees`\n', undefined],
  ['# Interface\n\n## Attendees\n\nThe attendees of a room.\n', undefined],
  ['# PVH\n\n### Problem to solve\n\nIt is slow.\n', 'proposal'],
  ['# Use Rust\n\n## Problem\n\nC is not safe.\n\n## Outcome\n\nRust.\n', undefined],
  ['# Course\n\n## Expected outcomes\n\nMuch.\n', undefined],
  ['# Summit\n\n- Event: Xen Summit\n- Date: 2019-07-09\n', 'event'],
  ['# Write-up\n\n- Event: capture the flag\n- Category: web\n', undefined],
  ['# Virtio\n\n- Session: [[Design Sessions 2019#Virtio]]\n', 'notes'],
  ['# Virtio\n\n- Session: Virtio\n- Date: 2019-07-11\n', 'notes'],
  ['# Virtio\n\n- Session: unknown\n', 'notes'],
  ['# Virtio\n\n- Session: Virtio\n\n## Attendees\n\n- Jan Beulich\n', 'notes'],
  ['# Shop\n\n- Session: cookies\n- Database: files\n', undefined],
] as const;

it.each(texts)('tells the kind of %j', (text, kind) => {
  expect(readDocument('a.md', text).facts.kind).toBe(kind);
});
