import type { IngestStep, StepWatch } from '../../src/records/ingest-step.ts';

/** What a run of the ingest took, step by step. */
export interface StepTimes {
  readonly watch: StepWatch;
  /** Ends the last step. Milliseconds of each step, in the order in which they were first begun; `start` is what passed before the first. */
  end(): ReadonlyMap<IngestStep | 'start', number>;
}

/** Times steps by a clock of milliseconds that stood at 0 when the process began. What is begun twice is summed. */
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

/** `load 3120 ms, keys 410 ms`. */
export function sayStepTimes(times: ReadonlyMap<string, number>): string {
  return [...times].map(([step, milliseconds]) => `${step} ${Math.round(milliseconds)} ms`).join(', ');
}
