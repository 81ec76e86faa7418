import { z } from 'zod';
import type { Stage } from '../../values/agreement.ts';
import { known } from '../report.ts';
import { keys, text } from '../schema-words.ts';
import type { Said } from '../said-files.ts';
import type { World } from './world.ts';

/** funnel.yml: the stages in order. */
export const funnelSchema = z.array(
  keys({ stage: text, 'owned by': text, 'is a': text.optional(), 'is an': text.optional() }),
);

/** The stages, with their teams and terms found. */
export function readFunnel(file: Said<z.infer<typeof funnelSchema>>, { teams, names }: World): Stage[] {
  const slugs = teams?.map((team) => team.slug) ?? null;
  const terms = [...names.terms.map((term) => term.name), ...names.brokenTerms];
  return file.said.map((stage, index) => {
    const key = stage['is a'] === undefined ? 'is an' : 'is a';
    const term = stage[key] ?? null;
    known(file, [index, 'owned by'], 'team', stage['owned by'], slugs);
    if (term !== null) known(file, [index, key], 'term', term, terms);
    return { name: stage.stage, ownedBy: stage['owned by'], term, at: file.yaml.place([index]) };
  });
}
