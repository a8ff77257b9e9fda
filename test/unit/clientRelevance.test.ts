import { describe, expect, it } from 'vitest';
import { looksLikeOurs } from '../../client/src/relevance.js';

describe('whether a document is worth starting the server for', () => {
  it.each([
    ['/a/people.md', ''],
    ['/a/x.md', '# Design Sessions 2019\n'],
    ['/a/x.md', '# Design session notes: Virtio\n'],
    ['/a/x.md', '# Developer Meeting, February 2013 Minutes\n'],
    ['/a/x.md', '# Call\n\n## Attendees\n\n- Jan\n'],
    ['/a/x.md', '# Proposal\n\n- Technical contact: Jan\n'],
    ['/a/x.md', '# Proposal\r\n\r\nProblem to solve: all\r\n'],
    ['/a/x.md', '---\ntitle: x\nkind: notes\n---\n# X\n'],
  ])('%s with %j is', (path, text) => {
    expect(looksLikeOurs(path, text)).toBe(true);
  });

  it.each([
    ['/a/README.md', '# Tool\n\n- Note: session: x\n\nTakes minutes to run.\n'],
    ['/a/README.md', '# Tool\n\n## Contact\n\n- Author: Jan\n'],
    ['/a/README.md', '---\nkind: page\n---\n'],
    ['/a/peoples.md', '# Peoples\n'],
    ['/a/empty.md', ''],
  ])('%s with %j is not', (path, text) => {
    expect(looksLikeOurs(path, text)).toBe(false);
  });
});
