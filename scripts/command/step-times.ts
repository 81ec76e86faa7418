import type { IngestStep, StepWatch } from '../../src/records/ingest-step.ts';

/** What a run of the ingest took, step by step. */
export interface StepTimes {
  readonly watch: StepWatch;
  /** Ends the last step. What each step took, in the order in which they were first begun; `start` is what passed before the first. */
  end(): ReadonlyMap<IngestStep | 'start', number>;
}

/** Times steps by a clock that stood at 0 when all began, in its unit. What is begun twice is summed. */
export function stepTimes(clock: () => number): StepTimes {
  const times = new Map<IngestStep | 'start', number>();
  let now: IngestStep | 'start' = 'start';
  let since = 0;
  const endStep = (): void => {
    const at = clock();
    times.set(now, (times.get(now) ?? 0) + at - since);
    since = at;
  };
  return {
    watch(step) {
      endStep();
      now = step;
    },
    end() {
      endStep();
      return times;
    },
  };
}

/** `load 3120 ms, keys 410 ms`, of steps in milliseconds. */
export function sayStepTimes(times: ReadonlyMap<string, number>): string {
  return [...times].map(([step, milliseconds]) => `${step} ${Math.round(milliseconds)} ms`).join(', ');
}
