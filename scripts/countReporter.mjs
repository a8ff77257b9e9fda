// A reporter for Node's test runner that writes how many tests passed and failed, as JSON.

/** @param {AsyncIterable<{ type: string, data: { details?: { type?: string } } }>} events */
export default async function* countReporter(events) {
  const counts = { passed: 0, failed: 0 };
  for await (const { type, data } of events) {
    // A suite passes or fails with its tests, which are counted.
    if (data?.details?.type === 'suite') continue;
    if (type === 'test:pass') counts.passed++;
    if (type === 'test:fail') counts.failed++;
  }
  yield JSON.stringify(counts);
}
