/**
 * Notes as people type them during a session, each for what a rule about text could take it for: none of it is wrong. The
 * title and the fields stand before each.
 */
export const head = `# Design session notes: Live Updating Xen

- Session: unknown
- Date: 2019-07-11
- Host: George Dunlap

## Attendees

- George Dunlap (Citrix)
- Jan Beulich (SUSE)
- Wei Liu

## Requirements

`;

/** What is typed, by what it is about. */
export const liveNotes: Readonly<Record<string, string>> = {
  smileys: `- George: guests do not notice :) at least not yet ;-)
- Jan: they will :( when the clock jumps (a lot :-) )
- Wei: 8) or so
`,
  labels: `a) keep the heap, b) move it, or c) copy it
1) pause the guests 2) save, 3) kexec (as in 2))

- Jan: see i) and ii), iv) is out
- George: part (b of the plan (and c)) is open
`,
  intervals: `- Jan: pages in [0, 1) stay, those in (start, end] move
- Wei: mfn in [s, e) and 0..4095; order [0..9) as well
`,
  code: `- Jan: struct domain *d = rcu_lock_domain_by_id(id); if ( !d ) return -ESRCH;
- Wei: do_mmu_update(XEN_GUEST_HANDLE_PARAM(mmu_update_t) ureqs, unsigned int count, ...
- George: \`if (x {\` does not build, #define foo(x is cut off
- Jan: for_each_domain ( d ) {
    domain_pause(d);
  }

    int main(void) { return 0; /* ( */

The call is static int __init foo(void);

- Wei: x->y[i++] = (unsigned long)p & ~(PAGE_SIZE - 1);
`,
  angles: `- Jan: xl create <config>, then <domid> shows in xl list
- Wei: a Vec<u8> of <data>, HashMap<String, Vec<u32>>
- George: <type> words, <br> tags, std::vector<int>

<Jan leaves>

<title of the next slide>

- Wei: if a<b and c>d; 3 < 4 > 2; Option<T> and <T: Foo>
- Jan: thanks <3
`,
  paths: `- George: /sys/bus/pci/devices/0000:00:02.0/config (mode 0644)
- Jan: C:\\xen\\tools\\_build, \\\\server\\share, xen/arch/x86/*.c
- Wei: ~/xen.git on staging-4.12, xen.gz (debug=y)
- George: s/foo\\.bar/baz/ and grep '\\(a\\|b\\)' or "\\n"
- Wei: dom0_mem=4096M,max:4096M loglvl=all guest_loglvl=all
`,
  escapes: `1\\. is not a list and \\# not a heading

- Jan: \\*this\\* is no emphasis, \\<foo\\> no tag, a \\| b no cell
- Wei: 5 \\> 4 and \\[x\\] stays
`,
  entities: `- Jan: writes &lt; and &nbsp; as they are, AT&T and a && b
- Wei: &foo->bar, &copy; and &c.
`,
  dashes: `- Jan: -- as an option: xl -- list

---

- Wei: — a dash, – another -- and a third

\`\`\`
--
2.20.1
\`\`\`

| a  | b  |
| -- | -- |
| 1  | 2  |
`,
  speakers: `- George: asks
- Jan, can you look into that?
- Jan, Wei: agreed
- Wei, George and Jan will meet
- Jan (via chat): std::move is fine, Jan::foo is none
- Note : nothing new
- Xen : ARM and x86
- 10:30 : break
- Jan's patch:v3 is out
`,
  times: `- 14:00 Jan: starts at 10:30-11:00, 2 hours
- Q: who? A: Wei
- see https://xenbits.xen.org/xsa/advisory-295.html#x(y
- (see https://lists.xenproject.org/archives/html/xen-devel/2019-07/threads.html#00709)
`,
  quotes: `- Jan: the "(" in the macro, and a lone ')' too
- George: "it depends (mostly)" he said
- Wei: see setup.c below

(Jan and Wei talk about the clock.

It has to be monotonic.)
`,
  words: `- Jan: cpuid, hvmloader, vmcs, s/recieve/receive/, queue_recieve(), tools/seperate
- Wei: pagetables, unmap, PoC, ACPI, libxc, stubdom, minios, kexec'd, irqs
- George: Lissabon, Köln, Herr Teh
`,
};
