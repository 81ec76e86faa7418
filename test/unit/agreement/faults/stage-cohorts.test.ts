import { expect, test } from 'vitest';
import { agreed, problemsOf } from '../agreed.ts';

const yaml = (...lines: string[]) => [...lines, ''].join('\n');
const head = ['title: X', 'asks: X?', 'answered by: sales'];
const metric = (...lines: string[]) => yaml(...head, ...lines);

/** Metrics that go with the company's `inquiries`, and some that do not. */
const metrics = {
  'metrics/came.yml': metric(
    'conversion of: inbound lead',
    'within: 60 days',
    'by: created',
    'kept when: [has a qualified lead]',
  ),
  'metrics/of-all.yml': metric('share of: lead', 'by: created', 'kept when: [has a qualified lead]'),
  'metrics/qualified.yml': metric('share of: qualified lead', 'by: qualified', 'kept when: [accepted has happened]'),
  'metrics/turned.yml': metric('share of: inbound lead', 'by: converted', 'kept when: [has a qualified lead]'),
};
const stages = (...said: string[][]) => ({
  ...metrics,
  'funnel.yml': yaml(
    ...said.flatMap((lines) => ['- stage: A', '  owned by: sales', ...lines.map((one) => `  ${one}`)]),
  ),
});
const inquiries = ['counted by: inquiries'];
const says = (...said: string[][]) =>
  problemsOf(stages(...said)).map((line) => line.replace('agreement/funnel.yml:', ''));

test('stages name what counts one cohort, and how long it took; others name nothing', () => {
  const { funnel } = agreed(stages(inquiries, [], ['counted by: came']));
  expect(funnel.map(({ countedBy, took }) => [countedBy, took])).toEqual([
    ['inquiries', null],
    [null, null],
    ['came', null],
  ]);
});

test('a metric that is switched off counts no stage', () => {
  const off = metric('counted: no', 'share of: inbound lead', 'by: created', 'kept when: [has a qualified lead]');
  const { funnel } = agreed({ ...stages(inquiries, ['counted by: off']), 'metrics/off.yml': off });
  expect(funnel[1]?.countedBy).toBeNull();
});

test.each([
  [[['counted by: inquires']], '3:15  there is no metric "inquires"; did you mean "inquiries"?'],
  [[['counted by: came']], '3:15  "came" is not a count of records; name one that says "count of:" and "by:"'],
  [
    [inquiries, ['counted by: inquiries']],
    '6:15  "inquiries" does not say which part of the records came; name one that says "conversion of:" or "share of:"',
  ],
  [
    [inquiries, ['counted by: of-all']],
    '6:15  "of-all" counts lead, and "inquiries" inbound lead; name one of the same records',
  ],
  [
    [inquiries, ['counted by: qualified']],
    '6:15  "qualified" counts qualified lead, and "inquiries" inbound lead; name one of the same records',
  ],
  [
    [inquiries, ['counted by: turned']],
    '6:15  "turned" puts records into periods by another moment than "inquiries"; name one by created',
  ],
  [
    [inquiries, ['took: response-time']],
    '6:9  "took:" needs "counted by:"; say what counts those who came to this stage',
  ],
  [
    [[...inquiries, 'took: response-time']],
    '4:9  time begins at the first stage that is counted; say it of a later one',
  ],
  [
    [inquiries, ['counted by: came', 'took: came']],
    '7:9  "came" is not how long records took; name one that says "median of:" a stretch of time',
  ],
  [
    [inquiries, ['counted by: came', 'took: response-time']],
    '7:9  "response-time" is of another record than "inquiries": handover; name one of lead',
  ],
])('%j', (said, problem) => {
  expect(says(...said)).toEqual([problem]);
});
