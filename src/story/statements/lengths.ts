import { when } from './backed.ts';
import type { Distribution } from '../../values/distribution.ts';
import { briefest, mostWords, wordsIn } from '../count-words.ts';
import { lengthsBrief, lengthsWords } from '../locale/en/lengths.ts';
import { periodWords } from '../locale/en/forms.ts';
import { whose } from '../locale/en/outcomes.ts';
import { fewest } from '../mark-of.ts';
import { nounsOf, type Subject } from '../subject.ts';
import { asOfEnd } from './outcomes.ts';
import { number, type Facts, type StatementKind } from './statement-kind.ts';

/** The rare long ones are told where they are at most so many of all. */
const rare = 0.2;
/** Of them about so many are told. */
const aFew = 0.1;

/** A length that bins end at, and how many records are shorter: nothing is known of what lies within a bin. */
interface Edge {
  readonly at: number;
  readonly under: number;
}

const recordsIn = ({ bins, beyond, open }: Distribution): number =>
  bins.reduce((sum, { records }) => sum + records, beyond + open);

function edgesOf({ bins }: Distribution): Edge[] {
  let under = 0;
  return bins.map(({ to, records }) => {
    under += records;
    return { at: to, under };
  });
}

/** The edge at which so many records are shorter, or nearly so many. */
const nearest = (edges: readonly Edge[], wanted: number): Edge | undefined =>
  edges.toSorted((one, other) => Math.abs(one.under - wanted) - Math.abs(other.under - wanted))[0];

/** What was agreed, where bins end there; else the length that about half were shorter than. */
function firstEdge(edges: readonly Edge[], records: number, agreed: number | null): Edge | undefined {
  const some = edges.filter(({ under }) => under > 0);
  return some.find(({ at }) => at === agreed) ?? nearest(some, records / 2);
}

/** Where a few were longer still, of those that are over. */
function farEdge(edges: readonly Edge[], first: Edge, records: number, ended: number): Edge | undefined {
  const far = edges.filter(({ at, under }) => at > first.at && under < ended && ended - under <= records * rare);
  // Of edges with nothing between them the farthest tells most.
  return nearest(far.toReversed(), ended - records * aFew);
}

function told(facts: Facts, subject: Subject) {
  const { numbers, metric, distribution, today } = subject;
  const [records, edge, far] = [number(facts, 'records'), number(facts, 'edge'), number(facts, 'far')];
  const period = distribution ? periodWords({ ...distribution, name: distribution.period }, today) : '';
  const ofAllTime = distribution?.grain === 'all';
  return {
    records,
    whose: whose(records, { nouns: nounsOf(subject), period: ofAllTime ? '' : period, asOf: asOfEnd(metric) }),
    under: number(facts, 'under'),
    edge: numbers.sentence(edge, [edge]),
    over: typeof facts['over'] === 'number' ? facts['over'] : null,
    // The unit is said before, unless parts of an hour were.
    far: Math.abs(edge) < 1 ? numbers.sentence(far, [far]) : numbers.bare.short(far, [far]),
    open: number(facts, 'open'),
  };
}

/** How the lengths lie that a median or an average is made of: how many were shorter than one length and longer than another. */
export const lengths: StatementKind = {
  kind: 'lengths',
  numbers: { records: 'count', open: 'count', edge: 'own', under: 'count', far: 'own', over: 'count' },
  directions: ({ under, over, records }) => [
    'less',
    ...when(typeof over === 'number', 'at least'),
    ...when(under === records, 'all'),
  ],
  facts({ distribution, target }) {
    const records = distribution ? recordsIn(distribution) : 0;
    if (!distribution || records < fewest) return null;
    const { period, open } = distribution;
    const edges = edgesOf(distribution);
    const first = firstEdge(edges, records, target);
    if (!first) return null;
    const far = farEdge(edges, first, records, records - open);
    const long = far ? { far: far.at, over: records - open - far.under } : {};
    return { period, records, open, edge: first.at, under: first.under, ...long };
  },
  words(facts, subject) {
    const said = told(facts, subject);
    const whole = lengthsWords(said);
    return wordsIn(whole) > mostWords ? lengthsWords({ ...said, over: null }) : whole;
  },
  brief: (facts, subject) => briefest(lengthsBrief(told(facts, subject))),
  holds(facts, { distribution, metric, series }) {
    if (!distribution || facts['period'] !== distribution.period || facts['open'] !== distribution.open) return false;
    // From the longest down.
    const from = (edge: number) =>
      distribution.bins.reduceRight((sum, bin) => sum + (bin.from >= edge ? bin.records : 0), distribution.beyond);
    const records = from(-Infinity) + distribution.open;
    const [edge, under] = [number(facts, 'edge'), number(facts, 'under')];
    const isEdge = (at: unknown) => distribution.bins.some(({ to }) => to === at);
    if (facts['records'] !== records || !isEdge(edge) || under !== records - distribution.open - from(edge))
      return false;
    if ('over' in facts && !(isEdge(facts['far']) && facts['over'] === from(number(facts, 'far')))) return false;
    const median = series.find(({ period }) => period === distribution.period)?.value ?? null;
    return metric.wordings[0].measure.measure !== 'median' || median === null || fits(median, edge, under, records);
  },
  claims: () => [],
};

/** Whether a median agrees with how many are shorter than a length: the middle one of all, or between the middle two. */
function fits(median: number, edge: number, under: number, records: number): boolean {
  const middle = (records - 1) / 2;
  return edge > median ? under >= Math.floor(middle) + 1 : under <= Math.ceil(middle);
}
