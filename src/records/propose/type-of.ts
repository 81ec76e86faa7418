import type { FieldType } from '../../values/catalogue.ts';
import { canonicalKinds } from '../kinds.ts';
import { typeNamed } from '../resolve/written-types.ts';
import type { ProposedField } from './proposal.ts';

/** The type that a field will have; null for one of a record that is not ours, which does not say it. */
export function typeOf(record: string, { field, says }: ProposedField): FieldType | null {
  const canonical = canonicalKinds.find(({ name }) => name === record)?.fields.find(({ name }) => name === field)?.type;
  const named = typeof says === 'string' || says.is === undefined ? null : typeNamed(says.is);
  if (canonical?.is === 'moment' && named?.is === 'moment') return { ...canonical, precision: named.precision };
  return canonical ?? named ?? null;
}
