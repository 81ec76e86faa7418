import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take half a minute or more, whatever their size. Where nothing is known of an earlier run Vitest begins with the largest files, so that these would come last, on one core. */
const long = [
  'test/browser/every-page.test.ts',
  'test/browser/accessible.test.ts',
  'test/cases/commands/doctor.test.ts',
  'test/plain/says/says.test.ts',
  'test/plain/same-values.test.ts',
] as const;

/** Begins with the files that take longest, so that no core waits for another one at the end. All else is in Vitest's own order. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) => {
      const at = long.findIndex((one) => moduleId.endsWith(one));
      return at < 0 ? long.length : at;
    };
    return sorted.toSorted((one, other) => groupOf(one) - groupOf(other) || rank(one) - rank(other));
  }
}

const groupOf = ({ project }: TestSpecification): number => project.config.sequence.groupOrder;
