// markdown-it is published with its class fields written as calls, which take a tenth of the time of reading.
import { readFile } from 'node:fs/promises';

const field = /_defineProperty\(\s*this,\s*(?:\/\*(?:[^*]|\*(?!\/))*\*\/\s*)?"(\w+)",/g;

/** An esbuild plugin: fields that are defined by such a call are assigned, as no class of markdown-it inherits a setter. */
export const plainFields = {
  name: 'plain-fields',
  setup({ onLoad }) {
    onLoad({ filter: /markdown-it\/dist\/markdown-it\.mjs$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      return { contents: code.replace(field, 'void (this.$1 ='), loader: 'js' };
    });
  },
};
