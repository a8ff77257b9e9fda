// Minutes made up for measuring: the structure of real ones, at any size.
const people = ['Jan Beulich', 'George Dunlap', 'Ian Jackson', 'Lars Kurth', 'Andrew Cooper', 'Wei Liu'];
const words =
  'the hypervisor maps a page for this guest while dom0 waits until every event channel has been bound again'.split(
    ' ',
  );

/** A sentence that is the same for the same number; it does not break off, as one that ends in "the" would. */
function sentence(seed, length = 14) {
  const start = Array.from({ length: length - 1 }, (_, at) => words[(seed * 7 + at * (1 + (seed % 5))) % words.length]);
  return `${start.join(' ')} again`;
}

/** Minutes of about `size` characters, with what real ones have: speakers, nested points, actions, links, code. */
export function minutes(size, seed = 1) {
  let text = `# Community call ${seed} Minutes\n\n- Date: 2019-07-${String(1 + (seed % 28)).padStart(2, '0')}\n\n## Attendees\n\n${people.map((name) => `- ${name}`).join('\n')}\n`;
  for (let section = 1; text.length < size; section++) {
    text += `\n## Topic ${section} of call ${seed}\n\n${sentence(section, 30)}, see <https://lists.xenproject.org/archives/html/xen-devel/2019-07/msg${String(section).padStart(5, '0')}.html>.\n\n`;
    for (let point = 0; point < 8; point++) {
      text += `- ${people[(section + point) % people.length]}: ${sentence(section * 8 + point)}\n  - ${sentence(section + point, 9)} with \`xl list\` and **care**\n`;
    }
    text += `- ACTION ${people[section % people.length]} (by 2019-08-01): ${sentence(section, 8)}\n`;
  }
  return text;
}
