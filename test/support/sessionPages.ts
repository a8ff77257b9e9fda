/** A page of an event, notes of two of its sessions, and notes of none: documents by path. */
export const sessionPages: Readonly<Record<string, string>> = {
  '.xen-notes.json': '{}\n',
  'events/2019.md': `# Design Sessions 2019

- Date: 2019-07-09 to 2019-07-11

## Thursday

### Virtio

- Host: Wei Liu

### Fast boot

- Host: Jan Beulich
- Notes: TODO

### Rust

- Host: Jan Beulich

### Grants

- Notes: none

### PVH

- Notes: unknown

### Distros

- Notes: <https://lists.xenproject.org/archives/html/xen-devel/2019-07/msg00791.html>
`,
  'notes/virtio.md': `# Design session notes: Virtio

- Session: [[Design Sessions 2019#Virtio]]
- Date: 2019-07-11

## Attendees

- Wei Liu

## Notes

- Wei Liu: it works
- ACTION : write it up
`,
  'notes/boot.md': `# Design session notes: Fast boot

- Session: [[Design Sessions 2019#Fast boot]]
- Date: 2019-07-11
- Notes: <https://lore.kernel.org/xen-devel/20190711.a@b.example/>
- Message-ID: \`<20190711.a@b.example>\`

## Notes

- it is fast
`,
  'notes/apart.md':
    '# Design session notes: Something else\n\n- Session: unknown\n- Date: 2019-07-10\n\n## Notes\n\n- a word\n',
  'minutes/2019-07.md':
    '# July 2019 call\n\n- Date: 2019-07-02\n\n## Attendees\n\n- Jan Beulich\n\n## Boot\n\n- a word\n',
};
