/** Address of the project. */
export const homepage = 'https://github.com/xen-project/xen-session-notes';

/** Address of a rule's page. */
export function ruleUrl(id: string): string {
  return `${homepage}/blob/main/docs/rules/${id}.md`;
}
