import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { parseAgreement } from '../../../src/agreement/parse-agreement.ts';
import { sayProblem } from '../../../src/agreement/say-problem.ts';
import { catalogue, companyWith } from './fixtures.ts';
import { richFiles } from './rich-agreement.ts';

/** The seals of all metrics by slug. */
function sealsOf(files: Readonly<Record<string, string>>): Record<string, string> {
  const { agreement, problems } = parseAgreement(companyWith(files), catalogue);
  expect(problems.filter(({ level }) => level === 'fault').map(sayProblem)).toEqual([]);
  return Object.fromEntries((agreement?.metrics ?? []).map(({ slug, seal }) => [slug, seal]));
}

const today = sealsOf(richFiles);

/** Whose seals break when a word of a file is replaced by another. */
function movedBy(path: string, written: string, instead: string): string[] {
  const text = richFiles[path] ?? '';
  expect(text).toContain(written);
  const seals = sealsOf({ ...richFiles, [path]: text.replace(written, instead) });
  return Object.keys(today).filter((slug) => seals[slug] !== today[slug]);
}

const metric = (slug: string) => `metrics/${slug}.yml`;
const partners = 'slas/partner-follow-up.yml';

test.each<readonly [path: string, written: string, instead: string, moved: string[]]>([
  [metric('waiting'), 'percentile: 90', 'percentile: 95', ['waiting']],
  [metric('waiting'), 'running: quarter', 'running: year', ['waiting']],
  [metric('waiting'), 'business time: office', 'business time: late', ['waiting']],
  ['vocabulary.yml', 'business hours from assigned', 'business hours from qualified', ['waiting']],
  ['vocabulary.yml', 'its first touch', 'its last touch', ['waiting']],
  [metric('open-deals'), 'as of: period end', 'as of: 2026-10-31', ['open-deals']],
  [metric('open-deals'), 'needs: [amount]', 'needs: [amount, type]', ['open-deals']],
  ['vocabulary.yml', 'needs: [source]', 'needs: [source, type]', ['open-deals']],
  ['vocabulary.yml', 'Discovery, Proposal, Ready', 'Proposal, Discovery, Ready', ['deals-moved-back', 'open-deals']],
  ['vocabulary.yml', 'comes after', 'comes before', ['open-deals']],
  [metric('open-deals'), '60,000 EUR', '61,000 EUR', ['open-deals']],
  [metric('open-deals'), '2026-10:', '2026-11:', ['open-deals']],
  [metric('open-deals'), 'below 80%', 'below 75%', ['open-deals']],
  [metric('open-deals'), 'below 20, at least 20', 'at most 20, above 20', ['open-deals']],
  [metric('open-deals'), 'is an inbound deal', 'is a new business', ['open-deals']],
  [metric('won-by-campaign'), 'first: 40%, last: 40%', 'first: 30%, last: 50%', ['won-by-campaign']],
  [metric('won-by-campaign'), 'on or before created', 'before created', ['won-by-campaign']],
  [metric('won-by-campaign'), '[recorded, even]', '[recorded]', ['won-by-campaign']],
  [metric('won-by-campaign'), ', spread by business days', '', ['deals-needed', 'won-by-campaign']],
  [metric('won-by-campaign'), '1,200,000', '1,300,000', ['deals-needed', 'won-by-campaign']],
  [metric('deals-needed'), '3 months', '2 months', ['deals-needed']],
  [metric('deals-needed'), 'divided by: [deal-size, chance]', 'divided by: [deal-size]', ['deals-needed']],
  [metric('chance'), 'counted in: amount', 'counted in: probability', ['chance', 'deals-needed']],
  [partners, 'below 70%', 'below 71%', ['partner-follow-up']],
  [partners, 'below: 60%', 'below: 50%', ['partner-follow-up']],
  [partners, '2 months', '3 months', ['partner-follow-up']],
  [partners, "partner: its partner's name", "partner: its partner's tier", ['partner-follow-up']],
  [partners, 'within 2 days', 'within 4 days', ['partner-follow-up']],
  [partners, 'within 3 days', 'within 4 days', ['partner-follow-up']],
  [partners, 'until: 2025-12-31', 'until: 2025-11-30', ['partner-follow-up']],
])('%s: "%s" that becomes "%s" breaks the seals of %j', (path, written, instead, moved) => {
  expect(movedBy(path, written, instead)).toEqual(moved);
});

test('of several conditions for some, the first counts', () => {
  const lines = (richFiles[partners] ?? '').split('\n');
  const at = lines.indexOf('instead for:') + 1;
  const swapped = lines
    .with(at, lines[at + 1] ?? '')
    .with(at + 1, lines[at] ?? '')
    .join('\n');
  expect(sealsOf({ ...richFiles, [partners]: swapped })['partner-follow-up']).not.toBe(today['partner-follow-up']);
});

test.each<readonly [path: string, written: string, instead: string]>([
  [partners, 'title: Partners follow up', 'title: Partners call back'],
  [partners, 'if broken: [we talk]', 'if broken: [we talk, and agree on a plan]'],
  [metric('won-by-campaign'), 'business time: office', 'business time: late'],
  [metric('open-deals'), '  size: {', '  chance: {'],
  [metric('open-deals'), 'below 20, at least 20', 'at least 20, below 20'],
  [metric('open-deals'), '60,000 EUR', '60,000.00 EUR'],
  [metric('deals-needed'), '[deal-size, chance]', '[chance, deal-size]'],
  [
    metric('chance'),
    'kept when: [won is yes]',
    'finest: week\nheadline: 40\nreview by: 2027-03-31\nkept when: [won is yes]',
  ],
  ['vocabulary.yml', 'how long a lead waited for us', 'how long we took'],
])('%s: "%s" that becomes "%s" breaks no seal', (path, written, instead) => {
  expect(movedBy(path, written, instead)).toEqual([]);
});

test("what a plan counts, and what its factors' targets are, moves no target that follows it", () => {
  expect(movedBy(metric('deal-size'), 'at least 9,000 EUR', 'at least 8,000 EUR')).toEqual(['deal-size']);
  const closed = "sum of: new business's amount";
  expect(movedBy(metric('won-by-campaign'), closed, "sum of: inbound win's amount")).toEqual(['won-by-campaign']);
});

const prose = new Set(['title', 'asks', 'in words']);

/** The same file with its keys in another order, other prose, other layout and comments. */
const rewritten = (text: string) =>
  fc
    .record({
      seed: fc.nat(),
      flow: fc.boolean(),
      width: fc.integer({ min: 20, max: 200 }),
      word: fc.stringMatching(/^[a-z]{3,9}$/),
    })
    .map(({ seed, flow, width, word }) => {
      const data = shuffled(parse(text, { schema: 'failsafe' }), seed, word, []);
      const written = stringify(data, {
        schema: 'failsafe',
        collectionStyle: flow ? 'flow' : 'any',
        lineWidth: flow ? 0 : width,
      });
      return `# ${word}\n${written}# ${word} again\n`;
    });

function shuffled(data: unknown, seed: number, word: string, path: readonly string[]): unknown {
  if (Array.isArray(data)) return data.map((item) => shuffled(item, seed, word, path));
  if (typeof data !== 'object' || data === null) return data;
  // Of several conditions for some, and of several cases, the first counts.
  const inOrder = ['instead for', 'is the first of'].includes(path.at(-1) ?? '');
  const entries = Object.entries(data).map(([key, value]): [string, unknown] => {
    const isProse = prose.has(key) && typeof value === 'string';
    return [key, isProse ? `${word} ${value}` : shuffled(value, seed, word, [...path, key])];
  });
  const rank = (key: string) =>
    [...key].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0) + seed) % 1009, seed % 1009);
  if (!inOrder) entries.sort(([one], [other]) => rank(one) - rank(other));
  return Object.fromEntries(entries);
}

test('no order of keys, prose, layout or comment breaks a seal', () => {
  const paths = Object.keys(richFiles).filter((path) => path !== 'calendars.yml');
  const anyFiles = fc.record(Object.fromEntries(paths.map((path) => [path, rewritten(richFiles[path] ?? '')])));
  fc.assert(
    fc.property(anyFiles, (files) => {
      expect(sealsOf({ ...richFiles, ...files })).toEqual(today);
    }),
    { numRuns: 12 },
  );
});
