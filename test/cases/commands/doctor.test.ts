import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { realData } from '../real/raw-tables.ts';
import { countOnly } from './count-only.ts';
import { copySample, runCommand } from './run-command.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const sample = join(root, 'data', 'sample');
const now = ['--now', '2026-11-09T06:40:00Z'];

describe('doctor', () => {
  it('says of the sample that all can be counted, since when, and leaves its database alone', async () => {
    const database = join(tmpdir(), 'same-page-doctor-none.db');
    const ended = await runCommand('doctor', '--data', sample, '--database', database, ...now);
    expect(ended.status).toBe(0);
    expect(ended.out.split('\n').slice(0, 5)).toEqual([
      'All of 83 can be counted.',
      '',
      'Counted (83):',
      '  accepted-by-clause: since 2023-11-02, when the history of leads begins',
      '  attempts-before-giving-up: since 2023-11-02, when activities begin',
    ]);
    expect(existsSync(database)).toBe(false);
  });

  it('tells one metric: what it reads, from where, and how full that is', async () => {
    const { data, done } = await copySample();
    await countOnly(data, ['average-sale']);
    const ended = await runCommand('doctor', 'average-sale', '--data', data, ...now);
    await done();
    expect(ended.status).toBe(0);
    expect(ended.out).toMatch(/^Average sale: .*\naverage-sale: since 2023-11-02\n\nreads +from +filled +since\n/);
    expect(ended.out).toMatch(/\nopportunity's amount +Opportunity\.csv: Amount +[\d,]+ of [\d,]+ +2023-11-02\n/);
  });

  it('asks whether another metric was meant, with status 2', async () => {
    const ended = await runCommand('doctor', 'averagesale', '--data', sample, ...now);
    expect([ended.status, ended.err]).toEqual([
      2,
      'There is no metric "averagesale": did you mean "average-sale"?\nSee --help.\n',
    ]);
  });

  it('ends with 1 where the exports have a fault', async () => {
    const ended = await runCommand('doctor', '--data', sample, '--exports', join(sample, 'nowhere'), ...now);
    expect(ended.status).toBe(1);
    expect(ended.err).toContain('there is no such folder of exports');
  });
});

/** Companies of real data that start with the sample's agreement. */
const companies: readonly { name: string; told: string; crm: string; hours?: string; switchedOff?: string }[] = [
  { name: 'salesforce-workshop', told: '4 of 83 can be counted; 19 more with one switch.', crm: ' in Salesforce' },
  { name: 'maven-crm-sales', told: '2 of 83 can be counted; 20 more with one switch.', crm: ', if it is Salesforce' },
  // These two know days only.
  {
    name: 'hubspot-faker',
    told: '11 of 83 can be counted; 29 more with one switch.',
    crm: ' in HubSpot',
    hours: "the hour of activity's completed",
  },
  {
    name: 'marketstar',
    told: '2 of 83 can be counted; 18 more with one switch.',
    crm: ' in Salesforce',
    hours: "the hour of handover's qualified",
    switchedOff: 'Bookings',
  },
];

/** One that knows moments, and one that knows days. */
const isBuilt = ['salesforce-workshop', 'hubspot-faker'];

for (const { name, told, crm, hours = '', switchedOff = 'Average sale' } of companies) {
  const { folder, isThere, title } = realData(name);
  const argumentsFor = (data: string): string[] => [
    '--data',
    data,
    '--exports',
    folder,
    '--now',
    '2024-02-05T08:00:00Z',
  ];

  describe.skipIf(!isThere)(`the sample's agreement on ${title}`, () => {
    it('is told, and pruned once and for all to what can be checked and built', () =>
      withAgreementOfSample(name, async (data) => {
        const first = await runCommand('doctor', ...argumentsFor(data));
        expect([first.status, ...first.out.split('\n').slice(0, 3)]).toEqual([
          0,
          told,
          '',
          `What to switch on${crm}, by how many metrics it mends:`,
        ]);
        const pruned = await runCommand('check', '--prune', ...argumentsFor(data));
        expect(pruned.out).toContain(`Switched off: ${switchedOff} `);
        expect(pruned.out).toContain(hours);
        const again = await runCommand('check', '--prune', ...argumentsFor(data));
        expect([again.status, again.out.split('\n').length]).toEqual([0, 2]);
        expect(again.out).toMatch(/^All is well: \d+ metrics and promises/);
        if (!isBuilt.includes(name)) return;
        const built = await runCommand('build', ...argumentsFor(data), '--out', join(data, 'site'));
        expect(built.status).toBe(0);
      }));
  });
}

const workshop = realData('salesforce-workshop');
describe.skipIf(!workshop.isThere)(`a source of ${workshop.title}`, () => {
  it('that is taken away switches off what reads it; taken in again, that could be switched on', () =>
    withAgreementOfSample('salesforce-workshop', async (data) => {
      const at = ['--data', data, '--exports', workshop.folder, '--now', '2024-02-05T08:00:00Z'];
      const [tasks, away] = [join(data, 'sources', 'task.yml'), join(data, 'away.yml')];
      await rename(tasks, away);
      const pruned = await runCommand('check', '--prune', ...at);
      expect(pruned.out).toMatch(/Switched off: Meetings set .*, as no source maps activities\.\n/);
      await rename(away, tasks);
      const back = await runCommand('doctor', ...at);
      expect(back.out).toMatch(
        /^All of 3 can be counted\. 80 are switched off: 1 could be switched on, 19 more with one switch\.\n/,
      );
      expect(back.out).toMatch(/\n {2}meetings-set: could be switched on, /);
    }));
});

/** A company that starts off: the sources of a case, and the agreement of the sample. */
async function withAgreementOfSample(name: string, run: (data: string) => Promise<void>): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'same-page-doctor-'));
  try {
    await cp(join(sample, 'agreement'), join(data, 'agreement'), { recursive: true });
    await cp(join(root, 'test', 'cases', name, 'data', 'sources'), join(data, 'sources'), { recursive: true });
    await run(data);
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}
