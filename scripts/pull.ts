/** `npm run pull`: what is new in the CRM and at the places that the sources name, into the folder of exports. */
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { closestWord } from '../src/agreement/closest-word.ts';
import { connectors } from '../src/pull/connectors.ts';
import { realDisk } from '../src/pull/disk.ts';
import { pull } from '../src/pull/pull.ts';
import { tryConnection, type Tried } from '../src/pull/try-connection.ts';
import type { FaultOf } from '../src/pull/pull-fault.ts';
import type { World } from '../src/pull/world.ts';
import type { Connection } from '../src/records/connection.ts';
import { readSources } from '../src/records/read-sources.ts';
import { spanOf } from '../src/records/resolve/span.ts';
import { endWell, Faults, Refusal, Usage } from './command/endings.ts';
import { printProblems } from './command/print-problems.ts';
import { showPullProgress } from './command/pull-progress.ts';
import { readFolder, shownPath } from './command/read-folder.ts';
import { sayPulled, sayTried } from './command/say-pulled.ts';
import { readTask, type Task } from './command/task.ts';
import { tellPeople } from './command/tell-people.ts';

const options = [
  ['--dry-run', 'sign in and list objects, records, fields, calls and what is missing; pull and write nothing'],
  ['--only <connection>', 'pull from this connection only; may be said several times', 'repeats'],
  ['--whole', 'pull everything anew, not only what changed'],
  ['--at-most <time>', 'stop after so long, such as "25 minutes"; the next pull goes on'],
] as const;

const status = { input: 1, machine: 3 } as const;

await endWell(async () => {
  const does = "Pulls what is new from the CRM's API and from places where files lie into the exports.";
  const task = readTask('pull', does, process.argv.slice(2), Date.now, { options });
  const { sources, connections, problems } = readSources(
    await readFolder(join(task.data, 'sources'), ['.yml', '.yaml']),
  );
  if (problems.some(({ level }) => level === 'fault')) throw new Faults(problems);
  const files = sources.filter((source) => source.is === 'file');
  const chosen = chosenOf(task, connections);
  const progress = showPullProgress();
  const fault = await (task.said['dry-run'] ? tryAll : pullAll)(
    task,
    chosen,
    files,
    worldOf(progress.report),
    progress.end,
  ).finally(progress.end);
  if (fault !== null) process.exitCode = status[fault];
});

type Files = Parameters<typeof pull>[0]['sources'];

/** Pulls, and says what became of it. */
async function pullAll(
  task: Task,
  chosen: readonly Connection[],
  sources: Files,
  world: World,
  end: () => void,
): Promise<FaultOf | null> {
  const span = task.said['at-most'];
  const until = span === undefined ? null : world.now() + secondsOf(span);
  const { accounts, before, problems, fault } = await pull({
    sources,
    connections: chosen,
    exports: task.exports,
    whole: task.said['whole'] !== undefined,
    until,
    world,
    disk: realDisk,
    connectors,
  });
  end();
  if (task.json) console.log(JSON.stringify({ pulls: accounts, problems }, null, 2));
  else {
    printProblems(problems, false);
    if (accounts.length > 0) console.log(sayPulled(accounts));
  }
  const agreedEvery = (name: string): number | null =>
    chosen.find((connection) => connection.name === name)?.agreedEvery ?? null;
  await tellPeople({ now: accounts, before, agreedEvery }, process.env);
  return fault;
}

/** Signs in everywhere and says what is there. */
async function tryAll(
  task: Task,
  chosen: readonly Connection[],
  sources: Files,
  world: World,
): Promise<FaultOf | null> {
  const tried: Tried[] = [];
  for (const connection of chosen) tried.push(await tryConnection(connection, sources, world, connectors));
  const problems = tried.flatMap((each) => each.problems);
  if (task.json) console.log(JSON.stringify({ connections: tried, problems }, null, 2));
  else {
    console.log(tried.map(sayTried).join('\n'));
    printProblems(problems, false);
  }
  const faults = tried.map((each) => each.fault);
  return faults.includes('input') ? 'input' : faults.includes('machine') ? 'machine' : null;
}

function chosenOf(task: Task, connections: readonly Connection[]): readonly Connection[] {
  if (connections.length === 0)
    throw new Refusal(
      `Nothing says where to pull from: write ${shownPath(join(task.data, 'sources'))}/salesforce.yml with "connects to: Salesforce", and "pulled from: salesforce" in the sources that it feeds. data/README.md shows how.`,
    );
  const only = task.said['only']?.split('\n') ?? [];
  const names = connections.map(({ name }) => name);
  const unknown = only.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    const closest = closestWord(unknown, names);
    const fix = closest ? `did you mean "${closest}"?` : `there is: ${names.join(', ')}`;
    throw new Usage(`--only: there is no connection "${unknown}"; ${fix}`);
  }
  return only.length === 0 ? connections : connections.filter(({ name }) => only.includes(name));
}

function secondsOf(span: string): number {
  return spanOf(span, { file: '--at-most', line: 1, column: 1 }, (_, says, fix) => {
    throw new Usage(`--at-most: ${says}; ${fix}`);
  });
}

function worldOf(report: World['report']): World {
  return {
    now: () => Date.now() / 1000,
    wait: (seconds) => wait(seconds * 1000),
    chance: Math.random,
    variable: (name) => process.env[name] || null,
    report,
  };
}
