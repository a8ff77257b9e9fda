// Required into a process, it tells on standard error which bundles have been loaded, each as it is.
const Module = require('node:module');
const path = require('node:path');

const load = Module.prototype.load;
Module.prototype.load = function (file) {
  if (path.basename(path.dirname(file)) === 'dist') process.stderr.write(`loaded ${path.basename(file, '.cjs')}\n`);
  return load.call(this, file);
};
