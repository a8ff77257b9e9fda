import { cpSync } from 'node:fs';
import path from 'node:path';
import { commitAll, git, repositoryIn } from '../cli/git.js';
import { folderOf } from '../cli/run.js';
import { root } from './documents.js';

const notes = `# Design session notes: Ring buffers

- Session: [[Design Sessions#Ring buffers]]
- Date: 2019-07-11

## Attendees

- Jan Beulich (SUSE)
- George Dunlap (Citrix, scribe)

## Grants

- Jan: who maps the pages?
- George: the backend, once for each ring
- AGREED: begin with one ring
- ACTION Jan: write down what a mapping costs
`;

const minutes = `# Community Call Minutes

- Date: 2024-01-11

## Attendees

- Jan Beulich (SUSE)
- George Dunlap (Citrix)

## Rings

- Jan: nothing new
- ACTION George: measure a mapping
`;

const page = `= Design Sessions =

== Sessions with published notes ==

=== Ring buffers ===

Host: Jan Beulich

Notes: https://lists.xenproject.org/archives/html/xen-devel/2019-07/msg00001.html
`;

const mail = `From: Jan Beulich <jan@example.org>
To: xen-devel@lists.xenproject.org
Subject: Design session notes: Ring buffers
Date: Thu, 11 Jul 2019 10:00:00 +0000
Message-ID: <1@example.org>

Attendees: Jan Beulich, George Dunlap

Jan: who maps the pages?
ACTION Jan: write down what a mapping costs
`;

const pad = `Community Call Minutes, 2024-02-08

Attendees: Jan Beulich, George Dunlap

Jan: nothing new
#action George to measure a mapping
`;

/** A folder as the documentation speaks of: an archive in a repository, and what may be imported into it. */
export function sampleArchive(): string {
  const cwd = folderOf({
    'notes.md': notes,
    'minutes/january.md': minutes,
    'events/page.md': `# Design Sessions\n\n## Sessions with published notes\n\n### Ring buffers\n\n- Host: Jan Beulich\n- Notes: none\n`,
    'page.txt': page,
    'page-of-last-week.txt': page,
    'mail.eml': mail,
    'pad.txt': pad,
    'home/.zfunc/.keep': '',
    'home/.config/fish/completions/.keep': '',
  });
  cpSync(path.join(root, 'corpus'), cwd, { recursive: true });
  repositoryIn(cwd);
  git(cwd, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
  commitAll(cwd);
  return cwd;
}
