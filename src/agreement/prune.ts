import { isMap, isNode, isScalar, parseDocument } from 'yaml';
import type { Agreement, Metric } from '../values/agreement.ts';
import type { Catalogue } from '../values/catalogue.ts';
import { metricsReadBy } from './metrics-read.ts';
import { usesOfMetric } from './missing.ts';

/** A metric that these records cannot carry. */
export interface Uncarried {
  readonly metric: Metric;
  /** `no source maps lead's score`, `lead's score is always empty`, or `it is made of inquiries`. */
  readonly because: string;
}

/**
 * The metrics that can't be counted, as no source fills what they read, and those that are made of them. `empty`: fields (`lead's score`) that are mapped
 * and that no record has, and kinds (`activities`) without a record; nothing where nobody has looked.
 */
export function uncarried(
  agreement: Agreement,
  catalogue: Catalogue,
  empty: ReadonlySet<string> = new Set(),
): Uncarried[] {
  const found = new Map<string, Uncarried>();
  for (const metric of agreement.metrics) {
    const { slug, missing } = metric;
    const hollow = missing.length > 0 || empty.size === 0 ? [] : emptyFor(metric, agreement, catalogue, empty);
    if (missing.length > 0) found.set(slug, { metric, because: `no source maps ${missing.join(', ')}` });
    else if (hollow.length > 0) found.set(slug, { metric, because: `the exports hold no ${hollow.join(', no ')}` });
  }
  let before = -1;
  while (found.size > before) {
    before = found.size;
    for (const metric of agreement.metrics.filter(({ slug }) => !found.has(slug))) {
      const parts = [...metricsReadBy(metric, { ...agreement, catalogue }), metric.moves ?? ''];
      const part = parts.find((slug) => found.has(slug));
      if (part !== undefined) found.set(metric.slug, { metric, because: `it is made of ${part}` });
    }
  }
  return agreement.metrics.flatMap(({ slug }) => found.get(slug) ?? []);
}

/** What is empty of that which a metric needs. What only takes records away may be empty: then it takes none. */
function emptyFor(metric: Metric, agreement: Agreement, { kinds }: Catalogue, empty: ReadonlySet<string>): string[] {
  const { terms, figures, orders } = agreement;
  const [wording, ...earlier] = metric.wordings.map((one) => ({ ...one, exceptWhen: [] }));
  if (!wording) return [];
  const uses = usesOfMetric(
    { ...metric, wordings: [wording, ...earlier] },
    {
      metrics: agreement.metrics,
      terms: terms.map((term) => ({ ...term, exceptWhen: [] })),
      figures,
      orders,
      catalogue: { kinds },
    },
  );
  const used = kinds.filter(({ name }) => uses.kinds.has(name)).map(({ plural }) => plural);
  return [...used, ...uses.fields].filter((name) => empty.has(name));
}

/** The text of a definition's file with `counted: no` in it, below what it asks. All else stays as it is, to the byte. */
export function switchedOff(text: string, because: string): string {
  const { contents } = parseDocument(text);
  const items = isMap(contents) ? contents.items : [];
  const rangeOf = (key: string) => {
    const value = items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.value;
    return isNode(value) ? value.range : undefined;
  };
  const said = rangeOf('counted');
  if (said) return text.slice(0, said[0]) + 'no' + text.slice(said[1]);
  const lineEnd = text.indexOf('\n', rangeOf('asks')?.[1] ?? text.length);
  const [head, tail] =
    lineEnd < 0 ? [`${text.trimEnd()}\n`, ''] : [text.slice(0, lineEnd + 1), text.slice(lineEnd + 1)];
  return `${head}counted: no # ${because}\n${tail}`;
}
