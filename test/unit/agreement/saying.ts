/** Sentences of the canonical records, with a deal's history and two figures. */
import type { Names } from '../../../src/agreement/names.ts';
import { catalogue, names as plain } from './fixtures.ts';

/** The canonical records, with a deal's history whatever its mapping, and two figures. */
const names: Names = {
  ...plain,
  catalogue: {
    kinds: catalogue.kinds.map((kind) =>
      kind.name === 'opportunity'
        ? { ...kind, history: { kind: 'stage change', field: 'stage', from: 'from', to: 'to', holds: {} } }
        : { ...kind, history: null },
    ),
  },
  figures: [
    {
      name: 'response time',
      kind: 'handover',
      type: () => ({ is: 'duration', unit: 'business hours' }),
      is: () => null,
    },
    {
      name: 'paid',
      kind: 'opportunity',
      type: () => ({ is: 'moment', precision: 'day', may: 'be a fact' }),
      is: () => null,
    },
  ],
};

/** A sentence said of a kind of record. */
export function saying(of: string, text: string) {
  const kind = names.catalogue.kinds.find((known) => known.name === of);
  if (!kind) throw new Error(`No record is called "${of}"`);
  return { text, of: kind, names, at: { file: 'vocabulary.yml', line: 1, column: 1 } };
}
