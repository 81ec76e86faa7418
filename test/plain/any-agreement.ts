/** An agreement as people write it: terms, figures, an order of stages, and metrics of every measure. */
import type { AnyCompany } from './any-company.ts';
import { dayIn } from './any-records.ts';
import { anyBreakdown } from './any-breakdown.ts';
import { anySentence } from './any-sentence.ts';
import { anyPath, type Speech } from './any-speech.ts';
import { oneOf, type Chance } from './chance.ts';
import type { Catalogue, RecordKind } from '../../src/values/catalogue.ts';
import type { TextFile } from '../../src/values/text-file.ts';

const termNames = [
  { name: 'touch', plural: 'touches', kind: 'activity' },
  { name: 'good lead', plural: 'good leads', kind: 'lead' },
  { name: 'robot', plural: 'robots', kind: 'user' },
  { name: 'real deal', plural: 'real deals', kind: 'opportunity' },
  { name: 'great lead', plural: 'great leads', kind: 'lead', isA: 'good lead' },
  { name: 'handed lead', plural: 'handed leads', kind: 'handover' },
  { name: 'real step', plural: 'real steps', kind: 'stage change' },
] as const;

const counted = ['lead', 'handover', 'opportunity', 'stage change', 'activity', 'campaign member'] as const;

/** The files of an agreement. Each condition is a line of its own, so that one that is no sentence can be taken away. */
export function anyAgreement(chance: Chance, catalogue: Catalogue, company: AnyCompany): TextFile[] {
  const said: Speech = {
    chance,
    catalogue,
    company,
    sentence: anySentence,
    terms: [],
    figures: [],
    results: [],
    ofPeriods: false,
  };
  const { vocabulary, speech } = anyVocabulary(said);
  const metrics = Array.from(
    { length: chance.whole(1, 3) },
    (_, index) =>
      [
        `metrics/metric-${index}.yml`,
        anyMetric({ ...speech, results: index === 0 ? [] : ['metric-0'] }, index === 0 && chance.often(4)),
      ] as const,
  );
  const ofTwo = chance.often(5) ? { 'metrics/of-two.yml': anyOfTwo(chance) } : {};
  return Object.entries({
    ...company.files,
    'vocabulary.yml': vocabulary,
    ...Object.fromEntries(metrics),
    ...ofTwo,
  }).map(([path, text]) => ({ path: `agreement/${path}`, text }));
}

/** A metric of two of the others. */
function anyOfTwo(chance: Chance): string {
  const [one, other] = [chance.whole(0, 1), chance.whole(0, 1)];
  const per = chance.one(['', '', 'the target of ', 'the rest of the target of ']);
  const measure = chance.often(4)
    ? `difference of: metric-${one}\nless: metric-${other}\n`
    : `ratio of: metric-${one}\nper: ${per}metric-${other}\n`;
  const cut = chance.often(2) && per === '' ? 'break down by: [first]\n' : '';
  return `title: Of two\nasks: How much for each?\nanswered by: sales\n${measure}finest: ${chance.one(['day', 'month', 'quarter'])}\n${cut}`;
}

/** Terms speak of those before them only, so that none goes round in a circle. */
function anyVocabulary(said: Speech): { vocabulary: string; speech: Speech } {
  const { chance } = said;
  let speech = said;
  let vocabulary = `sales stage:\n  orders: [opportunity's stage, stage change's from, stage change's to]\n  in order: [Discovery, Proposal, Negotiation, Won]\n`;
  for (const term of termNames) {
    if (!chance.often(7)) continue;
    const isA = 'isA' in term && speech.terms.some(({ name }) => name === term.isA) ? term.isA : term.kind;
    const kind = kindNamed(speech, term.kind);
    vocabulary += `${term.name}:\n  is a: ${isA}\n  in words: some of them\n${conditions(speech, kind, 'where', '  ')}`;
    if (chance.often(3)) vocabulary += conditions(speech, kind, 'except when', '  ');
    speech = { ...speech, terms: [...speech.terms, term] };
  }
  for (const figure of figures(speech)) {
    if (!chance.often(5)) continue;
    vocabulary += `${figure.name} of ${figure.of}:\n  is the: ${figure.is}\n  in words: a figure\n`;
    speech = { ...speech, figures: [...speech.figures, figure] };
  }
  for (const kind of ['lead', 'handover', 'opportunity']) {
    if (!chance.often(3)) continue;
    vocabulary += anySorting(speech, kind);
    speech = { ...speech, figures: [...speech.figures, { name: 'sort', kind, type: 'text' }] };
  }
  return { vocabulary, speech };
}

/** A figure that sorts records under names, with or without one for those that no case takes. */
function anySorting(speech: Speech, name: string): string {
  const { chance } = speech;
  const kind = kindNamed(speech, name);
  const cases = ['Blue', 'Red', 'Grey'].slice(chance.whole(0, 1));
  const said = cases.map((one) => conditions(speech, kind, one, '    ', 1)).join('');
  return `sort of ${name}:\n  is the first of:\n${said}${chance.often(5) ? '  or else: Other\n' : ''}`;
}

function figures({ chance, terms }: Speech) {
  const of = (kind: string): string =>
    oneOf(
      chance,
      terms.filter((one) => one.kind === kind),
    )?.name ?? kind;
  return [
    {
      name: 'answer time',
      kind: 'handover',
      of: of('handover'),
      type: 'duration',
      is: `${chance.one(['business hours', 'hours', 'business days', 'days'])} from assigned to its first activity's completed`,
    },
    {
      name: 'first call',
      kind: 'handover',
      of: of('handover'),
      type: 'moment',
      is: "its last activity's completed",
    },
    {
      name: 'age',
      kind: 'lead',
      of: of('lead'),
      type: 'duration',
      is: `${chance.one(['days', 'business minutes', 'weeks'])} from created to now`,
    },
    { name: 'touches', kind: 'lead', of: of('lead'), type: 'number', is: 'the number of activities' },
    { name: 'worth', kind: 'opportunity', of: of('opportunity'), type: 'money', is: 'amount times 0.5' },
  ] as const;
}

function kindNamed({ catalogue }: Speech, name: string): RecordKind {
  const kind = catalogue.kinds.find((one) => one.name === name);
  if (!kind) throw new Error(`There is no kind "${name}"`);
  return kind;
}

/** A list of conditions, groups among them; one a line. */
function conditions(speech: Speech, kind: RecordKind, key: string, indent: string, depth = 2): string {
  const { chance } = speech;
  const lines = Array.from({ length: chance.whole(1, 2) }, () => {
    if (depth > 0 && chance.often(2)) {
      const group = conditions(speech, kind, `- ${chance.one(['any of', 'all of', 'none of'])}`, '  ', depth - 1);
      return group.replaceAll(/^/gm, indent).trimEnd();
    }
    return `${indent}  - '${anySentence(speech, kind, 2).replaceAll("'", "''")}'`;
  });
  return `${indent}${key}:\n${lines.join('\n')}\n`;
}

/** A metric; as a plan, one from whose target another's may be derived. */
function anyMetric(said: Speech, isPlan: boolean): string {
  const { chance } = said;
  const kind = kindNamed(said, chance.one(counted));
  const term = chance.often(5)
    ? oneOf(
        chance,
        said.terms.filter((one) => one.kind === kind.name),
      )
    : null;
  const timing = anyTiming(said, kind);
  const speech = { ...said, ofPeriods: timing.startsWith('as of: period') };
  const measure = isPlan ? `count of: ${kind.name}\n` : anyMeasure(speech, kind, term?.name ?? kind.name);
  const except = chance.often(2) ? conditions(speech, kind, 'except when', '') : '';
  const target = isPlan ? 'target: at least 100 a month\n' : anyTarget(chance, measure);
  const head = 'title: A metric\nasks: How many?\nanswered by: sales\n';
  return (
    head +
    measure +
    timing +
    except +
    anyNeeds(speech, kind) +
    anyBreakdown(speech, kind, /^(count|sum) of/.test(measure)) +
    target +
    anyHistory(speech, kind, measure)
  );
}

function anyMeasure(speech: Speech, kind: RecordKind, records: string): string {
  const { chance } = speech;
  const numeric = kind.fields.filter(({ type }) => type.is === 'number' || type.is === 'money').map(({ name }) => name);
  const figure = speech.figures
    .filter((one) => one.kind === kind.name && one.type !== 'moment' && one.type !== 'text')
    .map(({ name }) => name);
  const field = oneOf(chance, chance.often(4) && figure.length > 0 ? figure : numeric);
  const judged = (): string =>
    conditions(speech, kind, 'kept when', '') +
    (chance.often(2)
      ? `instead for:\n  '${anySentence(speech, kind, 1).replaceAll("'", "''")}':\n    - ${kind.happens} is known\n`
      : '') +
    (chance.often(2) && field !== null ? `counted in: ${field}\n` : '');
  const within = `${chance.one([1, 3, 20])} ${chance.one(['days', 'business days', 'weeks', 'months', 'business hours', 'hours'])}`;
  switch (chance.whole(0, 12)) {
    case 0:
    case 1:
      return `count of: ${records}\n`;
    case 2:
      return `conversion of: ${records}\nwithin: ${within.startsWith('1 ') ? within.slice(0, -1) : within}\n${judged()}`;
    case 3:
    case 4:
    case 5:
      return `share of: ${records}\n${judged()}`;
    case 6: {
      const how = chance.one(['earliest', 'latest']);
      return `${how} of: ${records}'s ${anyPath(speech, kind, ({ type }) => type.is === 'moment')?.field.name ?? kind.happens}\n`;
    }
    case 7:
      return `count different: ${records}'s ${
        oneOf(
          chance,
          kind.fields.filter(({ type }) => type.is === 'text' || type.is === 'link'),
        )?.name ?? kind.happens
      }\n`;
    default: {
      if (field === null) return `count of: ${records}\n`;
      const how = chance.one(['sum of', 'average of', 'median of', 'smallest of', 'largest of', 'percentile of']);
      return `${how}: ${records}'s ${field}\n${how === 'percentile of' ? `percentile: ${chance.one([10, 75, 90, 99])}\n` : ''}`;
    }
  }
}

function anyTiming(speech: Speech, kind: RecordKind): string {
  const { chance, company } = speech;
  const finest = `finest: ${chance.one(['day', 'week', 'week', 'month', 'quarter', 'year'])}\n`;
  const calendar = chance.one(['', 'business time: odd\n', 'business time: never\n']);
  const by = anyPath(speech, kind, ({ type }) => type.is === 'moment')?.text ?? kind.happens;
  switch (chance.whole(0, 9)) {
    case 0:
      return `by: nothing\n${calendar}`;
    case 1:
      return `as of: ${chance.one(['period end', 'period start', 'period start'])}\n${finest}${calendar}`;
    case 2:
      return `as of: ${dayIn(company.zone, company.around)}\n${calendar}`;
    case 3:
      return `by: ${by}\nrunning: ${chance.one(['month', 'quarter', 'year', 'all time'])}\n${finest}${calendar}`;
    default:
      return `by: ${chance.often(5) ? kind.happens : by}\n${finest}${calendar}`;
  }
}

/** What held before: other conditions, up to a day near the awkward time. */
function anyHistory(speech: Speech, kind: RecordKind, measure: string): string {
  const { chance, company } = speech;
  if (!chance.often(2)) return '';
  const until = dayIn(company.zone, company.around + chance.whole(-10, 10) * 86_400);
  const key = measure.includes('kept when') ? 'kept when' : 'except when';
  return `history:\n  - until: ${until}\n${conditions(speech, kind, key, '    ')}`;
}

/** Fields of its own that each of its records should have. */
function anyNeeds({ chance }: Speech, kind: RecordKind): string {
  if (!chance.often(3)) return '';
  const fields = kind.fields.filter(({ type }) => type.is === 'text' || type.is === 'number' || type.is === 'yes-no');
  const needed = [oneOf(chance, fields), chance.often(3) ? oneOf(chance, fields) : null].flatMap(
    (field) => field?.name ?? [],
  );
  return needed.length === 0 ? '' : `needs: [${[...new Set(needed)].join(', ')}]\n`;
}

/** A target of each kind, some with a bound beyond which it is broken. */
function anyTarget(chance: Chance, measure: string): string {
  if (!chance.often(7)) return '';
  if (/^(share|conversion) of/.test(measure))
    return `target: at least 90%\n${chance.often(5) ? 'broken: below 75%\n' : ''}`;
  if (!/^(count|sum) of/.test(measure)) return '';
  const listed = '{ at least: { 2025-03: 7, 2025-04: 8, FY2025-Q3: 40, FY2025: 100, FY2024: 12, 2024-12: 5 } }';
  const derived = `{ at least: metric-0, divided by: [metric-1], earlier by: ${chance.one(['1 month', '3 months', '1 week'])} }`;
  const target = chance.one([
    'at least 100 a month',
    'at least 5 a day',
    'at least 1,200 a year, spread by business days',
    'at least 50 a quarter, spread by business days',
    'at most 20 a week',
    listed,
    derived,
  ]);
  const way = target.startsWith('at most') ? 'above 130%' : 'below 80%';
  return `target: ${target}\n${chance.often(5) ? `broken: ${way} of the target\n` : ''}`;
}
