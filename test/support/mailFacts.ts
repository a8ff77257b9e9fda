import { readDocument } from '../../server/src/document/document.js';

/** What a document says, as texts that can be compared: without markup, and without the numbers of a mail's notes. */
export interface ToldFacts {
  /** Of sections; the title goes into the subject. */
  readonly headings: readonly string[];
  readonly attendees: readonly string[];
  readonly actions: readonly string[];
  readonly decisions: readonly string[];
  readonly speakers: readonly string[];
  /** Where it leads: each place once. */
  readonly links: readonly string[];
}

/** Headings that an import adds. */
const added = /^(?:Discussion|References)$/;

export function toldFacts(text: string): ToldFacts {
  const sections = readDocument('notes.md', text).facts.sections.map(({ facts }) => facts);
  return {
    headings: sections
      .flatMap(({ heading }) => (heading && !added.test(heading.title) ? [plain(heading.title)] : []))
      .slice(1),
    attendees: sections.flatMap(({ people }) => people.map(({ as, name }) => `${as} ${plain(name)}`)),
    actions: sections.flatMap(({ actions }) =>
      // In the canonical form `Jan to ask` is `Jan: ask`.
      actions.map((each) =>
        plain(`${each.ownersText}: ${each.text.replace(/^to /, '')} ${each.due?.text ?? ''} ${String(each.done)}`),
      ),
    ),
    decisions: sections.flatMap(({ decisions }) => decisions.map((each) => plain(`${each.kind}: ${each.text}`))),
    speakers: sections.flatMap(({ speeches }) =>
      speeches.map(({ speakers }) => speakers.map(({ name }) => name.toLowerCase()).join(', ')),
    ),
    links: [
      ...new Set(
        sections.flatMap(({ references }) =>
          references
            .map(({ target }) => target)
            .filter((target) => !target.includes('/xen-devel/1@xen-notes.invalid/')),
        ),
      ),
    ].sort(),
  };
}

function plain(text: string): string {
  return text
    .replace(/ \[\d+\]/g, '')
    .replace(/[*_`~\\<>]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
