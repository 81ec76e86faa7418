import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { begun, crmWithLeads, manifestOf } from './begun.ts';

test('a field of another type than before is told, and its table is pulled anew: what it held is written in another way', async () => {
  const crm = crmWithLeads();
  const folder = await begun(crm);
  await folder.pull();
  crm.statusType = 'picklist';
  crm.clock += 3600;
  const { accounts, problems, fault } = await folder.pull();
  expect(fault).toBeNull();
  expect(accounts).toMatchObject([{ outcome: 'complete', rows: 6 }]);
  expect(problems.map(({ level, says }) => [level, says])).toEqual([
    ['warning', 'Status of Lead was of type text and is of type picklist by now; all is pulled anew'],
    ['warning', 'Status of Contact was of type text and is of type picklist by now; all is pulled anew'],
  ]);
  expect((await manifestOf(folder)).files.map(({ holds }: { holds: string }) => holds)).toEqual([
    'everything',
    'everything',
  ]);
});

test('of the accounts of many pulls the last are kept, and the last complete one of each connection', async () => {
  const crm = crmWithLeads();
  const folder = await begun(crm);
  await folder.pull();
  const [complete] = (await manifestOf(folder)).pulls;
  const failed = { ...complete, outcome: 'failed' };
  const path = join(folder.exports, 'manifest.json');
  const manifest = await manifestOf(folder);
  await writeFile(
    path,
    JSON.stringify({ ...manifest, pulls: [complete, ...Array.from({ length: 150 }, () => failed)] }),
  );
  crm.hidden = ['Lead.Status', 'Contact.Status'];
  await folder.pull();
  const { pulls } = await manifestOf(folder);
  expect(pulls).toHaveLength(101);
  expect(pulls[0]).toEqual(complete);
});
