import { foldName, foldTitle } from '../archive/names.js';
import { readRegister } from '../archive/people.js';
import { readTopics } from '../archive/topics.js';
import type { DocumentFacts } from '../document/document.js';
import type { DocumentKind } from '../document/schema.js';
import type { Span } from '../text/span.js';
import { defineRule, type Finding } from './rule.js';
import { say } from '../text/say.js';

export const duplicateHeading = defineRule({
  id: 'duplicate-heading',
  summary: 'Two sessions of a page, or two entries of a register, have one name',
  why: 'Page and title are how a session is referred to; with two of one name nobody can say which is meant.',
  kinds: ['event', 'people', 'topics'],
  severity: { draft: 'warning', post: 'error' },
  fix: 'none',
  examples: [
    {
      bad: '# Design Sessions 2019\n\n## Sessions with published notes\n\n### Virtio\n\n- Notes: unknown\n\n## Sessions without published notes\n\n### ⟦Virtio⟧\n',
    },
    { bad: '# People\n\n## Jan Beulich\n\n## Wei Liu\n\n## ⟦Jan Beulich⟧\n', path: 'people.md' },
    { bad: '# Topics\n\n## Guests\n\n### PVH\n\n## Boot\n\n### ⟦pvh⟧\n', path: 'topics.md' },
    { good: '# Minutes\n\n## Attendees\n\n- Jan Beulich\n\n## Kexec\n\n### Actions\n\n## PVH\n\n### Actions\n' },
    {
      good: '# Design Sessions 2019\n\n## Morning\n\n### Virtio\n\n#### Problem to solve\n\nA.\n\n### Rust\n\n#### Problem to solve\n\nB.\n',
    },
  ],
  check: ({ document, kind }) => {
    const first = new Map<string, Entry>();
    const findings: Finding[] = [];
    for (const entry of entries(document.facts, kind)) {
      const earlier = first.get(entry.key);
      if (!earlier) first.set(entry.key, entry);
      else findings.push(finding(entry, earlier, document.path, kind));
    }
    return findings;
  },
});

interface Entry {
  readonly key: string;
  readonly name: string;
  readonly span: Span;
}

function entries(facts: DocumentFacts, kind: DocumentKind): Entry[] {
  if (kind === 'event')
    return facts.sessions.map(({ title, titleSpan }) => ({ key: foldTitle(title), name: title, span: titleSpan }));
  const registered = kind === 'people' ? readRegister(facts) : readTopics(facts);
  return registered.map(({ name, span }) => ({ key: foldName(name), name, span }));
}

function finding(entry: Entry, earlier: Entry, path: string, kind: DocumentKind): Finding {
  const message =
    kind === 'event'
      ? say`this page already has a session "${earlier.name}"; rename one of the two, or merge them`
      : say`the register already has an entry "${earlier.name}"; merge the two, or tell them apart by name`;
  return { span: entry.span, message, related: [{ path, span: earlier.span, message: say`the first one` }] };
}
