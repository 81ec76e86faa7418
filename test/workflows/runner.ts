import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { root, type Env, type Job, type Step, type Workflow } from './workflow.ts';

/** Stands for GitHub: what it knows, and what it and its actions would do. */
export interface Runner {
  /** The checkout that steps run in. */
  readonly folder: string;
  /** What an expression gives, by its text: `vars.SAME_PAGE_READERS`. Outputs of steps and jobs come to it as they are made. */
  readonly knows: Map<string, string>;
  /** What an action does with its inputs, by its name without the version; it returns its outputs. */
  readonly actions: Readonly<Record<string, (inputs: Env) => Env | Promise<Env>>>;
  /** What is run in place of a command that the tests can't run as it stands, by the command. */
  readonly instead: Readonly<Record<string, string>>;
}

export interface JobEnd {
  readonly ended: 'well' | 'skipped' | 'failed';
  /** All that its steps printed. */
  readonly said: string;
}

/** Runs the jobs in the order of the file, until one fails. */
export async function runWorkflow(workflow: Workflow, runner: Runner): Promise<Record<string, JobEnd>> {
  const ends: Record<string, JobEnd> = {};
  for (const [name, job] of Object.entries(workflow.jobs)) {
    const isReady = [job.needs ?? []].flat().every((needed) => ends[needed]?.ended === 'well');
    const end = isReady && holds(job.if, runner) ? await runJob(workflow, job, runner) : skipped;
    for (const [output, value] of Object.entries(job.outputs ?? {})) {
      runner.knows.set(`needs.${name}.outputs.${output}`, end.ended === 'well' ? fill(value, runner) : '');
    }
    ends[name] = end;
  }
  return ends;
}

const skipped: JobEnd = { ended: 'skipped', said: '' };

async function runJob(workflow: Workflow, job: Job, runner: Runner): Promise<JobEnd> {
  const said: string[] = [];
  for (const step of job.steps) {
    if (!holds(step.if, runner)) continue;
    const end =
      step.run === undefined ? await useAction(step, runner) : await runCommand(step, [workflow.env, job.env], runner);
    said.push(end.said);
    if (end.status !== 0) return { ended: 'failed', said: said.join('') };
    for (const [name, value] of Object.entries(end.outputs))
      runner.knows.set(`steps.${step.id}.outputs.${name}`, value);
  }
  return { ended: 'well', said: said.join('') };
}

interface StepEnd {
  readonly status: number;
  readonly said: string;
  readonly outputs: Env;
}

async function useAction(step: Step, runner: Runner): Promise<StepEnd> {
  const name = (step.uses ?? '').replace(/@.*$/, '');
  const action = runner.actions[name];
  if (!action) throw new Error(`Expected one of the actions ${Object.keys(runner.actions).join(', ')}, got "${name}"`);
  return { status: 0, said: '', outputs: await action(fillAll(step.with ?? {}, runner)) };
}

async function runCommand(step: Step, around: readonly (Env | undefined)[], runner: Runner): Promise<StepEnd> {
  const work = await mkdtemp(join(tmpdir(), 'same-page-step-'));
  try {
    const files = {
      GITHUB_OUTPUT: join(work, 'output'),
      GITHUB_ENV: join(work, 'env'),
      GITHUB_STEP_SUMMARY: join(work, 'summary'),
    };
    for (const file of Object.values(files)) await writeFile(file, '');
    const command = (step.run ?? '').trim();
    const script = join(work, 'step.sh');
    await writeFile(script, runner.instead[command] ?? command);
    const env = { ...machine(), ...files, ...fillAll(Object.assign({}, ...around, step.env), runner) };
    const shell = spawn('bash', ['-e', script], { cwd: runner.folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    shell.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    shell.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [status] = (await once(shell, 'close')) as [number | null];
    return { status: status ?? 1, said, outputs: outputsIn(await readFile(files.GITHUB_OUTPUT, 'utf8')) };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Pictures are known by what is drawn in them, so that one which another test rendered is as good as a new one. */
const pictures = join(root, '.cache', 'pictures');

/** The environment of a fresh machine: nothing else of the test run that surrounds it. */
function machine(): Env {
  const { PATH = '', HOME = tmpdir(), CHROMIUM, TMPDIR } = process.env;
  const path = [dirname(process.execPath), PATH].join(delimiter);
  return {
    PATH: path,
    HOME,
    CI: 'true',
    SAME_PAGE_PICTURES: pictures,
    ...(CHROMIUM ? { CHROMIUM } : {}),
    ...(TMPDIR ? { TMPDIR } : {}),
  };
}

function outputsIn(text: string): Env {
  return Object.fromEntries([...text.matchAll(/^([\w-]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]));
}

function fillAll(texts: Readonly<Record<string, string | number | boolean>>, runner: Runner): Env {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, fill(String(text), runner)]));
}

function fill(text: string, runner: Runner): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => valueOf(expression, runner));
}

function valueOf(expression: string, { knows }: Runner): string {
  const value = knows.get(expression);
  // GitHub gives '' for an output that was never made; anything else that is not known here is a gap in the test.
  if (value === undefined && !/^(steps|needs)\./.test(expression))
    throw new Error(`"${expression}" is not known to the test`);
  return value ?? '';
}

function holds(condition: string | undefined, runner: Runner): boolean {
  if (condition === undefined) return true;
  const [, expression = '', how, literal] = /^(\S+) (==|!=) '(.*)'$/.exec(condition) ?? [];
  if (!how) throw new Error(`Expected a condition like a == 'b', got "${condition}"`);
  return (valueOf(expression, runner) === literal) === (how === '==');
}
