import type { MetricFile } from '../files/metric.ts';
import { fault } from '../report.ts';
import type { Breakdown, Metric } from '../../values/agreement.ts';
import type { Catalogue } from '../../values/catalogue.ts';
import type { FieldPath } from '../../values/tree.ts';

/** Kinds whose records are people, with the fields of theirs that many people share. */
const people: Readonly<Record<string, readonly string[] | 'any field'>> = {
  user: ['team', 'role', 'active', 'robot', 'queue', 'created'],
  lead: 'any field',
  contact: 'any field',
};

/** A fault for each breakdown whose members are people: the company's pages show teams, never people. */
export function peopleShown(files: readonly MetricFile[], metrics: readonly Metric[], catalogue: Catalogue): void {
  for (const file of files) {
    const breakdowns = metrics.find(({ slug }) => slug === file.slug)?.breakdowns ?? [];
    for (const { dimension } of breakdowns.filter((one) => pathsOf(one).some((path) => showsPeople(path, catalogue)))) {
      const said = file.said['break down by'];
      const at = Array.isArray(said) ? said.indexOf(dimension) : dimension;
      const says = `"${dimension}" shows people one by one, on pages that everyone may read`;
      fault(file, ['break down by', at], says, 'break it down by their team');
    }
  }
}

function pathsOf({ cut, credit }: Breakdown): FieldPath[] {
  return [...(cut.cut === 'test' ? [] : [cut.path]), ...(credit ? [credit.path] : [])];
}

/** A link leads to one of them; a field that they do not share tells who it is. */
function showsPeople({ from, links, field, type }: FieldPath, { kinds }: Catalogue): boolean {
  if (type.is === 'link') return Object.hasOwn(people, type.to);
  let kind = kinds.find(({ name }) => name === from);
  for (const link of links) {
    const step = kind?.fields.find(({ name }) => name === link)?.type;
    kind = step?.is === 'link' ? kinds.find(({ name }) => name === step.to) : undefined;
  }
  const shared = kind ? people[kind.name] : undefined;
  return shared !== undefined && shared !== 'any field' && !shared.includes(field);
}
