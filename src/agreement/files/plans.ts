import type { Metric } from '../../values/agreement.ts';
import { circles } from '../circles.ts';
import { fault } from '../report.ts';
import type { Path } from '../yaml-places.ts';
import type { MetricFile } from './metric.ts';
import type { SaidTarget } from './metric-schema.ts';

/** A target that follows the plan for another metric, and where it names that. */
interface Following {
  readonly plan: string;
  readonly dividedBy: readonly string[];
  readonly times: readonly string[];
  readonly path: Path;
}

/** Checks the targets that follow plans: there is such a plan, it does not follow itself, and its amounts make one of this unit. */
export function checkPlans(files: readonly MetricFile[], metrics: readonly Metric[]): void {
  for (const file of files) {
    for (const following of followingIn(file)) {
      const planned = metrics.find(({ slug }) => slug === following.plan);
      const said = files.find(({ slug }) => slug === following.plan)?.said.target;
      // A target that can't be read is told of where it stands.
      if (planned?.wordings[0].target === null && said === undefined)
        fault(file, following.path, `"${following.plan}" has no target`, 'name a metric that has one');
      checkUnits(file, following, metrics);
    }
  }
  checkCircles(files);
}

function followingIn({ said }: MetricFile): Following[] {
  const earlier = (said.history ?? []).map(({ target }, index) => followingAt(target, ['history', index, 'target']));
  return [followingAt(said.target, ['target']), ...earlier].flatMap((following) => following ?? []);
}

function followingAt(target: SaidTarget | null | undefined, path: Path): Following | null {
  if (typeof target !== 'object' || target === null) return null;
  const way = typeof target['at least'] === 'string' ? 'at least' : 'at most';
  const plan = target[way];
  if (typeof plan !== 'string') return null;
  return { plan, dividedBy: target['divided by'] ?? [], times: target.times ?? [], path: [...path, way] };
}

/** Plans that follow each other in a circle are told once, at the first of them. */
function checkCircles(files: readonly MetricFile[]): void {
  const plans = new Map(files.map((file) => [file.slug, new Set(followingIn(file).map(({ plan }) => plan))]));
  for (const circle of circles(plans)) {
    const [first = ''] = circle;
    const file = files.find(({ slug }) => slug === first);
    const round = [...circle, first].map((slug) => `"${slug}"`).join(' follows ');
    const [at] = file ? followingIn(file) : [];
    if (file && at) fault(file, at.path, `this target follows itself: ${round}`, 'agree on one of them as it is');
  }
}

const leftOver = { money: 'money', duration: 'time', day: 'dates' } as const;

/** Money divided by money is a number, and so on: what is left must be what this metric is counted in. */
function checkUnits(file: MetricFile, { plan, dividedBy, times, path }: Following, metrics: readonly Metric[]): void {
  const unitOf = (slug: string) => metrics.find((metric) => metric.slug === slug)?.unit.unit;
  const own = unitOf(file.slug);
  if ([own, ...[plan, ...dividedBy, ...times].map(unitOf)].includes(undefined)) return;
  for (const unit of ['money', 'duration', 'day'] as const) {
    const multiplied = [plan, ...times].filter((slug) => unitOf(slug) === unit).length;
    const left = multiplied - dividedBy.filter((slug) => unitOf(slug) === unit).length;
    const wanted = own === unit ? 1 : 0;
    if (left === wanted) continue;
    const isOver = left > wanted;
    const says = `the units do not come out: ${leftOver[unit]} is ${isOver ? 'left over' : 'lacking'}`;
    fault(file, path, says, `${isOver ? 'divide by' : 'multiply with'} a metric that is counted in ${leftOver[unit]}`);
    return;
  }
}
