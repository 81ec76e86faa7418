import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  changeADefinition,
  headlineMetrics,
  writeHeadlineFolder,
} from '../../../../scripts/bench/ingest/headline-folder.ts';

test('what stands on the first page is kept, with what it refers to, and what the vocabulary needs', () => {
  const metrics = new Map<string, unknown>([
    ['won', { headline: 1, 'ratio of': 'wins', per: 'spend' }],
    ['wins', { 'paired with': 'lost' }],
    ['spend', {}],
    ['lost', { 'break down by': { source: 'source' } }],
    ['usual', {}],
    ['elsewhere', { 'ratio of': 'won' }],
  ]);
  const vocabulary = [{ 'stuck deal': { when: ['stage since is more than the result of usual'] } }];
  expect([...headlineMetrics(metrics, vocabulary)].toSorted()).toEqual(['lost', 'spend', 'usual', 'wins', 'won']);
});

test("of the sample's agreement six metrics and five that they need are left, and one can be changed", () => {
  const folder = mkdtempSync(join(tmpdir(), 'same-page-headline-'));
  try {
    expect(writeHeadlineFolder('data/sample', folder)).toBe(11);
    const kept = ['metrics', 'slas'].flatMap((name) => readdirSync(join(folder, 'agreement', name)));
    expect(kept).toHaveLength(11);
    expect(existsSync(join(folder, 'agreement', 'notes'))).toBe(false);
    expect(readFileSync(join(folder, 'agreement', 'funnel.yml'), 'utf8')).not.toContain('counted by');
    changeADefinition(folder);
    const sla = readFileSync(join(folder, 'agreement', 'slas', 'followed-up-in-time.yml'), 'utf8');
    expect(sla.match(/touch within 2 business days of assigned/g)).toHaveLength(2);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
