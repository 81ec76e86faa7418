import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSources } from '../../../src/records/read-sources.ts';
import { sayProblem } from '../../../src/agreement/say-problem.ts';
import { workshop, type IngestRun, type Workshop } from './run-ingest.ts';

let work: Workshop;
beforeAll(async () => {
  work = await workshop();
});
afterAll(() => work.end());

const leads = `reads: leads.csv
key: id
as of: 2026-12-01T00:00:00Z
gives:
  - record: lead
    columns:
      created: created
      status: Status
      marketing ready: { is: instant, means: first good enough, first: { status: [MQL, SQL] } }
      last ready: { is: instant, means: last good enough, last: { status: [MQL, SQL] } }
      day ready: { is: day, means: the day, first: { status: SQL } }
`;
const history = `reads: history.csv
key: id
as of: 2026-12-01T00:00:00Z
gives: [{ record: field change, columns: { lead: lead, field: field, from: from, to: to, at: at } }]
`;

/** An instant of March 2026 by its hour. */
const at = (hour: number): string => new Date(Date.UTC(2026, 2, 1, hour)).toISOString();
const hourOf = (value: unknown): unknown =>
  typeof value === 'number' ? (value * 1000 - Date.UTC(2026, 2, 1)) / 3_600_000 : value;

interface History {
  readonly created: number;
  /** The status that it was created with, and those that followed, each with its hour. */
  readonly first: string;
  readonly later: readonly { readonly hour: number; readonly to: string }[];
}

function ingest(
  histories: readonly History[],
  sources: Record<string, string> = { leads, history },
): Promise<IngestRun> {
  const leadRows = histories.map(
    ({ created, first, later }, index) => `L${index},${at(created)},${later.at(-1)?.to ?? first}`,
  );
  const changes = histories.flatMap(({ first, later }, index) =>
    later.map(({ hour, to }, step) => `L${index},Status,${step === 0 ? first : later[step - 1]?.to},${to},${at(hour)}`),
  );
  return work.ingest({
    sources,
    files: {
      'leads.csv': `id,created,Status\n${leadRows.join('\n')}\n`,
      'history.csv': `id,lead,field,from,to,at\n${changes.map((row, index) => `${index},${row}`).join('\n')}\n`,
    },
  });
}

async function told(run: IngestRun): Promise<unknown[][]> {
  expect(run.faults).toEqual([]);
  const rows = await run.rows('lead', 'marketing_ready', 'last_ready', 'day_ready');
  return rows.map(([first, last, day]) => [hourOf(first), hourOf(last), day]);
}

test('a field tells when the status first and last became one of some, by its history', async () => {
  const run = await ingest([
    {
      created: 1,
      first: 'New',
      later: [
        { hour: 5, to: 'MQL' },
        { hour: 7, to: 'New' },
        { hour: 30, to: 'SQL' },
      ],
    },
    // From one of them to the other it did not become one.
    {
      created: 1,
      first: 'New',
      later: [
        { hour: 5, to: 'MQL' },
        { hour: 23, to: 'SQL' },
      ],
    },
    // It was created as one: it became one then.
    { created: 2, first: 'MQL', later: [{ hour: 9, to: 'Lost' }] },
    { created: 3, first: 'SQL', later: [] },
    { created: 4, first: 'New', later: [] },
  ]);
  expect(await told(run)).toEqual([
    [5, 30, '2026-03-02'],
    // 23:00 in UTC is the next day in Berlin.
    [5, 5, '2026-03-02'],
    [2, 2, null],
    [3, 3, '2026-03-01'],
    [null, null, null],
  ]);
});

test('a history that forgets does not tell with what a lead was created', async () => {
  // What a history forgets is carried over from the database before, so that here there is none.
  await work.end();
  work = await workshop();
  const run = await ingest(
    [
      { created: 3, first: 'SQL', later: [] },
      { created: 1, first: 'New', later: [{ hour: 2, to: 'MQL' }] },
    ],
    {
      leads,
      history: `${history}forgets: yes\n`,
    },
  );
  expect(await told(run)).toEqual([
    [null, null, null],
    [2, 2, null],
  ]);
});

test('random histories tell what a plain reading of them does', async () => {
  const status = fc.constantFrom('New', 'MQL', 'SQL', 'Lost');
  const steps = fc.uniqueArray(fc.integer({ min: 10, max: 400 }), { maxLength: 6 });
  const one = fc
    .record({
      created: fc.integer({ min: 0, max: 9 }),
      first: status,
      hours: steps,
      to: fc.array(status, { minLength: 6, maxLength: 6 }),
    })
    .map(({ created, first, hours, to }): History => {
      const later = hours.toSorted((a, b) => a - b).map((hour, index) => ({ hour, to: to[index] ?? 'New' }));
      return { created, first, later };
    });
  const plain = ({ created, first, later }: History): (number | null)[] => {
    const ready = (value: string): boolean => value === 'MQL' || value === 'SQL';
    const became = [{ hour: created, to: first }, ...later].filter(
      ({ to }, index, all) => ready(to) && (index === 0 || !ready(all[index - 1]?.to ?? '')),
    );
    return [became[0]?.hour ?? null, became.at(-1)?.hour ?? null];
  };
  await fc.assert(
    fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 20 }), async (histories) => {
      const rows = await told(await ingest(histories));
      expect(rows.map((row) => row.slice(0, 2))).toEqual(histories.map(plain));
    }),
    { numRuns: 15, seed: 7 },
  );
});

test('deals tell it by their stage changes, and logs by the records that link to them', async () => {
  const run = await work.ingest({
    sources: {
      deals: `reads: deals.csv
key: id
gives:
  - record: opportunity
    columns:
      created: created
      stage: stage
      proposed: { is: day, means: first proposed, first: { stage: [Proposal] } }
`,
      stages: `reads: stages.csv
gives: [{ record: stage change, columns: { opportunity: deal, to: to, at: at } }]
`,
      visitors: `reads: visitors.csv
key: id
declares: { kind: visitor, plural: visitors, happens: came, means: someone on our site }
gives:
  - record: visitor
    columns:
      came: { is: instant, means: the first visit, first: session's at }
      seen: { is: instant, means: the last visit, last: session's at }
      source: { is: text, means: where the first visit came from, first: session's source }
`,
      sessions: `reads: sessions.csv
declares: { kind: session, plural: sessions, happens: at, means: one visit }
gives:
  - record: session
    columns:
      visitor: { from: visitor, is: link to visitor, means: who }
      at: { from: at, is: instant, means: when }
      source: { from: source, is: text, means: from where }
`,
    },
    files: {
      'deals.csv': `id,created,stage\nD1,${at(1)},Won\nD2,${at(1)},New\n`,
      'stages.csv': `deal,to,at\nD1,New,${at(1)}\nD1,Proposal,${at(30)}\nD1,Won,${at(50)}\nD2,New,${at(1)}\n`,
      'visitors.csv': 'id\nV1\nV2\n',
      'sessions.csv': `visitor,at,source\nV1,${at(9)},ads\nV1,${at(3)},search\nV1,${at(20)},mail\n`,
    },
  });
  expect(run.faults).toEqual([]);
  expect(await run.rows('opportunity', 'proposed')).toEqual([['2026-03-02'], [null]]);
  const visitors = await run.rows('visitor', 'came', 'seen', 'source');
  expect(visitors.map(([came, seen, source]) => [hourOf(came), hourOf(seen), source])).toEqual([
    [3, 20, 'search'],
    [null, null, null],
  ]);
});

const faulty: [string, Record<string, string>, string][] = [
  [
    'a history that nobody gives',
    { leads },
    'sources/leads.yml:9:7  no source gives the history of lead\'s "status"; map field change: lead, field, to and at; and lead\'s "status"',
  ],
  [
    'a kind that keeps none',
    {
      users:
        'reads: u.csv\nkey: id\ngives:\n  - record: user\n    columns:\n      role: r\n      led: { is: day, means: x, first: { role: lead } }\n',
    },
    "sources/users.yml:7:7  no history of a user is read, only those of leads and deals; let a column tell it (from: ...), or records that link to it (first: KIND's FIELD)",
  ],
  [
    'an instant of a history of days',
    { leads, history: history.replace('at: at', 'at: { from: at, is: day }') },
    'sources/leads.yml:9:7  "marketing ready" is an instant, and field change\'s "at" is known to the day only; write: is: day',
  ],
  [
    'records that do not link',
    {
      users:
        "reads: u.csv\nkey: id\ngives:\n  - record: user\n    columns:\n      role: r\n      joined: { is: day, means: x, first: spend's at }\n",
    },
    'sources/users.yml:7:7  no source gives spend\'s "at"; map it, or name another field',
  ],
  [
    'two fields',
    { leads: leads.replace('first: { status: SQL }', 'first: { status: SQL, source: Web }'), history },
    'sources/leads.yml:11:52  expected one field with its values, got 2; write it like { status: [MQL] }',
  ],
];

test.each(faulty)('%s is a fault', (_, sources, line) => {
  const texts = Object.entries(sources).map(([name, text]) => ({ path: `sources/${name}.yml`, text }));
  expect(readSources(texts).problems.map(sayProblem)[0]).toBe(line);
});
