import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync, spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { columns, exportFiles, type ExportFile } from '../../../scripts/sample/columns.ts';
import { cleanRowsOf, committed, grouped, rowsOf } from './sample-rows.ts';

const asOf = '2026-11-09T05:40:00.000Z';
let folder = '';

function hashes(of: string): Record<string, string> {
  const names = readdirSync(of).sort();
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(of, name)))
        .digest('hex'),
    ]),
  );
}

const write = (out: string, ...more: string[]): unknown =>
  execFileSync(process.execPath, ['scripts/run.mjs', 'sample', '--out', out, ...more], { encoding: 'utf8' });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sample-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the command', { timeout: 60_000 }, () => {
  it('writes the committed sample byte for byte', () => {
    write(join(folder, 'same'));
    expect(hashes(join(folder, 'same'))).toEqual(hashes(committed));
  });

  it('writes another company for another seed, and any size, span and day', () => {
    write(join(folder, 'other'), '--seed', '8', '--leads', '300', '--months', '14', '--as-of', '2025-03-01T22:30:00Z');
    expect(hashes(join(folder, 'other'))['Lead.csv']).not.toBe(hashes(committed)['Lead.csv']);
    const manifest = JSON.parse(readFileSync(join(folder, 'other', 'manifest.json'), 'utf8'));
    expect(manifest.files[0].asOf).toBe('2025-03-01T22:30:00Z');
    expect(manifest.files[0].rows).toBeGreaterThan(270);
    expect(manifest.files[0].rows).toBeLessThan(330);
  });

  it('refuses a number of leads that is none, a time without a zone, and a folder that can not be one', () => {
    const status = (out: string, ...more: string[]): number | null =>
      spawnSync(process.execPath, ['scripts/run.mjs', 'sample', '--out', join(folder, out), ...more]).status;
    expect([
      status('no', '--leads', 'many'),
      status('no', '--as-of', '2026-11-09'),
      status('no', '--nonsense'),
    ]).toEqual([2, 2, 2]);
    writeFileSync(join(folder, 'file'), '');
    expect(status('file')).toBe(3);
  });
});

describe('the committed files', () => {
  it('take less than 5 MB together', () => {
    const bytes = readdirSync(committed).map((name) => statSync(join(committed, name)).size);
    expect(bytes.reduce((all, size) => all + size, 0)).toBeLessThan(5_000_000);
  });

  it.each(exportFiles)('%s.csv has its columns in order, quotes everything and ends its lines with LF', (file) => {
    const text = readFileSync(join(committed, `${file}.csv`), 'utf8');
    expect(text.slice(0, text.indexOf('\n'))).toBe(columns[file].map((name) => `"${name}"`).join(','));
    expect(text).not.toContain('\r');
    expect(text.replaceAll(/"(?:[^"]|"")*"/g, '').replaceAll(/[,\n]/g, '')).toBe('');
  });

  // The roles of contacts are exported by hand, on the Friday before.
  const exportOf = (file: string) =>
    file === 'OpportunityContactRole' ? '2026-11-06T15:40:00Z' : asOf.replace('.000', '');

  it('are counted in the manifest', () => {
    const manifest = JSON.parse(readFileSync(join(committed, 'manifest.json'), 'utf8'));
    expect(manifest.files).toEqual(
      exportFiles.map((file) => ({ file: `${file}.csv`, asOf: exportOf(file), rows: rowsOf(file).length })),
    );
  });

  it('hold nothing that has not happened yet', () => {
    for (const file of exportFiles)
      for (const { CreatedDate: created } of rowsOf(file))
        if (created) expect(created.slice(0, 19) <= exportOf(file).slice(0, 19)).toBe(true);
  });
});

describe('what the files say of each other', () => {
  const leads = cleanRowsOf('Lead');
  const history = grouped(cleanRowsOf('LeadHistory'), 'LeadId');

  it('lets no lead have a history before it was created', () => {
    for (const lead of leads)
      for (const change of history.get(lead['Id']!) ?? [])
        expect(change['CreatedDate']! >= lead['CreatedDate']!).toBe(true);
  });

  it('ends the history of each lead with its status and its owner, each change beginning where the last one ended', () => {
    for (const lead of leads) {
      const changes = history.get(lead['Id']!) ?? [];
      for (const [now, of] of [
        [lead['Status'], changes.filter((change) => change['Field'] === 'Status')],
        [lead['OwnerId'], changes.filter((change) => change['DataType'] === 'EntityId')],
      ] as const) {
        of.forEach((change, place) =>
          expect(change['OldValue']).toBe(place ? of[place - 1]!['NewValue'] : change['OldValue']),
        );
        if (of.length > 0) expect(of.at(-1)!['NewValue']).toBe(now);
      }
    }
  });

  it('links each converted lead with its account, contact and deal, and moves its tasks to the contact', () => {
    const ids = (file: ExportFile): Set<string> => new Set(cleanRowsOf(file).map((row) => row['Id']!));
    const [accounts, contacts, deals] = [ids('Account'), ids('Contact'), ids('Opportunity')];
    const withTasks = new Set(cleanRowsOf('Task').map((task) => task['WhoId']));
    const converted = leads.filter((lead) => lead['IsConverted'] === 'true');
    expect(converted.length).toBeGreaterThan(300);
    for (const lead of converted) {
      expect(lead['Status']).toBe('Converted');
      expect(accounts.has(lead['ConvertedAccountId']!)).toBe(true);
      expect(contacts.has(lead['ConvertedContactId']!)).toBe(true);
      expect(deals.has(lead['ConvertedOpportunityId']!)).toBe(true);
      expect(withTasks.has(lead['Id'])).toBe(false);
    }
  });

  it("ends each deal's history with its stage and amount", () => {
    const stages = grouped(cleanRowsOf('OpportunityHistory'), 'OpportunityId');
    for (const deal of cleanRowsOf('Opportunity')) {
      const last = stages.get(deal['Id']!)!.at(-1)!;
      expect([last['StageName'], last['Amount'], last['CloseDate']]).toEqual([
        deal['StageName'],
        deal['Amount'],
        deal['CloseDate'],
      ]);
    }
  });

  it('names only owners who are there', () => {
    const known = new Set([...rowsOf('User'), ...rowsOf('Group')].map((row) => row['Id']));
    for (const file of ['Lead', 'Opportunity', 'Task', 'Event'] as const)
      for (const row of rowsOf(file)) expect(known.has(row['OwnerId'])).toBe(true);
  });
});

describe('the dirt', () => {
  it('leaves far less than a hundredth of the rows of any file without an id or with an impossible date', () => {
    for (const file of exportFiles) {
      const rows = rowsOf(file);
      const bad = rows.filter(
        (row) => row['Id'] === '' || Object.values(row).some((value) => /^(31\/02|2025-02-30)/.test(value)),
      );
      expect(bad.length / rows.length).toBeLessThan(0.006);
    }
    expect(rowsOf('Task').some((row) => row['Id'] === '')).toBe(true);
    expect(rowsOf('Lead').some((row) => row['Retry_On__c'] === '31/02/2026')).toBe(true);
  });

  it('has repeated rows, deleted and merged leads, line breaks in a cell, and names of other scripts', () => {
    const leads = rowsOf('Lead');
    expect(leads.length - new Set(leads.map((row) => row['Id'])).size).toBeGreaterThan(0);
    expect(leads.some((row) => row['IsDeleted'] === 'true' && row['MasterRecordId'] === '')).toBe(true);
    expect(leads.some((row) => row['IsDeleted'] === 'true' && row['MasterRecordId'] !== '')).toBe(true);
    expect(leads.some((row) => row['Company']!.includes('\n'))).toBe(true);
    expect(leads.some((row) => /[\u3040-\u30ff\u4e00-\u9fff]/.test(row['LastName']!))).toBe(true);
  });
});
