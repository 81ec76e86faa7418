import { expect, test } from 'vitest';
import { parseAgreement } from '../../../src/agreement/parse-agreement.ts';
import { catalogue, companyFile, companyWith } from './fixtures.ts';

/** The seals of the company's metrics by slug, after a word of one file was replaced by another. */
function sealsWith(path: string, written: string, instead: string): Record<string, string> {
  const text = companyFile(path);
  expect(text).toContain(written);
  const { agreement } = parseAgreement(companyWith({ [path]: text.replaceAll(written, instead) }), catalogue);
  return Object.fromEntries((agreement?.metrics ?? []).map((metric) => [metric.slug, metric.seal]));
}

const today = sealsWith('company.yml', 'Hollin Works', 'Hollin Works');
const changed = (path: string, written: string, instead: string) => {
  const seals = sealsWith(path, written, instead);
  return Object.keys(today).filter((slug) => seals[slug] !== today[slug]);
};

test('a seal is eight hex digits, another for each metric', () => {
  for (const seal of Object.values(today)) expect(seal).toMatch(/^[0-9a-f]{8}$/);
  expect(new Set(Object.values(today)).size).toBe(Object.keys(today).length);
});

test.each([
  ['another title', 'slas/followed-up-in-time.yml', 'Leads followed up in time', 'Quick follow-up'],
  ['other words for the same number', 'slas/followed-up-in-time.yml', 'at least 90%', 'at least 90.0%'],
  ['other words for the same condition', 'slas/followed-up-in-time.yml', '1 business day of', 'a business day after'],
  [
    'the order of a list',
    'vocabulary.yml',
    'Website, Webinar, Content download, Event',
    'Event, Website, Webinar, Content download',
  ],
  ['what is only said', 'vocabulary.yml', 'someone who seems curious only', 'someone who has no time'],
  ['another breakdown', 'slas/followed-up-in-time.yml', '  team: its owner', '  owning team: its owner'],
])('%s breaks no seal', (_, path, written, instead) => {
  expect(changed(path, written, instead)).toEqual([]);
});

const ofQualifiedLeads = [
  'feedback-given',
  'followed-up-in-time',
  'handed-over-in-time',
  'leads-accepted',
  'leads-won',
  'partners-follow-up',
  'qualified-leads-delivered',
  'qualified-leads-needed',
  'response-time',
];

test.each([
  ['a target', 'slas/followed-up-in-time.yml', 'at least 90%', 'at least 91%', ['followed-up-in-time']],
  ['a deadline', 'slas/followed-up-in-time.yml', '1 business day of', '1 day of', ['followed-up-in-time']],
  [
    'a wording of the past',
    'slas/followed-up-in-time.yml',
    '2 business days of',
    '3 business days of',
    ['followed-up-in-time'],
  ],
  ['a term that all of them count', 'vocabulary.yml', 'score is at least 60', 'score is at least 61', ofQualifiedLeads],
  [
    'a term that a term uses',
    'vocabulary.yml',
    'Webinar, Content',
    'Webinars, Content',
    [...ofQualifiedLeads, 'average-sale', 'closed-from-inbound', 'inquiries', 'pipeline-from-inbound'].sort(),
  ],
  [
    'a term that a part of a ratio counts',
    'vocabulary.yml',
    'its campaign is found',
    'campaign is known',
    ['campaign-effectiveness', 'campaign-wins'],
  ],
])('%s breaks the seals of those that it could move', (_, path, written, instead, slugs) => {
  expect(changed(path, written, instead)).toEqual(slugs);
});

test('who agreed to what stands in the history now has agreed to how its days are judged', () => {
  const text = companyFile('slas/feedback-given.yml');
  const tightened = `${text.replace('at least 85%', 'at least 95%')}history:\n  - { until: 2026-11-30, target: at least 85% }\n`;
  const { agreement } = parseAgreement(companyWith({ 'slas/feedback-given.yml': tightened }), catalogue);
  const signatures = agreement?.metrics.find(({ slug }) => slug === 'feedback-given')?.signatures ?? [];
  expect(signatures.map(({ team, holds, heldUntil }) => [team, holds, heldUntil])).toEqual([
    ['sales', false, '2026-11-30'],
    ['marketing', false, '2026-11-30'],
  ]);
  const another = tightened.replace(
    'until: 2026-11-30, target: at least 85%',
    'until: 2026-11-30, target: at least 80%',
  );
  const untrue = parseAgreement(companyWith({ 'slas/feedback-given.yml': another }), catalogue).agreement;
  const held = untrue?.metrics.find(({ slug }) => slug === 'feedback-given')?.signatures.map((one) => one.heldUntil);
  expect(held, 'a history that says something else than was sealed').toEqual([null, null]);
});
