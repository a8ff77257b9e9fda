/** Address of a rule's page. */
export function ruleUrl(id: string): string {
  return `https://github.com/xen-project/xen-session-notes/blob/main/docs/rules/${id}.md`;
}
