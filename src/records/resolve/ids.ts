import type { FieldSpec } from '../schema/field.ts';
import type { FileSourceSpec } from '../schema/file-source.ts';
import type { IdForm } from '../source.ts';

/** How a file's ids are made alike, or those of one of its links; null where they stay as they are. */
export function idsOf(file: FileSourceSpec, field?: FieldSpec): IdForm | null {
  const salesforce = file.ids === 'Salesforce';
  const prefix = field?.['ids begin with'] ?? file['ids begin with'] ?? '';
  return salesforce || prefix !== '' ? { salesforce, prefix } : null;
}
