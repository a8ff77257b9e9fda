// Stands in for @vscode/spdlog, a native module: the part that VS Code's log service calls, in JavaScript.
'use strict';
const fs = require('node:fs');
const path = require('node:path');

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];

function createLogger(file) {
  let threshold = levels.indexOf('info');
  let formatted = true;

  function write(level, text) {
    if (level < threshold) return;
    const line = formatted ? `${new Date().toISOString()} [${levels[level]}] ${text}\n` : text;
    try {
      fs.appendFileSync(file, line);
    } catch {
      // The folder is gone: the run is over.
    }
  }

  return {
    ...Object.fromEntries(levels.map((name, level) => [name, (text) => write(level, text)])),
    getLevel: () => threshold,
    setLevel: (level) => (threshold = level),
    clearFormatters: () => (formatted = false),
    setPattern() {},
    flush() {},
    drop() {},
  };
}

async function create(_name, file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  return createLogger(file);
}

// Named one by one: VS Code imports this as a module, and only such names are seen from there.
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
