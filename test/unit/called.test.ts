import { expect, it } from 'vitest';
import { difference, readDocument, updateDocument } from '../../server/src/document/document.js';

const talk = '\n## What is left\n\n- jan: asks\n  - oran berg: answers\n- note: no name\n- lea: not listed\n';
const listed = `# Call 2020-03-12 Minutes\n\n## Attendees\n\n- Jan Holm\n- Oran Berg\n${talk}`;

const speakers = (text: string, open = false): readonly string[] =>
  readDocument('a.md', text, { open }).facts.sections.flatMap(({ facts }) =>
    facts.speeches.flatMap((speech) => speech.speakers.map(({ name }) => name)),
  );

it('in small letters only those speak who are listed above', () => {
  expect(speakers(listed)).toEqual(['jan', 'oran berg']);
  expect(speakers(`# Call 2020-03-12 Minutes\n${talk}`)).toEqual([]);
  expect(speakers(`# Notes\n\n- Date: 2020-03-12\n- Participants: Lea Dorn\n${talk}`)).toEqual(['lea']);
});

it('who is listed while others speak below speaks from then on', () => {
  const before = readDocument('a.md', listed, { open: true });
  const text = listed.replace('- Oran Berg', '- Lea Berg');
  const after = updateDocument(before, difference(listed, text));
  expect(after.facts.sections.map(({ facts }) => facts.speeches)).toEqual(
    readDocument('a.md', text).facts.sections.map(({ facts }) => facts.speeches),
  );
  expect(speakers(text)).toEqual(['jan', 'lea']);
});
