/** What to mend in the CRM so that records have what a metric's definition needs of them. */
import { lackingSaid } from '../story/locale/en/health.ts';
import type { Metric } from '../values/agreement.ts';
import type { Edition } from '../values/edition.ts';
import type { FieldPath } from '../values/tree.ts';
import { mendId } from './health-told.ts';

export interface LacksNeeded {
  /** Where the page of data tells of it, and for managers lists the records. */
  readonly path: string;
  /** `84 leads without an entry for source`. */
  readonly says: string;
}

/** The checks that found records without a field that the metric needs, in the order of its needs; fields that no check looks at are not among them. */
export function lacksNeeded({ account, catalogue }: Edition, { needs }: Metric): LacksNeeded[] {
  const kindAt = ({ from, links }: FieldPath): string | null =>
    links.reduce<string | null>((of, link) => {
      const type = catalogue.kinds.find(({ name }) => name === of)?.fields.find(({ name }) => name === link)?.type;
      return type?.is === 'link' ? type.to : null;
    }, from);
  const found = needs.flatMap((path) => {
    const kind = path.figure ? null : kindAt(path);
    return account.health.filter(
      (one) => one.sort === 'lacks' && one.count > 0 && one.kind === kind && one.fields[0] === path.field,
    );
  });
  return [...new Set(found)].map((finding) => ({
    path: `/data/#${mendId(finding)}`,
    says: lackingSaid(finding, catalogue),
  }));
}
