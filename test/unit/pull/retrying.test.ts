import { expect, test } from 'vitest';
import { Passing, PullFault } from '../../../src/pull/pull-fault.ts';
import { retrying } from '../../../src/pull/retrying.ts';
import { readSecrets } from '../../../src/pull/secrets.ts';

async function tried(faults: readonly Error[], times = 4): Promise<{ waits: number[]; end: string }> {
  const waits: number[] = [];
  const world = { wait: async (seconds: number) => void waits.push(seconds), chance: () => 0.5 };
  const attempt = async (number: number): Promise<string> => {
    const fault = faults[number];
    if (fault) throw fault;
    return 'done';
  };
  const end = await retrying(world, attempt, { times, what: 'page 3 of Lead' }).catch(String);
  return { waits, end };
}

test('what may pass is tried again, after waits that grow, or as long as the server asks', async () => {
  const busy = new Passing('busy');
  expect(await tried([busy, busy, busy])).toEqual({ waits: [0.5, 1, 2], end: 'done' });
  expect(await tried([new Passing('busy', 30)])).toEqual({ waits: [30.5], end: 'done' });
});

test('it gives up with the last fault, at once where the fault does not pass or the server asks for too long', async () => {
  const { waits, end } = await tried([1, 2, 3, 4].map((number) => new Passing(`busy ${number}`)));
  expect(waits).toHaveLength(3);
  expect(end).toContain('busy 4 (page 3 of Lead, tried 4 times)');
  expect(await tried([new PullFault('input', 'no such field')])).toEqual({ waits: [], end: 'Error: no such field' });
  expect((await tried([new Passing('used up', 40_000)])).waits).toEqual([]);
});

test('secrets are taken out of a text as they are, in addresses, in base64, and line by line', () => {
  const at = { file: 'crm.yml', line: 3, column: 1 };
  const values: Record<string, string> = {
    ONE: 'p@ss word/1\n',
    KEY: '-----BEGIN KEY-----\nabcdefghijklmnopqrst\nuvw\n',
  };
  const world = { variable: (name: string) => values[name] ?? null };
  const secrets = readSecrets(
    world,
    ['ONE', 'KEY', 'NONE'].map((variable) => ({ variable, at })),
  );
  expect(secrets.of({ variable: 'ONE', at })).toBe('p@ss word/1');
  secrets.also('token-9');
  const spelt = [
    'p@ss word/1',
    'p%40ss%20word%2F1',
    'p%40ss+word%2F1',
    btoa('p@ss word/1'),
    'abcdefghijklmnopqrst',
    'token-9',
  ];
  expect(secrets.hide(spelt.join(' | '))).toBe(spelt.map(() => '[secret]').join(' | '));
  expect(() => secrets.of({ variable: 'NONE', at })).toThrow(
    'the environment variable NONE is not set; set it where the pull runs: a secret of the repository, or export NONE=...',
  );
});
