import { expect, test } from 'vitest';
import { propose } from '../../../../src/records/propose/propose.ts';

/** The first gift's fields that a table of one CRM's deals is proposed to have. */
function proposed(name: string, header: readonly string[], rows: readonly (readonly string[])[]) {
  const sample = { name, form: 'text' as const, encoding: 'utf-8', separator: ',', sheet: null, headerLine: 1 };
  const { gives, keys, questions, crm } = propose({ ...sample, header, rows }, new Map());
  const says = Object.fromEntries((gives[0]?.fields ?? []).map((field) => [field.field, field.says]));
  return {
    says,
    crm,
    keys: Object.fromEntries(keys.map(({ key, value }) => [key, value])),
    asks: questions.map((one) => one.name),
  };
}

test('a deal of Pipedrive is won by its status, not by a stage, and one that was deleted is none', () => {
  const { says, keys, asks, crm } = proposed(
    'deals-13492048-27.csv',
    [
      'Deal - ID',
      'Deal - Stage',
      'Deal - Status',
      'Deal - Value',
      'Deal - Expected close date',
      'Deal - Deal created',
      'Deal - Deal closed on',
    ],
    [
      ['1', 'Proposal Made', 'Won', '12000', '2026-02-20', '2026-01-05 09:15:22', '2026-02-11 16:02:41'],
      ['2', 'Contact Made', 'Deleted', '1500', '2026-04-15', '2026-02-20 14:05:00', ''],
    ],
  );
  expect(crm).toBe('Pipedrive');
  expect(says).toMatchObject({
    won: { from: 'Deal - Status', reads: { Won: 'yes' }, otherwise: 'no' },
    lost: { from: 'Deal - Status', reads: { Lost: 'yes' }, otherwise: 'no' },
    closed: { from: 'Deal - Deal closed on', 'or else': 'Deal - Expected close date' },
  });
  expect(keys['leave out when']).toEqual({ 'Deal - Status': 'Deleted' });
  expect(asks).toEqual(['time zone']);
});

test('a deal of Dynamics brings what it brought, and before that what it is estimated to bring', () => {
  const { says } = proposed(
    'Opportunities.csv',
    [
      '(Do Not Modify) Opportunity',
      '(Do Not Modify) Row Checksum',
      '(Do Not Modify) Modified On',
      'Topic',
      'Potential Customer',
      'Status',
      'Est. Close Date',
      'Actual Close Date',
      'Est. Revenue',
      'Actual Revenue',
      'Created On',
    ],
    [
      [
        '5f3a1c9e-7a41-ed11-bba3-000d3a2f9c11',
        'q3Vx0Zb2mQ==',
        '2026-02-27 16:45:00',
        'Spring order',
        'Hazel',
        'Won',
        '2026-03-01',
        '2026-02-27',
        '20000',
        '18500',
        '2026-01-15 08:00:00',
      ],
    ],
  );
  expect(says).toMatchObject({
    amount: { from: 'Actual Revenue', 'or else': 'Est. Revenue' },
    closed: { from: 'Actual Close Date', 'or else': 'Est. Close Date' },
    won: { from: 'Status', reads: { Won: 'yes' }, otherwise: 'no' },
  });
});
