import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../../src/publish/doctor/diagnose.ts';
import type { Diagnosis, Examined } from '../../../../src/publish/doctor/examined.ts';
import { mendsIn } from '../../../../src/publish/doctor/mends.ts';
import { sayMetric, verdictOf } from '../../../../src/publish/doctor/say-doctor.ts';
import type { FieldFullness, KindFullness } from '../../../../src/store/fullness.ts';
import * as c from '../../measure/company.ts';

const full = (records: number, last: string, fields: Readonly<Record<string, FieldFullness>>): KindFullness => ({
  records,
  last,
  fields: new Map(Object.entries(fields)),
});
const from = (first: string, filled: number, before = 0): FieldFullness => ({ filled, first, before });

const leads = c.metric('leads', [c.wording('lead', { keptWhen: [c.test('is at least', { value: c.field('lead', 'score'), least: c.number(60) })] })]); // prettier-ignore

const examined = (more: Partial<Examined>): Examined => ({
  agreement: c.agreementOf({ metrics: [leads] }),
  sources: [],
  catalogue: c.catalogue,
  fullness: new Map(),
  links: [],
  foundNone: new Set(),
  dayOf: String,
  ...more,
});
const said = (one: Examined): string[] => diagnose(one).map(sayMetric);
const leadsWith = (score: FieldFullness): Examined =>
  examined({ fullness: new Map([['lead', full(100, '2026-06-30', { created: from('2026-01-01', 100), score })]]) });

describe('since when a metric can be counted', () => {
  test('since its records begin, where what it reads of them is filled from then on', () => {
    expect(said(leadsWith(from('2026-01-03', 90, 2)))).toEqual(['leads: since 2026-01-01']);
  });

  test('later, where a field was filled later and at that rate would have been five times before', () => {
    expect(said(leadsWith(from('2026-03-02', 60, 40)))).toEqual([
      "leads: since 2026-03-02, when lead's score is first filled",
    ]);
  });

  test('not later, where what is rare came late', () => {
    expect(said(leadsWith(from('2026-03-02', 1, 40)))).toEqual([
      "leads: since 2026-01-01, but lead's score is empty in 99% of all",
    ]);
  });

  test('what is mapped and empty is told, and so is that no record is counted', () => {
    const empty = leadsWith({ filled: 0, first: null, before: 0 });
    expect(said({ ...empty, foundNone: new Set(['leads']) })).toEqual([
      'leads: since 2026-01-01, but no record is counted: none is what the agreement calls "lead"; lead\'s score is mapped and always empty',
    ]);
  });
});

test('what is switched off since it is always empty could not be switched on', () => {
  const off = {
    ...leadsWith({ filled: 0, first: null, before: 0 }),
    agreement: c.agreementOf({ metrics: [], switchedOff: [leads] }),
  };
  expect(said(off)).toEqual(["leads: the exports hold no lead's score"]);
  expect(verdictOf(diagnose(off), [])).toContain('1 is switched off: 0 could be switched on');
  const back = { ...off, fullness: leadsWith(from('2026-01-03', 90, 2)).fullness };
  expect(said(back)).toEqual(['leads: could be switched on, since 2026-01-01']);
});

test('what is missing of a part is missing of the whole, and what is switched off says what it waits for', () => {
  const spent = c.metric('spent', [c.wording('spend')], { missing: ['spend rows'] });
  const left = c.metric('left', [
    c.wording('lead', { measure: { measure: 'difference', of: 'leads', less: 'spent' } }),
  ]);
  const agreement = c.agreementOf({ metrics: [leads, left], switchedOff: [spent] });
  expect(said(examined({ agreement }))).toEqual([
    'leads: no record tells since when',
    'left: no source maps spend rows',
    'spent: no source maps spend rows',
  ]);
});

describe('what would mend it', () => {
  const waits = (slug: string, ...missing: string[]): Diagnosis => ({
    slug,
    title: slug,
    since: null,
    why: null,
    buts: [],
    missing,
    hollow: null,
    state: missing.length > 0 ? 'not countable' : 'counted',
  });
  const three = [
    waits('a'),
    waits('b', 'stage changes'),
    waits('c', "stage change's to", "stage change's weather"),
    waits('d', "opportunity's type", 'stage changes'),
  ];
  const mends = mendsIn('Salesforce', three, c.catalogue);

  test('what mends most by itself comes first', () => {
    expect(mends.map(({ brings, alone, withOthers }) => ({ brings, alone, withOthers }))).toEqual([
      { brings: ['stage changes', "stage change's weather"], alone: ['b'], withOthers: ['c', 'd'] },
      { brings: ["stage change's to"], alone: [], withOthers: ['c'] },
      { brings: ["opportunity's type"], alone: [], withOthers: ['d'] },
    ]);
  });

  test('an hour is asked of the column that tells the day', () => {
    const [mend] = mendsIn('HubSpot', [waits('b', "the hour of activity's completed")], c.catalogue);
    expect([mend?.alone, mend?.turn]).toEqual([
      ['b'],
      `map activity's completed, or what it is made of, from a column that holds the time of day too, and leave "is: day" away there`,
    ]);
  });

  test('the verdict counts what one switch would bring', () => {
    expect(verdictOf(three, mends)).toBe('1 of 4 can be counted; 1 more with one switch.');
    const off = three.map((one): Diagnosis => ({ ...one, state: one.slug === 'a' ? 'counted' : 'switched off' }));
    expect(verdictOf(off, mends)).toBe(
      'All of 1 can be counted. 3 are switched off: 0 could be switched on, 1 more with one switch.',
    );
    expect(verdictOf([waits('a')], [])).toBe('All of 1 can be counted.');
  });
});
