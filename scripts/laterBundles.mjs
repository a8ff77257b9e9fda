// What makes bundles that are loaded when something in them is first called, and that share what they have in common.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { transform } from 'esbuild';

const entryPrefix = 'later:';

/**
 * An esbuild plugin. `libraries` and `rooms` tell for each bundle the modules it consists of: who imports a function of
 * theirs gets one of the same name that loads the bundle when it is called. Nothing but functions can be had that way. A room
 * stands on the core; the core is one piece for all of them, as each is said to need all of it.
 */
export function laterBundles({ root, libraries, rooms, core }) {
  const modules = { ...libraries, ...rooms };
  const bundleOf = new Map(
    Object.entries(modules).flatMap(([name, files]) => files.map((file) => [path.join(root, file), name])),
  );
  return {
    name: 'later-bundles',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.{1,2}\/.*\.js$/ }, ({ path: imported, resolveDir, importer, namespace }) => {
        const file = path.join(resolveDir, imported.replace(/\.js$/, '.ts'));
        const name = namespace === 'file' ? bundleOf.get(file) : undefined;
        if (name === undefined || bundleOf.get(importer) === name) return undefined;
        return { path: path.relative(root, file), namespace: 'later', pluginData: name, sideEffects: false };
      });
      onLoad({ filter: /.*/, namespace: 'later' }, async ({ path: file, pluginData: name }) => ({
        contents: standIn(name, await readFile(path.join(root, file), 'utf8')),
      }));
      onResolve({ filter: new RegExp(`^${entryPrefix}`) }, ({ path: entry }) => ({
        path: entry.slice(entryPrefix.length),
        namespace: 'later-entry',
      }));
      onLoad({ filter: /.*/, namespace: 'later-entry' }, ({ path: name }) => ({
        contents: [
          ...modules[name].map((file) => `export * from ${JSON.stringify(`./${file}`)};`),
          ...(name in rooms ? [`export * as core from ${JSON.stringify(`./${core}`)};`] : []),
        ].join('\n'),
        loader: 'ts',
        resolveDir: root,
      }));
      // What is split off such a package has no names.
      onResolve({ filter: /^[^.]/ }, ({ path: imported, kind }) =>
        kind === 'dynamic-import'
          ? { errors: [{ text: `Import ${imported} in a module and that module later.` }] }
          : undefined,
      );
      onResolve({ filter: /\.cjs$/, namespace: 'later' }, ({ path: bundle }) => ({ path: bundle, external: true }));
    },
  };
}

/** The entry points of the bundles in a table. */
export function laterEntries(...tables) {
  return Object.fromEntries(tables.flatMap(Object.keys).map((name) => [name, `${entryPrefix}${name}`]));
}

/** What stands in for a module until one of its functions is called. */
function standIn(bundle, source) {
  const names = [...source.matchAll(/^export (?:async )?function (\w+)/gm)].map(([, name]) => name);
  const functions = names.map((name) => `export const ${name} = (...given) => loaded().${name}(...given);`);
  return [`let found;\nconst loaded = () => (found ??= require('./${bundle}.cjs'));`, ...functions].join('\n');
}

/**
 * An esbuild plugin that writes the bundles as CommonJS: esbuild can only split modules, and those load more slowly and
 * never at once. What an earlier build left in the folder goes.
 */
export function asCommonJs({ minify, sourcemap }) {
  return {
    name: 'as-common-js',
    setup({ initialOptions, onEnd }) {
      const folder = path.resolve(initialOptions.absWorkingDir, initialOptions.outdir);
      onEnd(async ({ outputFiles = [], errors }) => {
        if (errors.length > 0) return;
        await mkdir(folder, { recursive: true });
        const written = await Promise.all(outputFiles.map((file) => write(file, { minify, sourcemap })));
        const names = new Set(written.flat());
        const stale = (await readdir(folder)).filter((name) => /\.cjs(?:\.map)?$/.test(name) && !names.has(name));
        for (const name of stale) await rm(path.join(folder, name));
      });
    },
  };
}

/** Writes a bundle; the names of the files. */
async function write({ path: file, text }, { minify, sourcemap }) {
  const name = path.basename(file);
  const { code, map } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minify,
    sourcemap: sourcemap && 'external',
    sourcefile: file,
    // Files of one kind: what is imported later is required as well.
    supported: { 'dynamic-import': false },
  });
  if (!sourcemap) {
    await writeFile(file, code);
    return [name];
  }
  await writeFile(`${file}.map`, map);
  await writeFile(file, `${code}//# sourceMappingURL=${name}.map\n`);
  return [name, `${name}.map`];
}
