import { closestWord } from '../../agreement/closest-word.ts';
import type { Problem } from '../../values/problem.ts';
import { canonicalKinds } from '../kinds.ts';
import type { HandoverDerivation } from '../source.ts';
import type { HandoversSpec } from '../schema/handovers.ts';
import type { YamlFile } from '../yaml-file.ts';

/**
 * What a file says of handovers, made exact; null where it has a fault, which is added to the problems. `ownFields` are the
 * company's own moments of a lead.
 */
export function resolveHandovers(
  name: string,
  spec: HandoversSpec,
  yaml: YamlFile,
  ownFields: readonly string[],
  problems: Problem[],
): HandoverDerivation | null {
  const { qualified, accepted = [], rejected = [], abandoned = [] } = spec.statuses;
  const standIns = Object.entries(spec['without history'] ?? {}).flatMap(([key, field]) =>
    field === undefined ? [] : [[key, field] as const],
  );
  const lead = canonicalKinds.find((kind) => kind.name === 'lead');
  const canonical = (lead?.fields ?? []).filter((field) => field.type.is === 'moment').map((field) => field.name);
  const moments = [...canonical, ...ownFields];
  const wrong = standIns.filter(([, field]) => !moments.includes(field));
  for (const [key, field] of wrong) {
    const closest = closestWord(field, moments);
    const fix = closest ? `did you mean "${closest}"?` : `it is one of ${moments.join(', ')}`;
    const says = `"${field}" is no moment of a lead`;
    problems.push({ level: 'fault', ...yaml.placeOf(['without history', key]), says, fix });
  }
  if (wrong.length > 0) return null;
  return {
    is: 'handovers',
    name,
    statuses: { qualified, accepted, rejected, abandoned },
    history: {
      status: spec.history?.status ?? null,
      owner: spec.history?.owner ?? null,
      converted: spec.history?.converted ?? null,
    },
    withoutHistory: Object.fromEntries(standIns),
    at: yaml.placeOf(['derives']),
  };
}
