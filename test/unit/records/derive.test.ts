import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogueOf } from '../../../src/records/catalogue.ts';
import { readSources } from '../../../src/records/read-sources.ts';
import { workshop } from './run-ingest.ts';
import type { IngestRun, Workshop } from './run-ingest.ts';

let work: Workshop;
beforeAll(async () => {
  work = await workshop();
});
afterAll(() => work.end());

/** 09:00 in Berlin on a day of March 2026, before the clock change on the 29th; later months are an hour off. */
const at = (day: string, time = '08:00'): string => `2026-${day}T${time}:00Z`;
const seconds = (day: string, time = '08:00'): number => Date.parse(at(day, time)) / 1000;

const sources = {
  leads: `reads: leads.csv
key: id
person: mail
as of: 2026-12-01T00:00:00Z
merged into: into
gives:
  - record: lead
    columns: { created: created, status: status, owner: owner, rejection reason: reason, given to: partner, contact: contact, converted: converted }
`,
  history: `reads: history.csv
key: id
as of: 2026-12-01T00:00:00Z
gives:
  - record: field change
    columns: { lead: lead, field: field, from: from, to: to, at: at }
`,
  users: `reads: users.csv
key: id
as of: 2026-12-01T00:00:00Z
gives: [{ record: user, columns: { queue: queue, robot: robot } }]
`,
  handovers: `derives: handovers
statuses: { qualified: [Qualified], accepted: [Accepted, Converted], rejected: [Rejected] }
history: { status: status, owner: owner, converted: converted }
`,
};
const users = 'id,queue,robot\nann,,\nbob,,\nqueue,1,\nbot,,1\n';
const leadHeader = 'id,mail,created,status,owner,reason,partner,contact,converted,into\n';

async function company(leads: string[], history: string[], more: Record<string, string> = {}): Promise<IngestRun> {
  const rows = history.map((row, index) => `${index + 1},${row}`).join('\n');
  const files = {
    'leads.csv': `${leadHeader}${leads.join('\n')}\n`,
    'history.csv': `id,lead,field,from,to,at\n${rows}\n`,
    'users.csv': users,
    ...more,
  };
  const run = await work.ingest({ sources: more['tasks.csv'] ? { ...sources, tasks } : sources, files });
  expect(run.faults).toEqual([]);
  return run;
}

const tasks = `reads: tasks.csv
key: id
as of: 2026-12-01T00:00:00Z
gives: [{ record: activity, columns: { contact: contact, lead: lead, completed: completed } }]
`;

describe('handovers', () => {
  test('one for each time of being qualified, assigned to the first person', async () => {
    const run = await company(
      [`a,,${at('03-02')},Accepted,ann,,p1,,,`],
      [
        `a,status,New,Qualified,${at('03-03')}`,
        `a,owner,queue,bot,${at('03-03', '09:00')}`,
        `a,owner,bot,bob,${at('03-04')}`,
        `a,owner,bob,ann,${at('03-05')}`,
        `a,status,Qualified,Accepted,${at('03-06')}`,
        `a,status,Accepted,Rejected,${at('03-07')}`,
        `a,status,Rejected,Accepted,${at('03-08')}`,
      ],
    );
    expect(
      await run.rows(
        'handover',
        'key',
        'lead',
        'time',
        'qualified',
        'assigned',
        'owner',
        'accepted',
        'rejected',
        'partner',
      ),
    ).toEqual([['a-1', 'a', 1, seconds('03-03'), seconds('03-04'), 'bob', seconds('03-06'), seconds('03-07'), 'p1']]);
  });

  test('assigned at once where a person owned the lead already', async () => {
    const run = await company(
      [`a,,${at('03-02')},Qualified,bob,,,,,`, `b,,${at('03-02')},Qualified,queue,,,,,`],
      [
        `a,status,New,Qualified,${at('03-03')}`,
        `a,owner,ann,bob,${at('03-04')}`,
        `b,status,New,Qualified,${at('03-03')}`,
      ],
    );
    expect(await run.rows('handover', 'key', 'assigned', 'owner')).toEqual([
      ['a-1', seconds('03-03'), 'ann'],
      ['b-1', null, null],
    ]);
  });

  test('an owner that no file has is not known to be a person', async () => {
    const run = await company(
      [`a,,${at('03-02')},Qualified,bob,,,,,`, `b,,${at('03-02')},Qualified,gone,,,,,`],
      [
        `a,status,New,Qualified,${at('03-03')}`,
        `a,owner,gone,bob,${at('03-04')}`,
        `b,status,New,Qualified,${at('03-03')}`,
      ],
    );
    expect(await run.rows('handover', 'key', 'assigned', 'owner')).toEqual([
      ['a-1', seconds('03-04'), 'bob'],
      ['b-1', null, null],
    ]);
  });

  test('without a file of users nobody is known to be a person, so that when a lead was assigned is not countable', () => {
    const mapped = (files: Readonly<Record<string, string>>): string[] => {
      const read = readSources(Object.entries(files).map(([name, text]) => ({ path: `${name}.yml`, text })));
      const handover = catalogueOf(read.sources).kinds.find(({ name }) => name === 'handover');
      return (handover?.fields ?? []).filter((field) => field.mapped).map(({ name }) => name);
    };
    const { leads, history, handovers } = sources;
    const others = { leads, history, handovers };
    expect(mapped(sources)).toEqual(expect.arrayContaining(['qualified', 'assigned', 'owner']));
    expect(mapped(others)).toContain('qualified');
    expect(mapped(others).filter((name) => name === 'assigned' || name === 'owner')).toEqual([]);
  });

  test('a status held at creation began at creation', async () => {
    const run = await company(
      [`a,,${at('03-02')},Qualified,ann,,,,,`, `b,,${at('03-02')},Accepted,ann,,,,,`],
      [`b,status,Qualified,Accepted,${at('03-05')}`],
    );
    expect(await run.rows('handover', 'key', 'qualified', 'accepted')).toEqual([
      ['a-1', seconds('03-02'), null],
      ['b-1', seconds('03-02'), seconds('03-05')],
    ]);
  });

  test('qualified again within 90 days, to the minute of the local clock, is the same; later is a new one', async () => {
    // From 2 March 09:00 in winter time, 90 days later is 31 May 09:00 in summer time: 07:00 in UTC.
    const again = async (time: string): Promise<unknown[][]> => {
      const run = await company(
        [`a,,${at('03-01')},Qualified,ann,No need,,,,`],
        [
          `a,status,New,Qualified,${at('03-02')}`,
          `a,status,Qualified,Rejected,${at('03-03')}`,
          `a,status,Rejected,Qualified,${at('05-31', time)}`,
        ],
      );
      return run.rows('handover', 'key', 'qualified', 'rejected', 'rejection_reason');
    };
    expect(await again('07:00')).toEqual([['a-1', seconds('03-02'), seconds('03-03'), 'No need']]);
    expect(await again('07:01')).toEqual([
      ['a-1', seconds('03-02'), seconds('03-03'), null],
      ['a-2', seconds('05-31', '07:01'), null, 'No need'],
    ]);
  });

  test('leads of one e-mail are one person, who counts once a window', async () => {
    const run = await company(
      [
        `a,Eva@example.com,${at('03-01')},Qualified,ann,,,,,`,
        `b,eva@example.com,${at('03-10')},Rejected,ann,Too small,,,,`,
        `c,eva@example.com,${at('09-01')},Qualified,bob,,,,,`,
      ],
      [
        `a,status,New,Qualified,${at('03-02')}`,
        `b,status,New,Qualified,${at('03-11')}`,
        `b,status,Qualified,Rejected,${at('03-12')}`,
        `c,status,New,Qualified,${at('09-02')}`,
      ],
    );
    expect(await run.rows('handover', 'key', 'lead', 'time', 'qualified', 'rejected', 'rejection_reason')).toEqual([
      ['a-1', 'a', 1, seconds('03-02'), seconds('03-12'), 'Too small'],
      ['c-2', 'c', 2, seconds('09-02'), null, null],
    ]);
  });

  test('leads that the CRM merged are one person, with the history of both', async () => {
    const run = await company(
      [
        `a,old@example.com,${at('03-01')},New,ann,,,,,b`,
        `b,new@example.com,${at('03-05')},New,bob,,,,,`,
        `c,old@example.com,${at('03-20')},New,bob,,,,,`,
      ],
      [`a,status,New,Qualified,${at('03-02')}`, `c,status,New,Qualified,${at('03-21')}`],
    );
    expect(await run.rows('lead', 'key', 'created')).toEqual([
      ['b', seconds('03-01')],
      ['c', seconds('03-20')],
    ]);
    expect(await run.rows('handover', 'key', 'qualified')).toEqual([['b-1', seconds('03-02')]]);
  });

  test('without history, what leads say today stands for it, where a source says so', async () => {
    const today = sources.handovers.replace(
      /history:.*/,
      'without history: { qualified: created, accepted: converted }',
    );
    const { leads, users: owners } = sources;
    const run = await work.ingest({
      sources: { leads, users: owners, handovers: today },
      files: {
        'leads.csv': `${leadHeader}a,,${at('03-01')},New,ann,,,,,\nb,,${at('03-02')},Qualified,queue,,,,,\nc,,${at('03-03')},Accepted,ann,,,,${at('03-04')},\n`,
        'users.csv': users,
      },
    });
    expect(run.faults).toEqual([]);
    expect(await run.rows('handover', 'key', 'qualified', 'assigned', 'accepted', 'owner')).toEqual([
      ['b-1', seconds('03-02'), null, null, null],
      ['c-1', seconds('03-03'), seconds('03-03'), seconds('03-04'), 'ann'],
    ]);
  });
});

describe('activities of a converted lead', () => {
  test("those of its contact up to the conversion are also the lead's", async () => {
    const run = await company(
      [`a,,${at('03-01')},Converted,ann,,,c1,${at('03-05', '22:00')},`],
      [`a,converted,,,${at('03-05')}`],
      {
        'tasks.csv': `id,contact,lead,completed\n1,c1,,${at('03-04')}\n2,c1,,${at('03-05')}\n3,c1,,${at('03-05', '08:01')}\n4,c2,,${at('03-04')}\n5,c1,b,${at('03-04')}\n6,c1,,\n`,
      },
    );
    expect(await run.rows('activity', 'key', 'contact', 'lead')).toEqual([
      ['1', 'c1', 'a'],
      ['2', 'c1', 'a'],
      ['3', 'c1', null],
      ['4', 'c2', null],
      ['5', 'c1', 'b'],
      ['6', 'c1', null],
    ]);
  });
});

describe('stage changes', () => {
  test("the stage before and the entry follow from the order of a deal's rows", async () => {
    const run = await work.ingest({
      sources: {
        stages: `reads: stages.csv
key: id
as of: 2026-12-01T00:00:00Z
gives: [{ record: stage change, columns: { opportunity: deal, to: stage, amount: amount, currency: currency, at: at } }]
`,
      },
      files: {
        'stages.csv': `id,deal,stage,amount,currency,at
5,x,Discovery,7000,JPY,${at('03-05')}
1,x,Discovery,1000,EUR,${at('03-01')}
2,x,Discovery,1250.505,EUR,${at('03-02')}
3,x,Proposal,-1250.5,,${at('03-03')}
4,y,Proposal,,,${at('03-03')}
`,
      },
    });
    expect(await run.rows('stage_change', 'key', 'from', 'to', 'entry', 'amount', 'currency')).toEqual([
      ['5', 'Proposal', 'Discovery', 2, 7000, 'JPY'],
      ['1', null, 'Discovery', 1, 100_000, 'EUR'],
      ['2', 'Discovery', 'Discovery', null, 125_051, 'EUR'],
      ['3', 'Discovery', 'Proposal', 1, -125_050, 'EUR'],
      ['4', null, 'Proposal', 1, null, 'EUR'],
    ]);
  });
});
