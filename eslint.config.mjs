import js from '@eslint/js';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/** What each room of the server may import beside itself. The arrows go one way; see ARCHITECTURE.md. */
const arrows = {
  text: [],
  document: ['text'],
  archive: ['text', 'document'],
  rules: ['text', 'document', 'archive'],
  convert: ['text', 'document', 'archive'],
  features: ['text', 'document', 'archive', 'rules', 'convert'],
  host: ['archive', 'analysis.js'],
  cli: ['analysis.js', 'host'],
  lsp: ['analysis.js', 'host'],
};
const rooms = Object.keys(arrows);
const core = ['text', 'document', 'archive', 'rules', 'convert', 'features'];

const protocolOnly = {
  group: ['vscode-languageserver', 'vscode-languageserver/*', 'vscode-languageclient', 'vscode-languageclient/*'],
  message: 'Only lsp/ and client/ speak the protocol.',
};
const nodeOnly = { group: ['node:*'], message: 'Only host/, lsp/ and cli/ touch the machine.' };
const editorOnly = { group: ['vscode'], message: 'Only the client runs inside the editor.' };
const outside = { regex: '(?:^|/)(?:client|test)/', message: 'The server knows neither the client nor the tests.' };

/** Forbids paths that lead up and into one of these rooms, from however deep. */
function closed(names, message) {
  const ends = names.map((name) => (name.endsWith('.js') ? `${name.replace('.', '\\.')}$` : `${name}/`));
  return { regex: `^(?:\\./)?(?:\\.\\./)*(?:${ends.join('|')})`, message };
}

/** One `no-restricted-imports` for each set of files: two for the same file would not add up. */
function restrict(files, patterns) {
  return { files, rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

const walls = Object.entries(arrows).map(([room, allowed]) => {
  const others = [...rooms, 'analysis.js'].filter((name) => name !== room && !allowed.includes(name));
  return restrict(
    [`server/src/${room}/**/*.ts`],
    [
      closed(others, `${room}/ may import only ${['itself', ...allowed].join(', ')}.`),
      editorOnly,
      outside,
      ...(room === 'lsp' ? [] : [protocolOnly]),
      ...(core.includes(room) ? [nodeOnly] : []),
    ],
  );
});

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'node_modules/', '**/fixtures/', 'test/e2e/logs/'] },
  js.configs.recommended,
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        ['console', 'process', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'Buffer']
          .concat([
            'URL',
            'URLSearchParams',
            'TextDecoder',
            'TextEncoder',
            'performance',
            'structuredClone',
            'AbortController',
          ])
          .map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    // An editor in a browser takes nothing but .js for what stands in a package that is no module.
    files: ['**/*.cjs', 'test/e2e/web/files/*.js'],
    languageOptions: { globals: { require: 'readonly', module: 'writable', exports: 'writable' } },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['{server,client}/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // What somebody wrote is read in time that follows its length. `scripts/expressions.mjs` looks at those that are composed.
    files: ['{server,client,scripts}/**/*.{ts,mjs}', '*.mjs'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': 'error',
      'regexp/no-dupe-characters-character-class': 'error',
      'regexp/no-empty-alternative': 'error',
      'regexp/no-empty-group': 'error',
      'regexp/no-lazy-ends': 'error',
      'regexp/no-misleading-capturing-group': 'error',
      'regexp/no-optional-assertion': 'error',
      'regexp/no-useless-backreference': 'error',
      'regexp/no-useless-lazy': 'error',
      'regexp/no-zero-quantifier': 'error',
    },
  },
  // One table of vocabulary; it grows with the wiki.
  { files: ['server/src/document/schema.ts'], rules: { 'max-lines': 'off' } },
  ...walls,
  restrict(
    ['server/src/analysis.ts'],
    [
      closed(['host', 'cli', 'lsp'], 'The façade stands on the core alone.'),
      editorOnly,
      outside,
      protocolOnly,
      nodeOnly,
    ],
  ),
  restrict(
    ['client/**/*.ts'],
    [
      {
        regex: 'server/src/(?!(?:lsp/protocol|text/say)\\.js$)',
        message: 'The client shares the protocol, and how people are told, with the server, and nothing else.',
      },
    ],
  ),
);
