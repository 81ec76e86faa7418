/** What a human is told of pulls: in the summary of the run that pulled, and at an address where somebody reads it. */
import { readInstant } from '../records/forms/instant.ts';
import type { PullAccount } from '../records/manifest.ts';
import { spanWords } from '../story/locale/en/age.ts';

/** A pull of a connection, and the ones before it. */
export interface PullsTold {
  /** What became of each connection just now. */
  readonly now: readonly PullAccount[];
  /** The accounts before, oldest first. */
  readonly before: readonly PullAccount[];
  /** Seconds within which it was agreed that a pull is complete, by connection; null where nobody agreed. */
  readonly agreedEvery: (connection: string) => number | null;
}

const outcomes = { complete: 'complete', partial: 'partly', failed: 'failed' } as const;
const numbers = new Intl.NumberFormat('en-GB');

/** The run's summary, as Markdown: a table with a line for each connection, and what went wrong in words. */
export function pullSummary({ now, before, agreedEvery }: PullsTold): string {
  const lines = now.map((account) => {
    const { connection, outcome, rows, bytes, calls, callsUsedToday, callsAllowedADay } = account;
    const came = rows === undefined ? amount(bytes) : `${numbers.format(rows)} rows, ${amount(bytes)}`;
    const used = callsUsedToday === undefined ? '' : `, ${numbers.format(callsUsedToday)} used today`;
    const allowed = callsAllowedADay === undefined ? '' : ` of ${numbers.format(callsAllowedADay)}`;
    const asked = calls === undefined ? 'none counted' : `${numbers.format(calls)}${used}${allowed}`;
    return `| ${connection} | ${outcomes[outcome]} | ${came} | ${asked} |`;
  });
  const wrong = now.flatMap((account) => [...saidOf(account), ...gapOf(account, before, agreedEvery)]);
  return [
    '### Pulled',
    '',
    '| from | outcome | what came | calls of the API |',
    '| --- | --- | --- | --- |',
    ...lines,
    ...(wrong.length > 0 ? ['', ...wrong.map((line) => `- ${line}`)] : []),
    '',
  ].join('\n');
}

function amount(bytes: number | undefined): string {
  if (bytes === undefined) return 'nothing';
  if (bytes < 1_000_000) return `${numbers.format(Math.ceil(bytes / 1000))} kB`;
  return `${numbers.format(Math.round(bytes / 100_000) / 10)} MB`;
}

function saidOf({ connection, says }: PullAccount): string[] {
  return says.map((line) => `${connection}: ${line}`);
}

/**
 * What is sent to whoever looks after the pulls: what failed or came in part, that none was complete for longer than agreed, and that all is well
 * again. Null where there is nothing to tell, or the same was told on the same day: several pulls a day send one message.
 */
export function pullAlert(told: PullsTold): string | null {
  const lines = told.now.flatMap((account) => alertsOf(account, told));
  return lines.length === 0 ? null : lines.join('\n');
}

function alertsOf(account: PullAccount, { before, agreedEvery }: PullsTold): string[] {
  const own = before.filter(({ connection }) => connection === account.connection);
  const last = own.at(-1);
  if (account.outcome === 'complete') {
    const again = last && last.outcome !== 'complete' ? [`${account.connection}: the pull is complete again.`] : [];
    return [...again, ...gapOf(account, before, agreedEvery)];
  }
  const known = own.filter(({ ended }) => ended.slice(0, 10) === account.ended.slice(0, 10));
  const wasTold = known.some(
    ({ outcome, says }) => outcome === account.outcome && says.join('\n') === account.says.join('\n'),
  );
  if (wasTold) return [];
  const what = account.outcome === 'failed' ? 'failed' : 'came only in part';
  return [`${account.connection}: the pull ${what}.`, ...saidOf(account), ...gapOf(account, before, agreedEvery)];
}

/** That no pull was complete for longer than agreed: schedules are delayed, dropped and switched off without a word. */
function gapOf(
  { connection, began }: PullAccount,
  before: readonly PullAccount[],
  agreedEvery: PullsTold['agreedEvery'],
): string[] {
  const agreed = agreedEvery(connection);
  const complete = before.findLast((each) => each.connection === connection && each.outcome === 'complete');
  if (agreed === null || !complete) return [];
  const gap = (readInstant(began) ?? 0) - (readInstant(complete.ended) ?? 0);
  if (gap <= agreed) return [];
  return [
    `${connection}: before this, no pull was complete for ${spanWords(gap)}; it is agreed to be every ${spanWords(agreed)}.`,
  ];
}
