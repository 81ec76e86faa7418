import { describe, expect, test } from 'vitest';
import { changesPage } from '../../../src/publish/changes-page.ts';
import { notesOn } from '../../../src/publish/metric-notes.ts';
import { reviewPage } from '../../../src/publish/review-page.ts';
import type { Metric } from '../../../src/values/agreement.ts';
import type { Decision, Note } from '../../../src/values/note.ts';
import type { Edition } from '../../../src/values/edition.ts';
import type { FixedMark } from '../../../src/values/value.ts';
import { edition, level, metric, value } from './small-edition.ts';

const at = { file: 'data/agreement/x.yml', line: 1, column: 1 };
const note = (slug: string, on: string, over: Partial<Note> = {}): Note => ({
  slug, on, title: `About ${slug}`, metrics: [], decision: null, review: false, text: 'One.\n\nTwo.', at, ...over,
}); // prettier-ignore

const decision = (over: Partial<Decision> = {}): Decision => ({
  owner: 'sales',
  due: '2026-10-30',
  done: '2026-10-20',
  expects: null,
  ...over,
});
const expecting = (of: string, name: string, from: string, to: string): Pick<Decision, 'expects'> => ({
  expects: {
    metric: of,
    way: 'at least',
    level: 0.9,
    said: 'at least 90%',
    period: { grain: 'month', name, from, to },
  },
});

const september = { period: '2026-09', from: '2026-09-01', to: '2026-09-30' };
const share = (kept: number) => ({ value: kept / 20, numerator: kept, denominator: 20 });

const signed = (team: string, holds: boolean) => ({
  team, by: `VP ${team}`, on: '2025-12-15', how: 'minutes', recordedBy: 'RevOps', seal: 'abc', holds, heldUntil: null,
}); // prettier-ignore

/** Kept in September and slipping in October; slipping and then kept; broken in both; and one whose review was due. */
const metrics: readonly Metric[] = [
  metric('newly-off'),
  metric('back-again'),
  metric('still-off'),
  metric('overdue', { reviewBy: '2026-10-31' }),
  metric('soon', { reviewBy: '2026-12-01' }),
  metric('unsigned', {
    answeredBy: [],
    promise: { by: ['sales'], to: ['marketing'], ifBroken: [], pause: null },
    signatures: [signed('sales', true)],
  }),
  metric('quiet'),
];
const values = [
  value('newly-off', { ...september, ...share(19) }),
  value('newly-off', share(17)),
  value('back-again', { ...september, ...share(17) }),
  value('back-again', share(19)),
  value('still-off', { ...september, ...share(10) }),
  value('still-off', share(10)),
];

function withNotes(notes: readonly Note[], changes: Partial<Edition> = {}): Edition {
  const made = edition(metrics, values);
  const company = { ...made.agreement.company, reviewsEvery: { amount: 4, unit: 'weeks' } as const };
  return { ...made, agreement: { ...made.agreement, company, notes }, ...changes };
}

const held = note('review', '2026-10-08', { review: true });
const slugs = (items: readonly { readonly one: { readonly metric: Metric } }[]) =>
  items.map(({ one }) => one.metric.slug);

describe('the agenda of the next review', () => {
  test('tells what turned since the last one, with whose move it is', () => {
    const page = reviewPage(withNotes([held]));
    expect(page.title.words.replaceAll('\u00a0', ' ')).toBe(
      'The next review was due on 5 November 2026, two working days ago.',
    );
    expect(page.turned).toMatchObject([{ id: 'turned-newly-off', who: ['Sales'], ask: 'turned' }]);
    expect(page.turned[0]?.says[0]?.words).toBe('October is slipping; September was kept.');
    expect(slugs(page.back)).toEqual(['back-again']);
    expect(page.stillOff.metrics.map(({ metric: { slug } }) => slug)).toEqual(['still-off']);
    expect(page.stillOff.says?.words).toBe('‘Title of still-off’ is broken.');
  });

  test('tells what the agreement asks, by whom', () => {
    const { open, agenda } = reviewPage(withNotes([held]));
    expect(open.map(({ id, who, ask }) => [id, who.join(), ask])).toEqual([
      ['sign-unsigned', 'Marketing', 'sign'],
      ['definition-overdue', 'Sales', 'review'],
      ['definition-soon', 'Sales', 'review'],
    ]);
    expect(agenda.words).toBe('To go through: one number newly off and three open points.');
  });

  test('names what can wait only by its count', () => {
    expect(reviewPage(withNotes([held])).rest?.words).toBe('The other number can wait.');
  });

  test('asks for what is overdue first, then for what did not come, then for what did', () => {
    const october = ['2026-10', '2026-10-01', '2026-10-31'] as const;
    const november = ['2026-11', '2026-11-01', '2026-11-30'] as const;
    const notes = [
      held,
      note('met', '2026-10-08', { decision: decision(expecting('back-again', ...october)) }),
      note('missed', '2026-10-08', { decision: decision(expecting('newly-off', ...october)) }),
      note('early', '2026-10-08', { decision: decision(expecting('newly-off', ...november)) }),
      note('late', '2026-10-08', { decision: decision({ done: null }) }),
      note('to-come', '2026-10-08', { decision: decision({ done: null, due: '2026-11-09' }) }),
      note('unknown', '2026-10-08', { decision: decision(expecting('quiet', ...october)) }),
      note('ahead', '2026-11-10', { decision: decision() }),
    ];
    const told = reviewPage(withNotes(notes)).decisions.map(({ note: { slug }, ask, standing }) => [
      slug,
      ask,
      standing,
    ]);
    expect(told).toEqual([
      ['late', 'overdue', 'overdue'],
      ['missed', 'not met', 'done'],
      ['met', 'met', 'done'],
      ['unknown', 'unknown', 'done'],
      ['early', 'early', 'done'],
      ['to-come', 'open', 'open'],
    ]);
  });

  test('leaves out what was done and known when the last review was held', () => {
    const before = ['2026-09', '2026-09-01', '2026-09-30'] as const;
    const done = { done: '2026-09-20', due: '2026-09-30' };
    const notes = [
      held,
      note('settled', '2026-09-10', { decision: decision(done) }),
      note('seen', '2026-09-10', { decision: decision({ ...done, ...expecting('newly-off', ...before) }) }),
      note('never-done', '2026-08-10', { decision: decision({ done: null }) }),
      note('not-seen', '2026-09-10', {
        decision: decision({ ...done, ...expecting('newly-off', '2026-10', '2026-10-01', '2026-10-31') }),
      }),
    ];
    expect(reviewPage(withNotes(notes)).decisions.map(({ note: { slug } }) => slug)).toEqual([
      'never-done',
      'not-seen',
    ]);
  });

  test('begins with a first review, where none was held', () => {
    const page = reviewPage(withNotes([]));
    expect(page.title.words).toBe('No review has been noted yet.');
    expect(page.last).toBeNull();
    expect(page.decisions).toEqual([]);
    expect(slugs(page.turned)).toEqual(['newly-off']);
  });
});

test('on a metric’s page stand the notes on it and on all, without minutes of meetings', () => {
  const notes = [
    held,
    note('on-all', '2026-10-01'),
    note('on-it', '2026-10-02', { metrics: ['newly-off'], decision: decision({ done: null }) }),
    note('on-another', '2026-10-03', { metrics: ['quiet'] }),
  ];
  const made = withNotes(notes);
  const one = made.metrics.find(({ metric: { slug } }) => slug === 'newly-off');
  const told = one ? notesOn(made, one) : [];
  expect(told.map(({ note: { slug }, paragraphs }) => [slug, paragraphs])).toEqual([
    ['on-it', ['One.', 'Two.']],
    ['on-all', ['One.', 'Two.']],
  ]);
  expect(told[0]?.decision).toMatchObject({ standing: 'overdue', outcome: null, says: null });
});

describe('the log of what changed', () => {
  const fixed: FixedMark = {
    metric: 'newly-off', grain: 'month', period: '2026-09', closed: '2026-10-07', fixed: '2026-10-08', mark: { mark: 'kept', why: null },
    value: 1, target: 0.9, broken: 0.8, unit: 'share', seal: 'abc',
  }; // prettier-ignore

  function logged() {
    const made = withNotes([held, note('old', '2024-05-01')]);
    const [today] = metric('x').wordings;
    const before = {
      ...today,
      until: '2025-12-31',
      target: { way: 'at least', level: level(0.8), said: 'at least 80%' },
    } as const;
    const reworded = made.metrics.map((one) =>
      one.metric.slug === 'quiet'
        ? { ...one, metric: { ...one.metric, wordings: [{ ...today, from: '2026-01-01' }, before] as const } }
        : {
            ...one,
            values: one.values.map((row) =>
              row.metric === 'newly-off' && row.period === '2026-09' ? { ...row, fixed } : row,
            ),
          },
    );
    return changesPage({ ...made, metrics: reworded });
  }

  test('stands by month, the newest first, and by year where it lies more than a year back', () => {
    const { recent, earlier } = logged();
    expect(recent.map(({ name }) => name.replaceAll('\u00a0', ' '))).toEqual([
      'November 2026', 'October 2026', 'January 2026', 'December 2025',
    ]); // prettier-ignore
    expect(earlier).toMatchObject([
      { year: '2024', months: [{ id: 'in-2024-05', changes: [{ id: 'old', sort: 'note' }] }] },
    ]);
  });

  const entries = () => logged().recent.flatMap(({ changes }) => changes);

  test('a new wording tells what it replaced', () => {
    expect(entries().find(({ sort }) => sort === 'definition')).toMatchObject({
      id: 'wording-quiet-2026-01-01',
      day: '2026-01-01',
      replaced: [{ what: 'Agreed', from: 'at least 80%', to: 'at least 90%' }],
    });
  });

  test('a number that reads otherwise than when it closed stands on the day of the data', () => {
    const told = entries().find(({ sort }) => sort === 'restatement');
    expect(told).toMatchObject({ id: 'restated-newly-off-2026-09', day: '2026-11-09' });
    expect(told?.says?.words).toBe('When September closed it was 100%; today it is 95%.');
  });

  test('what one person agreed to on one day is one line', () => {
    expect(entries().filter(({ sort }) => sort === 'signature')).toMatchObject([
      { day: '2025-12-15', title: 'VP sales agreed for sales: Title of unsigned', metrics: [{ slug: 'unsigned' }] },
    ]);
  });

  test('minutes are told as a review', () => {
    expect(entries().find(({ id }) => id === 'review')).toMatchObject({ sort: 'review', text: ['One.', 'Two.'] });
  });
});
