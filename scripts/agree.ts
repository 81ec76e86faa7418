/** `npm run agree -- NAME --team TEAM --by WHO --how TEXT`: seals a definition for a team, as it stands now. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { closestWord } from '../src/agreement/closest-word.ts';
import { isDay } from '../src/agreement/day.ts';
import { signed } from '../src/agreement/sign.ts';
import { missingSignatures } from '../src/story/mark-of.ts';
import type { Agreement, Metric } from '../src/values/agreement.ts';
import { endWell, Refusal, Usage } from './command/endings.ts';
import { readCompany } from './command/read-company.ts';
import { readTask, type Asked } from './command/task.ts';

const asked = {
  argument: ['<name>', 'the definition: its file without .yml, such as followed-up-in-time'],
  options: [
    ['--team <team>', 'the team that agrees'],
    ['--by <who>', 'who said so for the team, such as "VP Sales"'],
    ['--how <text>', 'how they said so, such as "minutes of the revenue meeting"'],
    ['--recorded-by <who>', "who writes it down (default: Git's user.name)"],
    ['--on <day>', 'the day on which they said so (default: today)'],
  ],
} as const satisfies Asked;

await endWell(async () => {
  const task = readTask('agree', 'Seals a definition for a team.', process.argv.slice(2), Date.now, asked);
  const said = (name: string): string => {
    const value = task.said[name];
    if (value !== undefined && value.trim() !== '') return value.trim();
    throw new Usage(`--${name}: it is needed, and nothing stands there`);
  };
  const { agreement } = await readCompany(task);
  const metric = metricNamed(agreement, task.argument ?? '');
  const team = partyNamed(metric, said('team'));
  const on = task.said['on'] ?? today(task.now, agreement.company.timeZone);
  if (!isDay(on)) throw new Usage(`--on: expected a day, such as 2026-01-31, got "${on}"`);
  const signature = {
    team,
    by: said('by'),
    on,
    how: said('how'),
    'recorded by': recordedBy(task.said),
    seal: metric.seal,
  };
  const { file } = metric.at;
  writeFileSync(file, signed(readFileSync(file, 'utf8'), signature));
  const now = definitionsOf((await readCompany(task)).agreement).find(({ slug }) => slug === metric.slug) ?? metric;
  if (task.json)
    return console.log(
      JSON.stringify({ name: metric.slug, ...signature, waitingFor: missingSignatures(now) }, null, 2),
    );
  console.log(
    `${nameOf(agreement, team)} has agreed to "${metric.title}" (seal ${metric.seal}), written into ${file}.`,
  );
  const waiting = missingSignatures(now).map((slug) => nameOf(agreement, slug));
  console.log(waiting.length === 0 ? 'Nobody is waited for.' : `Waiting for ${waiting.join(' and ')} to agree.`);
});

/** What is not counted can be agreed to before it is. */
function definitionsOf({ metrics, switchedOff }: Agreement): readonly Metric[] {
  return [...metrics, ...switchedOff];
}

function metricNamed(agreement: Agreement, name: string): Metric {
  const definitions = definitionsOf(agreement);
  const metric = definitions.find(({ slug }) => slug === name);
  if (metric) return metric;
  const slugs = definitions.map(({ slug }) => slug);
  const meant = closestWord(name, slugs);
  throw new Usage(
    `There is no definition "${name}": ${meant === null ? slugs.join(', ') : `did you mean "${meant}"?`}`,
  );
}

/** A promise is agreed to by its parties, a metric by those who answer for it. */
function partyNamed({ promise, answeredBy }: Metric, team: string): string {
  const parties = promise ? [...new Set([...promise.by, ...promise.to])] : answeredBy;
  if (parties.includes(team)) return team;
  throw new Usage(`--team: "${team}" is no party to it; expected ${parties.join(' or ')}`);
}

function nameOf({ teams }: Agreement, slug: string): string {
  return teams.find((team) => team.slug === slug)?.name ?? slug;
}

function today(now: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(now * 1000)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

function recordedBy(said: Readonly<Record<string, string>>): string {
  const name = said['recorded-by'] ?? gitUser();
  if (name !== '') return name;
  throw new Refusal('Who writes this down? Say it with --recorded-by.');
}

function gitUser(): string {
  try {
    return execFileSync('git', ['config', 'user.name'], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}
