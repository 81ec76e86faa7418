import { isBounded } from './bounds.ts';
import { fillersOf } from './fillings.ts';
import { needsUsed } from './needs-used.ts';
import { isFrozen } from '../values/frozen.ts';
import type { Agreement } from '../values/agreement.ts';
import type { Catalogue } from '../values/catalogue.ts';
import type { Problem } from '../values/problem.ts';

/** A warning for each metric whose bounds can't be told, because of how it uses the fields that its records should have. */
export function needsWithoutBounds(agreement: Agreement, catalogue: Catalogue): Problem[] {
  return agreement.metrics.flatMap((metric): Problem[] => {
    if (!metric.wordings.every(({ measure }) => isBounded(measure))) return [];
    const twice = isFrozen(metric);
    const open = needsUsed(metric, { agreement, catalogue }).filter(
      (use) => twice || fillersOf(use, agreement.company.currency) === null,
    );
    if (open.length === 0) return [];
    const fields = open.map(({ path }) => `"${['its', [...path.links, path.field].join("'s ")].join(' ')}"`);
    const why = twice ? 'it is read as of two times' : 'not every way to fill it can be tried';
    const says = `no bounds are told for ${fields.join(', ')}: ${why}`;
    const fix = twice ? '' : 'needed fields are compared with values, not calculated with or followed';
    return [{ ...metric.at, level: 'warning', says, fix }];
  });
}
