/** The people and topics that every example knows. */
export const peopleRegister = register('People', [
  ['Jan Beulich', 'Affiliation: SUSE'],
  ['James Bulpin', 'Affiliation: Citrix'],
  ['Ian Campbell', 'Also known as: IanC', 'Affiliation: Citrix'],
  ['Andrew Cooper', 'Also known as: Andy Cooper', 'Affiliation: Citrix'],
  ['Donald Dugger', 'Also known as: Don Dugger, Don', 'Affiliation: Intel'],
  ['George Dunlap', 'Affiliation: Citrix'],
  ['Paul Durrant', 'Affiliation: Citrix (until 2019), AWS (from 2020)'],
  ['Ian Jackson', 'Also known as: IanJ', 'Affiliation: Citrix'],
  ['Lars Kurth', 'Affiliation: Citrix'],
  ['Wei Liu'],
  ['Anil Madhavapeddy', 'Affiliation: University of Cambridge'],
  ['Konrad Rzeszutek Wilk', 'Also known as: Konrad, Konrad R Wilk', 'Affiliation: Oracle'],
]);

export const topicsRegister = `# Topics

## Hypervisor and guests

### PVH

### Live patching

- Also known as: LivePatch

### Live update of Xen

- Also known as: live update

### RISC-V

## Testing and community

### osstest
`;

function register(title: string, people: readonly (readonly string[])[]): string {
  const sections = people.map(([name = '', ...fields]) => [`## ${name}\n`, ...fields.map((field) => `- ${field}\n`)]);
  return [
    `# ${title}\n`,
    ...sections.map(([heading = '', ...fields]) => `${heading}${fields.length > 0 ? '\n' : ''}${fields.join('')}`),
  ].join('\n');
}
