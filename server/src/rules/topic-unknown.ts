import { fileName, registerOf } from '../archive/registers.js';
import { place, type DocumentFacts } from '../document/document.js';
import type { Field } from '../document/facts.js';
import { fieldType } from '../document/schema.js';
import { isNoAnswer } from './answer.js';
import { atEnd } from './atEnd.js';
import { nearest } from './nearest.js';
import { defineRule, type Fix } from './rule.js';
import { either, say } from '../text/say.js';

export const topicUnknown = defineRule({
  id: 'topic-unknown',
  summary: 'A topic stands in no register',
  why: 'What was said about a topic over the years is found by its name, and only where the name is the same.',
  kinds: ['event', 'proposal', 'notes', 'minutes'],
  severity: { draft: 'info', post: 'info' },
  fix: 'suggest',
  examples: [
    {
      bad: '# Design session notes: Silo mode\n\n- Session: Silo mode\n- Topics: PVH, ⟦Life patching⟧\n',
      fixed: '# Design session notes: Silo mode\n\n- Session: Silo mode\n- Topics: PVH, Live patching\n',
    },
    { bad: '# Design session notes: Silo mode\n\n- Session: Silo mode\n- Topics: ⟦Argo⟧\n' },
    { good: '# Design session notes: Silo mode\n\n- Session: Silo mode\n- Topics: LivePatch, osstest\n' },
    { good: '# Design session notes: Silo mode\n\n- Session: Silo mode\n- Topics: TBD\n' },
    { good: '# Design session notes: Silo mode\n\n- Session: Silo mode\n- Topics: none\n' },
  ],
  concerns: ({ fields }) => fields.some(isTopics),
  check: ({ archive, sections }) => {
    const register = registerOf(archive, 'topics');
    if (!register) return [];
    return sections.flatMap((section) =>
      section.facts.fields
        .filter(isTopics)
        .flatMap((field) => (isNoAnswer(field.value) ? [] : field.items))
        .filter(({ text }) => archive.topic(text) === undefined)
        .map((item) => {
          const span = place(section, item.span);
          const names = nearest(
            item.text,
            archive.topics.all.flatMap((topic) => [topic.name, ...topic.aliases]),
          );
          const instead = names.map((name): Fix => ({ title: say`Write "${name}"`, edits: [{ span, text: name }] }));
          return {
            span,
            message: unknown(item.text, fileName(register), names),
            fixes: [...instead, addTo(register, item.text)],
          };
        }),
    );
  },
});

function unknown(name: string, file: string, others: readonly string[]): string {
  return others.length === 0
    ? say`"${name}" is not in ${file}; add it there`
    : say`"${name}" is not in ${file}; add it there, or write ${either(others.map((each) => `"${each}"`))}`;
}

function isTopics(field: Field): boolean {
  return fieldType(field) === 'topics';
}

function addTo(register: DocumentFacts, name: string): Fix {
  const title = register.sections.find(({ facts }) => facts.heading)?.facts.heading?.depth ?? 1;
  const heading = `${'#'.repeat(Math.min(6, title + 2))} ${name}\n`;
  return { title: say`Add "${name}" to ${fileName(register)}`, edits: [], elsewhere: [atEnd(register, heading)] };
}
