import { expect, test } from 'vitest';
import { agreed, metricOf } from './agreed.ts';

const head = (title: string) => `title: ${title}\nasks: Why?\nanswered by: sales\n`;
const files = {
  'metrics/a-usual.yml': `${head('Usual')}median of: opportunity's amount\nby: created\n`,
  'metrics/a-large.yml': `${head('Large')}count of: opportunity\nby: created\nexcept when: [amount is less than the result of a-usual]\n`,
  'metrics/a-plan.yml': `${head('Plan')}count of: opportunity\nby: created\ntarget: at least 20 a month\n`,
  'metrics/a-cover.yml': `${head('Cover')}ratio of: a-large\nper: the rest of the target of a-plan\n`,
} as const;

const slugs = ['a-usual', 'a-large', 'a-plan', 'a-cover'] as const;

function sealsWith(changes: Readonly<Record<string, string>>): string[] {
  const agreement = agreed({ ...files, ...changes });
  return slugs.map((slug) => metricOf(agreement, slug).seal);
}

const today = sealsWith({});
const broken = (changes: Readonly<Record<string, string>>) => {
  const seals = sealsWith(changes);
  return slugs.filter((_, index) => seals[index] !== today[index]);
};

test('whoever names the result of a metric is sealed with what that counts', () => {
  const changed = files['metrics/a-usual.yml'].replace('median', 'average');
  expect(broken({ 'metrics/a-usual.yml': changed })).toEqual(['a-usual', 'a-large', 'a-cover']);
});

test('whoever is divided by a target is sealed with it', () => {
  const changed = files['metrics/a-plan.yml'].replace('at least 20', 'at least 30');
  expect(broken({ 'metrics/a-plan.yml': changed })).toEqual(['a-plan', 'a-cover']);
});
