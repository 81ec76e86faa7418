import { catalogueOf } from '../../../src/records/catalogue.ts';
import type { Names } from '../../../src/agreement/names.ts';
import type { Catalogue } from '../../../src/values/catalogue.ts';

const bare = catalogueOf([]);

/** The canonical records, with every field filled by some source. */
export const catalogue: Catalogue = {
  kinds: bare.kinds.map((kind) => ({ ...kind, fields: kind.fields.map((field) => ({ ...field, mapped: true })) })),
};

const term = (name: string, plural: string, kind: string, alsoCalled: string[] = []) => ({
  name,
  plural,
  kind,
  alsoCalled,
});

export const names: Names = {
  catalogue,
  terms: [
    term('touch', 'touches', 'activity'),
    term('good lead', 'good leads', 'lead'),
    term('returning lead', 'returning leads', 'handover', ['comeback']),
    term('robot', 'robots', 'user'),
    term('pipeline entry', 'pipeline entries', 'stage change'),
  ],
  brokenTerms: [],
  currencies: ['EUR', 'USD'],
};
