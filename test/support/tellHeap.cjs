// Loaded before the server: tells what it holds once all that can be freed has been.
process.on('message', () => {
  globalThis.gc();
  process.send(process.memoryUsage().heapUsed);
});
process.channel.unref();
