import { describe, expect, test } from 'vitest';
import { pullAlert, pullSummary } from '../../../src/publish/tell-pulls.ts';
import type { PullAccount } from '../../../src/records/manifest.ts';

const account = (day: string, outcome: PullAccount['outcome'], says: readonly string[] = []): PullAccount => ({
  connection: 'salesforce',
  began: `${day}T05:40:00Z`,
  ended: `${day}T05:44:00Z`,
  outcome,
  says: [...says],
});
const never = (): null => null;
const daily = (): number => 86_400;
const denied = 'Lead: the field Score__c is not there, or may not be read';

describe('what is sent to whoever looks after the pulls', () => {
  test('of a complete pull nothing is', () => {
    const before = [account('2026-11-22', 'complete')];
    expect(pullAlert({ now: [account('2026-11-23', 'complete')], before, agreedEvery: never })).toBeNull();
  });

  test('a failure is, with its reason, once a day; and that it works again', () => {
    const failed = account('2026-11-23', 'failed', [denied]);
    const text = `salesforce: the pull failed.\nsalesforce: ${denied}`;
    expect(pullAlert({ now: [failed], before: [], agreedEvery: never })).toBe(text);
    expect(pullAlert({ now: [failed], before: [failed], agreedEvery: never })).toBeNull();
    expect(pullAlert({ now: [failed], before: [account('2026-11-22', 'failed', [denied])], agreedEvery: never })).toBe(
      text,
    );
    expect(pullAlert({ now: [account('2026-11-23', 'complete')], before: [failed], agreedEvery: never })).toBe(
      'salesforce: the pull is complete again.',
    );
  });

  test('another failure of the same day is told too', () => {
    const partial = account('2026-11-23', 'partial', ['Task: the connection was cut']);
    expect(pullAlert({ now: [partial], before: [account('2026-11-23', 'failed', [denied])], agreedEvery: never })).toBe(
      'salesforce: the pull came only in part.\nsalesforce: Task: the connection was cut',
    );
  });

  test('a gap longer than agreed is told by the first pull after it, counted from the last complete one', () => {
    const before = [account('2026-11-18', 'complete'), account('2026-11-19', 'failed', [denied])];
    expect(pullAlert({ now: [account('2026-11-23', 'complete')], before, agreedEvery: daily })).toBe(
      'salesforce: the pull is complete again.\nsalesforce: before this, no pull was complete for 5 days; it is agreed to be every 24 hours.',
    );
  });

  test('what other connections did is not its business', () => {
    const other = { ...account('2026-11-23', 'failed', [denied]), connection: 'hubspot' };
    expect(pullAlert({ now: [account('2026-11-23', 'complete')], before: [other], agreedEvery: never })).toBeNull();
  });
});

test('the summary of the run has a line for each connection, with what came and what it cost', () => {
  const whole = { rows: 12_345, bytes: 4_560_000, calls: 31, callsUsedToday: 1042, callsAllowedADay: 100_000 };
  const files = { ...account('2026-11-23', 'partial', ['costs.csv: HTTP 404']), connection: 'costs', bytes: 420 };
  const now = [{ ...account('2026-11-23', 'complete'), ...whole }, files];
  expect(pullSummary({ now, before: [], agreedEvery: never })).toBe(`### Pulled

| from | outcome | what came | calls of the API |
| --- | --- | --- | --- |
| salesforce | complete | 12,345 rows, 4.6 MB | 31, 1,042 used today of 100,000 |
| costs | partly | 1 kB | none counted |

- costs: costs.csv: HTTP 404
`);
});
