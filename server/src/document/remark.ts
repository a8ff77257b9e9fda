import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Data, type Plugin } from 'unified';
import type { Root } from 'mdast';

type MicromarkExtension = NonNullable<Data['micromarkExtensions']>[number];

/** The construct names of blocks; a leaf block's text has been through the block pass and holds none of them. */
const blockConstructs = [
  'blockQuote',
  'codeFenced',
  'definition',
  'gfmFootnoteDefinition',
  'headingAtx',
  'htmlFlow',
  'list',
  'setextUnderline',
  'table',
  'thematicBreak',
];

let knownLabels: readonly string[] = [];
let knownFootnotes: readonly string[] = [];

/** Tells micromark, before it reads the text, which link and footnote definitions the rest of the document has. */
const definedElsewhere: MicromarkExtension = {
  flow: {
    null: {
      name: 'definedElsewhere',
      add: 'before',
      tokenize(_effects, _ok, nok) {
        this.parser.defined.push(...knownLabels);
        Object.assign(this.parser, { gfmFootnotes: [...knownFootnotes] });
        return nok;
      },
    },
  },
};

const documents = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze();
const fragments = unified().use(remarkParse).use(remarkGfm).freeze();
const paragraphs = leafProcessor(blockConstructs);
const tables = leafProcessor(blockConstructs.filter((name) => name !== 'table'));

function leafProcessor(disabled: readonly string[]) {
  // As the last plugin, so that its construct comes before those of GFM.
  const restrict: Plugin = function () {
    (this.data().micromarkExtensions ??= []).push({ disable: { null: [...disabled] } }, definedElsewhere);
  };
  return unified().use(remarkParse).use(remarkGfm).use(restrict).freeze();
}

/** A whole text as mdast. */
export function parseWhole(text: string, options: { readonly frontMatter: boolean }): Root {
  return (options.frontMatter ? documents : fragments).parse(text);
}

/** Link and footnote labels that are defined in a document, as micromark normalises them. */
export interface Definitions {
  readonly labels: readonly string[];
  readonly footnotes: readonly string[];
}

/** The text of one leaf block as mdast: as a table, or as a paragraph whatever it looks like. */
export function parseLeaf(text: string, as: 'paragraph' | 'table', definitions: Definitions): Root {
  knownLabels = definitions.labels;
  knownFootnotes = definitions.footnotes;
  return (as === 'table' ? tables : paragraphs).parse(text);
}
