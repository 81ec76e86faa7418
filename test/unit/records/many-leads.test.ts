import { afterAll, beforeAll, expect, test } from 'vitest';
import { workshop } from './run-ingest.ts';
import type { Workshop } from './run-ingest.ts';

let work: Workshop;
beforeAll(async () => {
  work = await workshop();
});
afterAll(() => work.end());

const sources = {
  leads: `reads: leads.csv
key: id
person: mail
as of: 2026-12-01T00:00:00Z
gives: [{ record: lead, columns: { created: created, status: status, owner: owner } }]
`,
  history: `reads: history.csv
key: id
as of: 2026-12-01T00:00:00Z
gives: [{ record: field change, columns: { lead: lead, field: field, from: from, to: to, at: at } }]
`,
  users: `reads: users.csv
key: id
as of: 2026-12-01T00:00:00Z
gives: [{ record: user, columns: { queue: queue, robot: robot } }]
`,
  handovers: `derives: handovers
statuses: { qualified: [Qualified], accepted: [Accepted] }
history: { status: status, owner: owner }
`,
};

const leads = 1_600;
const name = (nth: number): string => `L${String(nth).padStart(4, '0')}`;

test('leads are read a few at a time: a person with leads far from one another is handed over in one row of times, where the first one stands', async () => {
  // The 2nd, the 700th and the last lead are one person; only they, the 1st and the 3rd were ever qualified.
  const shared = [2, 700, leads];
  const rows = Array.from({ length: leads }, (_, index) => {
    const nth = index + 1;
    return `${name(nth)},${shared.includes(nth) ? 'one@person.example' : ''},2026-01-01T08:00:00Z,New,ann`;
  });
  const qualified = [
    [name(3), '2026-01-20'],
    [name(leads), '2026-01-05'],
    [name(2), '2026-06-01'],
    [name(700), '2026-01-10'],
    [name(1), '2026-02-01'],
  ];
  const history = qualified.map(([lead, day], index) => `${index + 1},${lead},status,New,Qualified,${day}T08:00:00Z`);
  const run = await work.ingest({
    sources,
    files: {
      'leads.csv': `id,mail,created,status,owner\n${rows.join('\n')}\n`,
      'history.csv': `id,lead,field,from,to,at\n${history.join('\n')}\n9,L0700,owner,bob,ann,2026-03-01T08:00:00Z\n`,
      'users.csv': 'id,queue,robot\nann,,\nbob,,\n',
    },
  });
  expect(run.faults).toEqual([]);
  expect(await run.rows('handover', 'place', 'key', 'owner')).toEqual([
    [1, 'L0001-1', 'ann'],
    // Being qualified on the 10th, within 90 days, is the same handover; that of June is another one.
    [2, 'L1600-1', 'ann'],
    [3, 'L0002-2', 'ann'],
    [4, 'L0003-1', 'ann'],
  ]);
  const held = await run.rows('ownership', 'place', 'lead', 'owner', 'from', 'until');
  expect(held.length).toBe(leads + 1);
  const march = Date.parse('2026-03-01T08:00:00Z') / 1000;
  const january = Date.parse('2026-01-01T08:00:00Z') / 1000;
  expect(held.slice(699, 701)).toEqual([
    [700, 'L0700', 'bob', january, march],
    [701, 'L0700', 'ann', march, null],
  ]);
  expect(held.at(-1)).toEqual([leads + 1, name(leads), 'ann', january, null]);
});
