import { z } from 'zod';
import type { Stage } from '../../values/agreement.ts';
import { known } from '../report.ts';
import { keys, text } from '../schema-words.ts';
import type { YamlFile } from '../yaml-file.ts';
import type { World } from './world.ts';

/** funnel.yml: the stages in order. */
export const funnelSchema = z.array(
  keys({ stage: text, 'owned by': text, 'is a': text.optional(), 'is an': text.optional() }),
);

/** The stages, with their teams and terms found. */
export function readFunnel(
  yaml: YamlFile,
  said: z.infer<typeof funnelSchema>,
  { teams, names, problems }: World,
): Stage[] {
  const reporting = { yaml, problems };
  return said.map((stage, index) => {
    const key = stage['is a'] === undefined ? 'is an' : 'is a';
    const term = stage[key] ?? null;
    known(
      reporting,
      [index, 'owned by'],
      'team',
      stage['owned by'],
      teams.map((team) => team.slug),
    );
    const terms = [...names.terms.map((one) => one.name), ...names.brokenTerms];
    if (term !== null) known(reporting, [index, key], 'term', term, terms);
    return { name: stage.stage, ownedBy: stage['owned by'], term, at: yaml.place([index]) };
  });
}
