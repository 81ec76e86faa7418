import type { SerializedError } from 'vitest';
import type { Reporter, TestModule } from 'vitest/node';

/**
 * Ends a run with one line that programs read: `N passed, N failed`, with `, N skipped` where any were.
 * A file or a group that broke outside its tests counts as one failure, and so does an error that belongs to no test.
 */
export class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const count = countTests(modules);
    const failed = count.failed + errors.length;
    const ran = count.passed + failed;
    // A run that executed nothing proves nothing.
    if (failed > 0 || ran === 0) process.exitCode = 1;
    if (ran === 0) process.stderr.write('No test was executed.\n');
    const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
    process.stdout.write(`${count.passed} passed, ${failed} failed${skipped}\n`);
  }
}

interface TestCount {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

function countTests(modules: readonly TestModule[]): TestCount {
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  for (const module of modules) {
    if (module.errors().length > 0) failed += 1;
    for (const suite of module.children.allSuites()) {
      if (suite.errors().length > 0) failed += 1;
    }
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') passed += 1;
      else if (state === 'failed') failed += 1;
      else skipped += 1;
    }
  }
  return { passed, failed, skipped };
}
