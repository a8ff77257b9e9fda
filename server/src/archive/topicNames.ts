import { memo } from '../text/memo.js';
import { foldName } from './names.js';
import type { Topic, Topics } from './topics.js';

/** A name or alias of a topic, word by word. */
interface NameForm {
  readonly topic: Topic;
  readonly words: readonly string[];
  /** Written as no other word is, so that a sentence that has it means the topic. */
  readonly distinct?: string;
}

/** Topics that a title names, by all words of a name or an alias: `PVH (v2) status` names PVH. */
export function topicsInTitle(topics: Topics, title: string): readonly Topic[] {
  return topicsIn(topics, title, () => true);
}

/**
 * Topics that a sentence names. A name of one word may be any word of it, unless it has a capital or a digit behind its first letter and
 * is written just so: `PVH` is a topic, and `events` may be anything.
 */
export function topicsInSentence(topics: Topics, sentence: string): readonly Topic[] {
  const written = new Set(sentence.match(wordForm));
  return topicsIn(topics, sentence, ({ words, distinct }) =>
    distinct === undefined ? words.length > 1 : written.has(distinct),
  );
}

function topicsIn(topics: Topics, text: string, counts: (form: NameForm) => boolean): readonly Topic[] {
  const words = wordsOf(text);
  const byFirstWord = formsOf(topics);
  const found = new Set<Topic>();
  words.forEach((word, at) => {
    for (const form of byFirstWord.get(word) ?? [])
      if (form.words.every((each, index) => words[at + index] === each) && counts(form)) found.add(form.topic);
  });
  return [...found];
}

const formsOf = memo((topics: Topics): ReadonlyMap<string, readonly NameForm[]> => {
  const forms = new Map<string, NameForm[]>();
  for (const topic of topics.all)
    for (const name of [topic.name, ...topic.aliases]) {
      const words = wordsOf(name);
      const [first] = words;
      if (first === undefined) continue;
      const distinct = words.length === 1 && /^.+[\p{Lu}\p{N}]/u.test(name) ? name.match(wordForm)?.[0] : undefined;
      const known = forms.get(first) ?? [];
      forms.set(first, known);
      known.push({ topic, words, ...(distinct !== undefined && { distinct }) });
    }
  return forms;
});

const wordForm = /[\p{L}\p{M}\p{N}+#]+/gu;

function wordsOf(text: string): readonly string[] {
  return foldName(text).match(wordForm) ?? [];
}
