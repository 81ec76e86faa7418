/** How a command ends: 0 well, 1 the input is wrong, 2 the call is wrong, 3 the machine failed. */
import type { Problem } from '../../src/values/problem.ts';
import { machineFaultOf } from './machine-fault.ts';
import { printProblems } from './print-problems.ts';

/** The input can't be used; each fault is named. */
export class Faults extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(`${problems.length} faults`);
    this.problems = problems;
  }
}

/** The command was called in a way that it does not know. An empty message: the help was asked for and has been printed. */
export class Usage extends Error {}

/** Something that the input's owner must decide before the command may go on. */
export class Refusal extends Error {}

/** Runs a command and turns what it threw into words and an exit status. */
export async function endWell(run: () => Promise<void>, json = process.argv.includes('--json')): Promise<void> {
  try {
    await run();
  } catch (error) {
    process.exitCode = statusOf(error, json);
  }
}

function statusOf(error: unknown, json: boolean): number {
  if (error instanceof Faults) {
    printProblems(error.problems, json);
    return 1;
  }
  if (error instanceof Refusal) {
    console.error(error.message);
    return 1;
  }
  if (error instanceof Usage) {
    if (error.message === '') return 0;
    console.error(`${error.message}\nSee --help.`);
    return 2;
  }
  const machine = machineFaultOf(error);
  if (machine !== null) {
    console.error(`The machine failed, not your data: ${machine}.`);
    return 3;
  }
  console.error(
    `The machine failed, not your data: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  return 3;
}
