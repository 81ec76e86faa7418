import { z } from 'zod';
import type { Stage } from '../../values/agreement.ts';
import { kindOf } from '../names.ts';
import { conditionsSchema, readConditions, type Speaking } from '../read-conditions.ts';
import { fault, known } from '../report.ts';
import { keys, text } from '../schema-words.ts';
import type { Said } from '../said-files.ts';
import { duration } from './company.ts';
import type { World } from './world.ts';

const stageSchema = keys({
  stage: text.describe('What the stage is called.'),
  'owned by': text.describe('The team that moves records on from here.'),
  'is a': text.optional().describe('The term or the record that stands in this stage.'),
  'is an': text.optional().describe('The same, where that reads better.'),
  'enters when': conditionsSchema.optional().describe('Conditions that all hold for a record that enters the stage.'),
  'leaves when': conditionsSchema.optional().describe('Conditions that all hold for a record that leaves it.'),
  'at most': duration.optional().describe('How long a record should stay at most: 10 business days.'),
  'counted by': text
    .optional()
    .describe(
      'The metric that tells how many came here, so that the page of the funnel can follow them from stage to stage: first a "count of:", then "conversion of:" or "share of:" the same records by the same moment. Write each so that who came to a stage came to all before it.',
    ),
  took: text
    .optional()
    .describe(
      'The metric that tells how long it took to come here from the first stage: a "median of:" a stretch of time, by the same moment.',
    ),
});

/** funnel.yml: the stages in order. */
export const funnelSchema = z.array(stageSchema);

/** The stages, with their teams and terms found. `off`: metrics that are switched off, and so count nothing here. */
export function readFunnel(
  file: Said<z.infer<typeof funnelSchema>>,
  { teams, names, slugs: metrics }: World,
  off: ReadonlySet<string> = new Set(),
): Stage[] {
  const slugs = teams?.map((team) => team.slug) ?? null;
  const speaking: Speaking = { ...file, names };
  return file.said.map((stage, index) => {
    known(file, [index, 'owned by'], 'team', stage['owned by'], slugs);
    const metricOf = (key: 'counted by' | 'took'): string | null => {
      const slug = stage[key];
      const isThere = slug !== undefined && known(file, [index, key], 'metric', slug, metrics);
      return isThere && !off.has(slug) ? slug : null;
    };
    return {
      name: stage.stage,
      ownedBy: stage['owned by'],
      ...readStanding(speaking, stage, index),
      atMost: stage['at most'] ?? null,
      countedBy: metricOf('counted by'),
      took: metricOf('took'),
      at: file.yaml.place([index]),
    };
  });
}

/** Reads which records stand in a stage, and when they come and go. */
function readStanding(
  speaking: Speaking,
  stage: z.infer<typeof stageSchema>,
  index: number,
): Pick<Stage, 'term' | 'kind' | 'entersWhen' | 'leavesWhen'> {
  const { names } = speaking;
  const key = stage['is a'] === undefined ? 'is an' : 'is a';
  const what = stage[key];
  const term = names.terms.find(({ name }) => name === what);
  const kind = kindOf(names, term?.kind ?? what ?? '');
  const there = [
    ...names.terms.map(({ name }) => name),
    ...names.brokenTerms,
    ...names.catalogue.kinds.map(({ name }) => name),
  ];
  if (what !== undefined) known(speaking, [index, key], 'term or record', what, there);
  const conditions = (when: 'enters when' | 'leaves when') => {
    const said = stage[when];
    if (said !== undefined && what === undefined)
      fault(speaking, [index, when], `"${when}:" needs "is a:"`, 'say which records come and go');
    return kind ? readConditions(speaking, said, [index, when], kind) : [];
  };
  return {
    term: term?.name ?? null,
    kind: kind?.name ?? null,
    entersWhen: conditions('enters when'),
    leavesWhen: conditions('leaves when'),
  };
}
