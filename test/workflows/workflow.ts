import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A workflow file as GitHub reads it: the parts that these tests speak of. */
export interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: { readonly group: string; readonly 'cancel-in-progress': boolean };
  readonly env?: Env;
  readonly jobs: Readonly<Record<string, Job>>;
}

export interface Job {
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly 'timeout-minutes'?: number;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly outputs?: Env;
  readonly env?: Env;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
  readonly run?: string;
  readonly env?: Env;
}

export type Env = Readonly<Record<string, string>>;

/** The text of `.github/workflows/NAME.yml`. */
export function textOf(name: string): string {
  return readFileSync(join(root, '.github', 'workflows', `${name}.yml`), 'utf8');
}

/** What it says. The files are our own and the linter holds their form, so it is taken for what it should be. */
export function workflowOf(name: string): Workflow {
  return parse(textOf(name)) as Workflow;
}

/** All steps of all jobs. */
export function stepsOf(workflow: Workflow): Step[] {
  return Object.values(workflow.jobs).flatMap((job) => [...job.steps]);
}
