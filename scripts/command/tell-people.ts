/** Tells people outside the run what became of its pulls: in the run's summary, and at the one address that somebody reads. */
import { appendFile } from 'node:fs/promises';
import { pullAlert, pullSummary, type PullsTold } from '../../src/publish/tell-pulls.ts';

/** The environment variable with the address: an incoming webhook that takes `{"text": "..."}`, as Slack, Mattermost and Google Chat have it. */
export const addressVariable = 'SAME_PAGE_ALERTS';

/** How long the address may take to answer, in milliseconds. */
const patience = 10_000;

/** Writes the summary where a run has one, and sends what has to be told. An address that fails is said, and stops nothing: the exit status tells, too. */
export async function tellPeople(told: PullsTold, env: Readonly<Record<string, string | undefined>>): Promise<void> {
  const summary = env['GITHUB_STEP_SUMMARY'];
  if (summary) await appendFile(summary, pullSummary(told));
  const alert = pullAlert(told);
  const address = env[addressVariable];
  if (alert === null || !address) return;
  const failure = await send(address, `Same Page: ${alert}${runOf(env)}`);
  // The address is a secret: whoever knows it can write there.
  if (failure !== null) console.error(`Nobody could be told at the address in ${addressVariable}: ${failure}.`);
}

/** What went wrong; null where nothing did. */
async function send(address: string, text: string): Promise<string | null> {
  if (!URL.canParse(address)) return 'it is no address';
  try {
    const headers = { 'content-type': 'application/json' };
    const signal = AbortSignal.timeout(patience);
    const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify({ text }), signal });
    return answer.ok ? null : `it answered ${answer.status}`;
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError'
      ? `no answer within ${patience / 1000} seconds`
      : 'it can not be reached';
  }
}

/** Where the run can be looked at, on a line of its own; '' for a run at somebody's desk. */
function runOf(env: Readonly<Record<string, string | undefined>>): string {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  return server && repository && run ? `\n${server}/${repository}/actions/runs/${run}` : '';
}
