import type { Agreement } from '../values/agreement.ts';
import type { Catalogue } from '../values/catalogue.ts';
import { usesOfBreakdown, usesOfMetric } from './missing.ts';
import { noUses, together, usesOf, usesOfFigure, usesOfPath, usesOfTerm, type Uses } from './uses.ts';

/** Everything that an agreement reads: its metrics and their breakdowns, those that are switched off too, and every definition of its vocabulary, whether a metric uses it or not. */
export function usesOfAgreement(agreement: Agreement, catalogue: Catalogue): Uses {
  const { terms, figures, orders, funnel } = agreement;
  const metrics = [...agreement.metrics, ...agreement.switchedOff];
  const beside = { metrics, terms, figures, orders, catalogue };
  const ofMetrics = metrics.map((metric) => {
    const uses = together([
      usesOfMetric(metric, beside),
      ...metric.needs.map((path) => usesOfPath(catalogue, path)),
      ...metric.breakdowns.map((breakdown) => usesOfBreakdown(breakdown, metric.wordings[0].kind, beside)),
    ]);
    return metric.asOf === null ? uses : together([uses, asTheyStood(uses, catalogue)]);
  });
  const ofStages = funnel.flatMap(({ term, entersWhen, leavesWhen }) => {
    const kind = terms.find(({ name }) => name === term)?.kind;
    return kind === undefined ? [] : [usesOf(catalogue, kind, [...entersWhen, ...leavesWhen])];
  });
  const ordered = new Set(orders.flatMap(({ fields }) => fields.map(({ kind, field }) => `${kind}'s ${field}`)));
  return together([
    ...ofMetrics,
    ...ofStages,
    ...terms.map((term) => usesOfTerm(catalogue, term)),
    ...figures.map((figure) => usesOfFigure(catalogue, figure)),
    { ...noUses, fields: ordered },
    sequences(catalogue),
  ]);
}

/** Which of two rows of one moment comes first: asked wherever rows stand in a sequence. */
function sequences({ kinds }: Catalogue): Uses {
  const fields = kinds.flatMap(({ name, sequence }) => (sequence === null ? [] : [`${name}'s ${sequence}`]));
  return { ...noUses, fields: new Set(fields) };
}

/** The rows of histories that tell what fields held at a time. */
function asTheyStood({ fields }: Uses, { kinds }: Catalogue): Uses {
  const rows = kinds.flatMap(({ name, history }) =>
    Object.entries(history?.holds ?? {}).flatMap(([field, held]) =>
      history && fields.has(`${name}'s ${field}`) ? [`${history.kind}'s ${held}`] : [],
    ),
  );
  return { ...noUses, fields: new Set(rows) };
}
