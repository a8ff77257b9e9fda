/** Where the product is published. CONTRIBUTING.md tells how to set it; `npm run generate` brings it wherever else it stands. */
export const repository = 'https://github.com/xen-project/xen-session-notes';

/** Where a file of the repository can be read. */
export function fileAddress(path: string): string {
  return `${repository}/blob/HEAD/${path}`;
}

/** Where the page of a rule can be read by everybody. */
export function ruleAddress(id: string): string {
  return fileAddress(`docs/rules/${id}.md`);
}
