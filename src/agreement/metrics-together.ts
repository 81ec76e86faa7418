import type { Problem } from '../values/problem.ts';
import type { MetricFile } from './files/metric.ts';
import { fault, known } from './report.ts';

/** Whatever is paired is paired with another metric that there is. */
export function checkPairs(files: readonly MetricFile[], slugs: readonly string[], problems: Problem[]): void {
  for (const { slug, said, yaml } of files) {
    const pair = said['paired with'];
    if (pair === undefined) continue;
    if (pair === slug)
      fault({ yaml, problems }, ['paired with'], 'a metric cannot be paired with itself', 'name another one');
    else known({ yaml, problems }, ['paired with'], 'metric', pair, slugs);
  }
}

/** Each place on the headline page is taken once. */
export function checkHeadlines(files: readonly MetricFile[], problems: Problem[]): void {
  const taken = new Map<number, string>();
  for (const { slug, said, yaml } of files) {
    if (said.headline === undefined) continue;
    const other = taken.get(said.headline);
    if (other !== undefined)
      fault(
        { yaml, problems },
        ['headline'],
        `"${other}" has place ${said.headline} already`,
        'give one of them another place',
      );
    taken.set(said.headline, slug);
  }
}
