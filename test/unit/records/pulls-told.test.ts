import { expect, test } from 'vitest';
import { pullsTold } from '../../../src/records/pulls-told.ts';
import { readSources } from '../../../src/records/read-sources.ts';
import { at } from './history/exports-over-time.ts';

const connection = (name: string, more = ''): { path: string; text: string } => ({
  path: `sources/${name}.yml`,
  text: `connects to: HubSpot\nsecrets: { token: HUBSPOT_TOKEN }\n${more}`,
});

test('of each connection the last pull is told, and when one was last complete; those that are gone are not', () => {
  const { connections } = readSources([connection('shop'), connection('crm', 'at least every: 6 hours\n')]);
  const pull = (name: string, ended: string, outcome: 'complete' | 'failed', ...says: string[]) => ({
    connection: name,
    began: ended,
    ended,
    outcome,
    says,
  });
  const pulls = [
    pull('crm', '2026-11-02T05:41:00Z', 'complete'),
    pull('old', '2026-11-02T05:42:00Z', 'complete'),
    pull('crm', '2026-11-02T09:41:00Z', 'failed', 'the token has expired'),
  ];
  expect(pullsTold(connections, pulls)).toEqual([
    {
      connection: 'crm',
      agreedEvery: 21_600,
      last: { ended: at('2026-11-02T09:41:00Z'), outcome: 'failed', says: ['the token has expired'] },
      lastComplete: at('2026-11-02T05:41:00Z'),
    },
    { connection: 'shop', agreedEvery: null, last: null, lastComplete: null },
  ]);
});
