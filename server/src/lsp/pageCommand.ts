/** The command of our extension that shows the page of a topic or a person. */
export function commandFor(page: 'topic' | 'person'): string {
  return page === 'topic' ? 'xenNotes.showTopic' : 'xenNotes.showPerson';
}

/** The address by which an editor runs a command. */
export function commandAddress(command: string, ...given: readonly unknown[]): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify(given))}`;
}
