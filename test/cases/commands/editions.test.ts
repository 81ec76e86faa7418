import { expect, it } from 'vitest';
import { mayPublish } from '../../../scripts/command/publish-guard.ts';
import { readTask, type Task } from '../../../scripts/command/task.ts';
import { agreement } from '../../unit/publish/small-edition.ts';
import { runCommand } from './run-command.ts';

const asked = (...argv: string[]): Task => readTask('build', '', ['--data', 'test', ...argv], () => 0);
const ours = agreement([]);
const own = { ...ours, company: { ...ours.company, madeUp: false } };

it('builds the company’s edition where nobody asks for another', () => {
  expect(asked().edition).toBe('company');
  expect(asked('--edition', 'company').edition).toBe('company');
  expect(asked('--edition', 'managers').edition).toBe('managers');
});

it('says which editions there are, with status 2', async () => {
  const ended = await runCommand('build', '--edition', 'everyone');
  expect(ended.err).toMatch(/--edition: expected company or managers, got "everyone"/);
  expect(ended.status).toBe(2);
});

it('publishes each edition by a yes of its own', () => {
  const publish = (edition: string, readers: { company?: string; managers?: string }) => () =>
    mayPublish(asked('--publish', '--edition', edition), own, { company: undefined, managers: undefined, ...readers });
  const everyone = 'everyone in the company';
  expect(publish('company', { company: everyone })).not.toThrow();
  expect(publish('company', { managers: 'heads of sales' })).toThrow(/who may read the site\. .*SAME_PAGE_READERS/);
  expect(publish('managers', { managers: 'heads of sales' })).not.toThrow();
  expect(publish('managers', { company: everyone })).toThrow(
    /who may read the managers' edition, which lists records of the CRM\. Say it in SAME_PAGE_MANAGERS_READERS/,
  );
  expect(publish('managers', { managers: ' ' })).toThrow(/^Not published: /);
});

it('asks nobody where nothing is published', () => {
  const nobody = { company: undefined, managers: undefined };
  expect(() => mayPublish(asked('--edition', 'managers'), own, nobody)).not.toThrow();
});
